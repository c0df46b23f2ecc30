import type { RowValues } from '../store/RowValues.ts';
import type { Store } from '../store/Store.ts';

/** A text field of a row, null when it is empty. */
export function textIn(row: Readonly<RowValues> | null, field: string): string | null {
  const value = row?.[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A checkbox of a row; an unset one counts as not ticked. */
export function flagIn(row: Readonly<RowValues> | null, field: string): boolean {
  return row?.[field] === true;
}

/** The row that an Id field of another row points to, null when there is none. */
export function rowAt(store: Store, object: string, id: string | null): RowValues | null {
  return id === null ? null : store.getRow(object, id);
}

/** The 15 characters of an Id that the audit trail and some error messages print. */
export function shortId(id: string): string {
  return id.slice(0, 15);
}
