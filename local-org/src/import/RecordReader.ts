import { storeValue } from '../seed/queried/storeValue.ts';
import type { FieldDescription, ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { RowValues } from '../store/RowValues.ts';
import type { Store } from '../store/Store.ts';
import { tryToId18 } from '../values/id.ts';
import { importedObject } from './importedObjects.ts';
import type { ParentRecords } from './ParentRecords.ts';
import type { SourceRecord } from './SourceRecord.ts';

/** Understands the values of records: fields, references, nested parents. Its errors are sentences without file and row. */
export class RecordReader {
  private readonly store: Store;
  private readonly parents: ParentRecords;
  /** Fields and relationships by `object.name` in lower case. */
  private readonly relationships = new Map<string, FieldDescription>();

  constructor(store: Store, parents: ParentRecords) {
    this.store = store;
    this.parents = parents;
  }

  /** The row of a record, with its Id and the fields that it names. */
  read(object: string, record: Pick<SourceRecord, 'values' | 'isText'>): RowValues {
    const description = this.describe(object);
    const row: RowValues = {};
    for (const [name, value] of Object.entries(record.values)) {
      if (name === 'attributes' || name === '') continue;
      const field = description.fields.get(name.toLowerCase());
      if (field) row[field.name] = this.value(field, value, record.isText);
      else this.readParent(description, name, value, row, record.isText);
    }
    const { url } = (record.values.attributes ?? {}) as { url?: string };
    row.Id ??= tryToId18(/\/([A-Za-z0-9]{15,18})$/.exec(url ?? '')?.[1] ?? '');
    return row;
  }

  private value(field: FieldDescription, value: unknown, isText: boolean) {
    if (!isText || typeof value !== 'string' || value === '') return storeValue(field, value);
    if (field.apexType === 'Boolean' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
    if (
      ['Integer', 'Decimal', 'Double'].includes(field.apexType) &&
      value.trim() !== '' &&
      !Number.isNaN(Number(value))
    )
      return Number(value);
    return storeValue(field, value);
  }

  private readParent(child: ObjectDescription, name: string, value: unknown, row: RowValues, isText: boolean): void {
    const field = this.relationship(child, name);
    if (!field) {
      throw new Error(`${child.name} has no field or parent ${name} that the local org knows. Leave the column out.`);
    }
    if (value === null || value === undefined) {
      row[field.name] ??= null;
      return;
    }
    const { type } = ((value as Record<string, unknown>).attributes ?? {}) as { type?: string };
    const object = importedObject(type ?? field.referenceTo[0] ?? '');
    if (typeof value !== 'object' || !object || !field.referenceTo.includes(object)) {
      throw new Error(`the parent ${name} is no record of an object that is imported. Leave the column out.`);
    }
    // A CSV has the columns of a parent also in rows without one.
    if (isText && !hasText(value)) {
      row[field.name] ??= null;
      return;
    }
    const parent = this.read(object, { values: value as Record<string, unknown>, isText });
    const given = row[field.name];
    parent.Id ??= typeof given === 'string' ? given : null;
    row[field.name] = this.parents.take(object, parent);
  }

  private relationship(object: ObjectDescription, name: string): FieldDescription | undefined {
    const key = `${object.name}.${name}`.toLowerCase();
    let field = this.relationships.get(key);
    if (!field) {
      const wanted = name.toLowerCase();
      field = [...object.fields.values()].find((candidate) => candidate.relationshipName?.toLowerCase() === wanted);
      if (field) this.relationships.set(key, field);
    }
    return field;
  }

  private describe(object: string): ObjectDescription {
    const description = this.store.schema.object(object);
    if (!description) throw new Error(`the local org has no object ${object}.`);
    return description;
  }
}

function hasText(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.values(value).some(hasText)
    : value !== '' && value != null;
}
