import { currentOrg } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import type { FieldDescription, ObjectDescription } from '../../schema/SchemaCatalog.ts';
import { ApexDate } from '../../values/ApexDate.ts';
import { ApexDatetime } from '../../values/ApexDatetime.ts';
import { ApexDecimal } from '../../values/ApexDecimal.ts';
import { ApexDouble } from '../../values/ApexDouble.ts';
import { tryToId18 } from '../../values/id.ts';
import type { SObjectValue } from '../../values/SObjectValue.ts';
import { typeOf } from '../../values/typeOf.ts';
import { FieldToken } from './tokens.ts';

export function descriptionOf(record: SObjectValue): ObjectDescription {
  const description = currentOrg().schema.object(record.type);
  if (!description) throw new Error(`The schema has no object ${record.type}.`);
  return description;
}

/** The field that dynamic Apex names. Throws System.SObjectException when the object has none of that name. */
export function fieldNamed(record: SObjectValue, name: string | FieldToken): FieldDescription {
  if (name instanceof FieldToken) {
    if (name.object !== record.type) {
      throwApex(
        'System.SObjectException',
        `${name.object}.${name.field} does not belong to SObject type ${record.type}`,
      );
    }
    return name.description;
  }
  const field = descriptionOf(record).fields.get(name.toLowerCase());
  if (!field) throwApex('System.SObjectException', `Invalid field ${name} for ${record.type}`);
  return field;
}

/** `getSObject('Profile')`, also by the reference field: the canonical name of the relationship. */
export function relationshipNamed(record: SObjectValue, name: string | FieldToken): string {
  const key = name instanceof FieldToken ? name.field.toLowerCase() : name.toLowerCase();
  for (const field of descriptionOf(record).fields.values()) {
    if (field.relationshipName === null) continue;
    if (field.relationshipName.toLowerCase() === key || field.name.toLowerCase() === key) return field.relationshipName;
  }
  throwApex('System.SObjectException', `Invalid relationship ${key} for ${record.type}`);
}

export function childRelationshipNamed(record: SObjectValue, name: string): string {
  const found = descriptionOf(record).childRelationships.find(
    (child) => child.name.toLowerCase() === name.toLowerCase(),
  );
  if (!found) throwApex('System.SObjectException', `Invalid relationship ${name} for ${record.type}`);
  return found.name;
}

/** The value as the field holds it. Throws System.SObjectException when its type does not fit. */
export function valueFor(field: FieldDescription, value: unknown): unknown {
  if (value === null) return null;
  const fitting = convert(field.apexType, value);
  if (fitting === undefined) {
    throwApex('System.SObjectException', `Illegal assignment from ${typeOf(value).name} to ${field.apexType}`);
  }
  return fitting;
}

function convert(apexType: string, value: unknown): unknown {
  switch (apexType) {
    case 'Id':
      if (typeof value !== 'string') return undefined;
      return tryToId18(value) ?? throwApex('System.StringException', `Invalid id: ${value}`);
    case 'String':
      return typeof value === 'string' ? value : undefined;
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'Integer':
      return typeof value === 'number' ? value : undefined;
    case 'Decimal':
      if (typeof value === 'number' || typeof value === 'bigint') return ApexDecimal.fromInteger(value);
      if (value instanceof ApexDouble) return ApexDecimal.fromDouble(value.value);
      return value instanceof ApexDecimal ? value : undefined;
    case 'Datetime':
      if (value instanceof ApexDate) return new ApexDatetime(value.days * 86_400_000);
      return value instanceof ApexDatetime ? value : undefined;
    case 'Date':
      return value instanceof ApexDate ? value : undefined;
    default:
      return value;
  }
}
