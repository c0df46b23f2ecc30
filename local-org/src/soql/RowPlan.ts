import { isUnknownField } from '../import/UnknownFields.ts';
import { toApex, type ValueShape } from '../store/apexValues.ts';
import type { Store } from '../store/Store.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import type { ResolvedField, ResolvedQuery, TableRef } from './resolve/ResolvedQuery.ts';
import { columnSql, operandSql } from './sql/operands.ts';

interface FieldSlot {
  readonly name: string;
  readonly slot: number;
  readonly shape: ValueShape;
  /** What the org would say of itself although no file of its import did: it reads null. */
  readonly hides: 'nothing' | 'unticked' | 'everything';
}

/** A record of the result: the object of FROM, or a parent. */
interface RecordPlan {
  readonly relationship: string;
  /** Where the Id of each object stands that the record may be of; the one that is not null is it. */
  readonly choices: { readonly object: string; readonly idSlot: number }[];
  readonly fields: FieldSlot[];
  readonly parents: RecordPlan[];
}

/** Which columns a query for records selects, and how a row becomes a tree of records. */
export class RowPlan {
  /** SQL expressions in the order of the slots. */
  readonly columns: string[] = [];
  private readonly root: RecordPlan;

  constructor(query: ResolvedQuery, store: Store) {
    this.root = { relationship: '', choices: [this.choiceOf(query.root)], fields: [], parents: [] };
    for (const { operand } of query.outputs) {
      if (operand.kind !== 'field') continue;
      const record = this.recordFor(operand);
      const isOwnId = operand.field.name === 'Id' && !operand.isObjectName && operand.choices.length === 1;
      const slot = isOwnId ? (record.choices[0]?.idSlot ?? 0) : this.columns.push(operandSql(operand, store)) - 1;
      record.fields.push({ name: operand.field.name, slot, shape: operand.field, hides: hiddenOf(operand, store) });
    }
  }

  recordOf(row: readonly unknown[]): SObjectValue {
    return recordOf(this.root, row) as SObjectValue;
  }

  idOf(row: readonly unknown[]): string {
    return row[this.root.choices[0]?.idSlot ?? 0] as string;
  }

  private recordFor(field: ResolvedField): RecordPlan {
    let record = this.root;
    const relationships = field.path.slice(0, -1);
    relationships.forEach((relationship, index) => {
      let parent = record.parents.find((known) => known.relationship === relationship);
      if (!parent) {
        const tables = tablesAt(field, relationships.length - 1 - index);
        parent = { relationship, choices: tables.map((table) => this.choiceOf(table)), fields: [], parents: [] };
        record.parents.push(parent);
      }
      record = parent;
    });
    return record;
  }

  private choiceOf(table: TableRef): RecordPlan['choices'][number] {
    return { object: table.object.name, idSlot: this.columns.push(columnSql(table.alias, 'Id')) - 1 };
  }
}

/**
 * A column is never empty where it holds checkboxes or counts. In an imported org that no file had it for, it would read as
 * false, or count what nobody knows of.
 */
function hiddenOf({ field, choices }: ResolvedField, store: Store): FieldSlot['hides'] {
  const object = choices[0]?.table.object;
  if (!object || !isUnknownField(store, object, field.name)) return 'nothing';
  if (store.isDerived(object.name, field.name)) return 'everything';
  return field.apexType === 'Boolean' ? 'unticked' : 'nothing';
}

/** The tables of a path, so many levels below its last one. */
function tablesAt(field: ResolvedField, levelsBelow: number): TableRef[] {
  if (levelsBelow === 0) return field.choices.map(({ table }) => table);
  let table: TableRef | null = field.choices[0]?.table ?? null;
  for (let level = 0; level < levelsBelow && table; level++) table = table.parent;
  return table ? [table] : [];
}

function recordOf(plan: RecordPlan, row: readonly unknown[]): SObjectValue | null {
  const choice = plan.choices.find(({ idSlot }) => row[idSlot] !== null);
  if (!choice) return null;
  const record = new SObjectValue(choice.object, { isQueried: true });
  for (const { name, slot, shape, hides } of plan.fields) {
    const value = row[slot];
    const isHidden = hides === 'everything' || (hides === 'unticked' && value !== 1);
    record.fields.set(name, isHidden ? null : toApex(shape, value));
  }
  // Salesforce always brings the Id along.
  if (!record.fields.has('Id')) record.fields.set('Id', row[choice.idSlot]);
  for (const parent of plan.parents) record.putParent(parent.relationship, recordOf(parent, row));
  return record;
}
