import type { SQLInputValue } from 'node:sqlite';
import { throwApex } from '../../runtime/ApexException.ts';
import { toStore } from '../../store/apexValues.ts';
import type { StoreValue } from '../../store/RowValues.ts';
import { ApexList } from '../../values/ApexList.ts';
import { ApexMap } from '../../values/ApexMap.ts';
import { ApexSet } from '../../values/ApexSet.ts';
import { SObjectValue } from '../../values/SObjectValue.ts';
import { toText } from '../../values/text.ts';
import { typeOf } from '../../values/typeOf.ts';
import { daysOfFormula, type DayRange } from '../dates.ts';
import type { ValueType } from '../resolve/ResolvedQuery.ts';

/** The values of the bind variables of one run, and the moment and time zone that date literals mean. */
export class BindValues {
  readonly now: number;
  readonly timeZone: string;
  private readonly read: (name: string) => unknown;
  /** Set for the sub-query that runs next: the Ids of the parents. */
  parentIds: readonly string[] = [];
  /** Set where a search index answers a condition: what it is asked. */
  searchExpression = '';
  /** Set where that index alone knows how many rows a query counts. */
  searchCount: number | null = null;

  constructor(read: (name: string) => unknown, now: number, timeZone: string) {
    this.read = read;
    this.now = now;
    this.timeZone = timeZone;
  }

  /** The value in the store's form. Throws System.QueryException when it is not of the type that the field needs. */
  value(name: string, type: ValueType): StoreValue {
    return storeValue(this.read(name), type);
  }

  /** Elements of a collection, without nulls. */
  list(name: string, type: ValueType): StoreValue[] {
    return this.elements(name, type).filter((value) => value !== null);
  }

  /** True for a null and for a collection that holds one. */
  hasNull({ kind, name, type }: { kind: 'bind' | 'collectionBind'; name: string; type: ValueType }): boolean {
    return kind === 'bind' ? this.value(name, type) === null : this.elements(name, type).includes(null);
  }

  /** True for a collection of one value that is not null. */
  isSingle(name: string, type: ValueType): boolean {
    const elements = this.elements(name, type);
    return elements.length === 1 && elements[0] !== null;
  }

  days(formula: string, count: number | null): DayRange {
    return daysOfFormula(formula, count, this.now, this.timeZone);
  }

  private elements(name: string, type: ValueType): StoreValue[] {
    const collection = this.read(name);
    if (collection === null) return [];
    return elementsOf(collection, type).map((value) => storeValue(value, type));
  }
}

/** Lists and sets, records among them stand for their Ids. A single value is a list of one, as on Salesforce. */
function elementsOf(collection: unknown, type: ValueType): unknown[] {
  if (collection instanceof ApexList) return collection.items;
  if (collection instanceof ApexSet) return [...collection.values()];
  if (collection instanceof ApexMap) {
    throwApex(
      'System.QueryException',
      `Invalid bind expression type of ${collection.type.name} for column of type ${type.apexType}`,
    );
  }
  return [collection];
}

function storeValue(value: unknown, type: ValueType): StoreValue {
  if (value instanceof SObjectValue && type.apexType === 'Id') return value.id;
  const stored = toStore(type, value);
  if (stored !== undefined) return stored;
  if (type.apexType === 'Id' && typeof value === 'string')
    throwApex('System.QueryException', `invalid ID field: ${value}`);
  throwApex(
    'System.QueryException',
    `Invalid bind expression type of ${typeOf(value).name} (${toText(value)}) for column ${type.name} of type ${type.apexType}`,
  );
}

export function sqlInput(value: StoreValue): SQLInputValue {
  return typeof value === 'boolean' ? Number(value) : value;
}
