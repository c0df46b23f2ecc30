import type { FieldDescription, ObjectDescription, SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { RowValues, StoreValue } from '../store/RowValues.ts';
import type { Expression, FormulaContext, FormulaType } from './Expression.ts';
import { FormulaError } from './FormulaError.ts';

const TYPES: Readonly<Record<string, FormulaType>> = {
  string: 'Text',
  email: 'Text',
  phone: 'Text',
  url: 'Text',
  textarea: 'Text',
  id: 'Text',
  reference: 'Text',
  double: 'Number',
  int: 'Number',
  currency: 'Number',
  percent: 'Number',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  picklist: 'Picklist',
};

/** A field of the row or of a parent: `Alias`, `Profile.Name`, `$User.ProfileId`, `$Permission.MyPermission`. Throws FormulaError. */
export function fieldExpression(path: readonly string[], object: ObjectDescription, schema: SchemaCatalog): Expression {
  const [first = '', ...rest] = path;
  if (!first.startsWith('$')) return rowField(path, object, schema);
  const name = rest.join('.');
  switch (first.toLowerCase()) {
    case '$user':
      return runningUserField(rest, 'Id', 'User', schema);
    case '$profile':
      return runningUserField(rest, 'ProfileId', 'Profile', schema);
    case '$userrole':
      return runningUserField(rest, 'UserRoleId', 'UserRole', schema);
    case '$permission':
      return { type: 'Boolean', evaluate: ({ access, userId }) => access.hasCustomPermission(userId, name) };
    default:
      throw new FormulaError(`The global variable ${first} is not supported by the local org.`);
  }
}

function rowField(path: readonly string[], object: ObjectDescription, schema: SchemaCatalog): Expression {
  const { type, read } = follow(path, object, schema);
  const evaluate = ({ row, store }: FormulaContext): StoreValue => read(row.new, store);
  if (path.length > 1) return { type, evaluate };
  return {
    type,
    evaluate,
    // Formula functions reference: of a record that is being created, PRIORVALUE gives the current value.
    prior: ({ row, store }) => read(row.old ?? row.new, store),
  };
}

function runningUserField(
  path: readonly string[],
  reference: 'Id' | 'ProfileId' | 'UserRoleId',
  target: string,
  schema: SchemaCatalog,
): Expression {
  const object = schema.object(target);
  if (!object || path.length !== 1) throw new FormulaError(`Field $${target}.${path.join('.')} does not exist.`);
  const { type, read } = follow(path, object, schema);
  return {
    type,
    evaluate: ({ store, userId }) => {
      const id = reference === 'Id' ? userId : store.getRow('User', userId)?.[reference];
      const row = typeof id === 'string' ? store.getRow(target, id) : null;
      return row ? read(row, store) : null;
    },
  };
}

type Read = (row: Readonly<RowValues>, store: FormulaContext['store']) => StoreValue;

function follow(
  path: readonly string[],
  object: ObjectDescription,
  schema: SchemaCatalog,
): { type: FormulaType; read: Read } {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const field = object.fields.get(name.toLowerCase());
    if (!field) throw new FormulaError(`Field ${name} does not exist. Check spelling.`);
    const type = typeOf(field);
    return { type, read: (row) => formulaValue(field, row[field.name] ?? null) };
  }
  const reference = [...object.fields.values()].find(
    (field) => field.relationshipName?.toLowerCase() === name.toLowerCase(),
  );
  const target = reference?.referenceTo.length === 1 ? schema.object(reference.referenceTo[0] ?? '') : undefined;
  if (!reference || !target) throw new FormulaError(`Field ${path.join('.')} does not exist. Check spelling.`);
  const parent = follow(rest, target, schema);
  return {
    type: parent.type,
    read: (row, store) => {
      const id = row[reference.name];
      const found = typeof id === 'string' ? store.getRow(target.name, id) : null;
      return found ? parent.read(found, store) : null;
    },
  };
}

function typeOf(field: FieldDescription): FormulaType {
  const type = TYPES[field.type];
  if (type === undefined || (field.type === 'textarea' && !field.isFilterable)) {
    throw new FormulaError(`Field ${field.name} of type ${field.type} in a formula is not supported by the local org.`);
  }
  return type;
}

/** Ids have 15 characters in formulas, and 50 percent is 0.5. */
function formulaValue(field: FieldDescription, value: StoreValue): StoreValue {
  if (typeof value === 'string' && (field.type === 'id' || field.type === 'reference')) return value.slice(0, 15);
  if (typeof value === 'number' && field.type === 'percent') return value / 100;
  return value;
}
