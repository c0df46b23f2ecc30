import type { DmlErrorRow } from '../runtime/ApexException.ts';
import type { RowValues, StoreValue } from '../store/RowValues.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';
import type { RuleRow } from './SObjectRule.ts';

/** One record on its way into the database. */
export class DmlRow implements RuleRow {
  readonly index: number;
  /** As Apex passed it: only its Id is written back. */
  readonly record: SObjectValue;
  id: string;
  readonly old: Readonly<RowValues> | null;
  readonly new: RowValues;
  readonly errors: DmlErrorRow[] = [];
  /** Lookups that the external Id of a parent record filled. */
  readonly foreignKeys: string[] = [];
  /** Another row that an insert silently stands for. */
  isExisting = false;
  /** True once the database was changed for it. */
  isWritten = false;
  private readonly changes = new Set<string>();

  constructor(index: number, record: SObjectValue, id: string, old: RowValues | null, values: RowValues) {
    this.index = index;
    this.record = record;
    this.id = id;
    this.old = old;
    this.new = values;
    if (old === null) for (const field in values) this.note(field);
  }

  get changed(): ReadonlySet<string> {
    return this.changes;
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  set(field: string, value: StoreValue): void {
    this.new[field] = value;
    this.note(field);
  }

  addError(statusCode: string, message: string, fields: readonly string[] = []): void {
    this.errors.push({ index: this.index, id: this.old ? this.id : null, statusCode, message, fields });
  }

  private note(field: string): void {
    if (field === 'Id') return;
    const before = this.old?.[field] ?? null;
    if ((this.new[field] ?? null) === before) this.changes.delete(field);
    else this.changes.add(field);
  }
}
