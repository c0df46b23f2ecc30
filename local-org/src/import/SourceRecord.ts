/** A record of a file before it is understood. */
export interface SourceRecord {
  /** 1 is the first record of the file; the header of a CSV does not count. */
  readonly row: number;
  /** The object that the record itself names, or null. */
  readonly object: string | null;
  /** JSON values as they are; cells of a CSV as text, with parents as nested records. */
  readonly values: Readonly<Record<string, unknown>>;
  /** True when every value is text. */
  readonly isText: boolean;
}
