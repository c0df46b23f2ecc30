/** How many rows of an object there are for each value of a reference, apart by a checkbox of a parent: kept, not counted. */
export interface KeptCount {
  /** The reference. */
  readonly group: string;
  /** From the object to the checkbox: `['User', 'IsActive']`. */
  readonly flag: readonly [relationship: string, field: string];
  /** Rows of `key`, `checked` and `unchecked`; each may be 0. */
  readonly sql: string;
}
