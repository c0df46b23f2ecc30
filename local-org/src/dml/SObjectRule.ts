import type { RowValues, StoreValue } from '../store/RowValues.ts';

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/** One row on its way into the database, in store values (store/RowValues.ts). */
export interface RuleRow {
  /** The position in the records that were passed to the DML statement. */
  readonly index: number;
  /** 18 characters. Known before an insert is written. */
  readonly id: string;
  /** What is in the database now, all stored fields; null for an insert. */
  readonly old: Readonly<RowValues> | null;
  /** What will be in the database, all stored fields. Rules may change it in beforeSave; null values are null, not undefined. */
  readonly new: RowValues;
  /** Canonical names of the fields whose value differs from `old` (insert: that are not null). Kept up to date by `set`. */
  readonly changed: ReadonlySet<string>;
  /** True once something refused the row. Rules skip such rows. */
  readonly hasErrors: boolean;
  /** Changes a field of `new` and `changed` together. */
  set(field: string, value: StoreValue): void;
  addError(statusCode: string, message: string, fields?: readonly string[]): void;
}

/** What a rule may know of the statement that it judges. */
export interface RuleContext {
  /** `upsert` never comes here: it is split into insert and update. */
  readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
  readonly userId: string;
  /** Milliseconds since 1970, UTC: the time that CreatedDate and LastModifiedDate get. */
  readonly now: number;
}

/**
 * What the platform itself does about an object beyond fields and references: license seats, frozen logins, audit trail.
 * Called per chunk of at most 200 rows, in the order of registration. Rules read and write through the store, not through DML.
 */
export interface SObjectRule {
  /** Canonical names of the objects that the rule judges. */
  readonly objects: readonly string[];
  /** After the before triggers and the field checks. Rows come in order: judge seats one by one. */
  beforeSave?(rows: readonly RuleRow[], context: RuleContext): void;
  /** After the rows were written, before the after triggers, in the same transaction. */
  afterSave?(rows: readonly RuleRow[], context: RuleContext): void;
  /** `old` is the row that goes; `new` equals it. */
  beforeDelete?(rows: readonly RuleRow[], context: RuleContext): void;
  afterDelete?(rows: readonly RuleRow[], context: RuleContext): void;
  /**
   * Insert only, before everything else: the Id of a row that is there already and that the insert silently stands for
   * (a duplicate GroupMember). Null to insert.
   */
  existingRowFor?(row: RuleRow): string | null;
}
