/**
 * How the store holds a field: text, picklists, Ids (18 characters) and Date (`yyyy-mm-dd`) as string; Datetime as number of
 * milliseconds since 1970 UTC; Time as number of milliseconds since midnight; Integer, Decimal and Double as number; Checkbox
 * as boolean; Blob as base64 text. Empty is null, never undefined, never ''.
 */
export type StoreValue = string | number | boolean | null;

/** A row by canonical field names. */
export type RowValues = Record<string, StoreValue>;
