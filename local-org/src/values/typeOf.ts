import { ApexException } from '../runtime/ApexException.ts';
import { runtimeType, type RuntimeType } from '../types/RuntimeType.ts';
import { ApexCollection } from './ApexCollection.ts';
import { isProjectObject } from './classBehavior.ts';
import { isValueObject } from './ValueObject.ts';

const STRING = runtimeType('String');
const INTEGER = runtimeType('Integer');
const LONG = runtimeType('Long');
const BOOLEAN = runtimeType('Boolean');
const OBJECT = runtimeType('Object');

/** The run-time type of a value. An Id is a String here: its form decides `instanceof Id`. Null is Object. */
export function typeOf(value: unknown): RuntimeType {
  switch (typeof value) {
    case 'string':
      return STRING;
    case 'number':
      return INTEGER;
    case 'bigint':
      return LONG;
    case 'boolean':
      return BOOLEAN;
    default:
      return typeOfObject(value);
  }
}

function typeOfObject(value: unknown): RuntimeType {
  if (value instanceof ApexCollection) return value.type;
  if (isProjectObject(value)) return value.$type;
  if (isValueObject(value) || value instanceof ApexException) return runtimeType(value.apexType);
  return OBJECT;
}
