import type { FieldDescription } from '../../schema/SchemaCatalog.ts';
import type { StoreValue } from '../../store/RowValues.ts';
import { tryToId18 } from '../../values/id.ts';

/** A value of the REST API as the store holds it. Throws an Error with a sentence when it does not fit the field. */
export function storeValue(field: FieldDescription, value: unknown): StoreValue {
  if (value === null || value === undefined || value === '') return null;
  switch (field.apexType) {
    case 'Boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'Datetime': {
      // `2024-05-01T10:00:00.000+0000`: JavaScript wants a colon in the offset.
      const time = typeof value === 'string' ? Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : NaN;
      if (!Number.isNaN(time)) return time;
      break;
    }
    case 'Integer':
    case 'Decimal':
    case 'Double':
      if (typeof value === 'number') return value;
      break;
    case 'Id': {
      const id = typeof value === 'string' ? tryToId18(value) : null;
      if (id !== null) return id;
      break;
    }
    default:
      if (typeof value === 'string') return value;
  }
  throw new Error(`The value ${JSON.stringify(value)} does not fit the field ${field.name}.`);
}
