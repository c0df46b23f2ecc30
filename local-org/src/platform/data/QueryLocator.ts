import { currentTransaction } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { RefusedError } from '../../runtime/RefusedError.ts';
import type { ApexList } from '../../values/ApexList.ts';
import type { SObjectValue } from '../../values/SObjectValue.ts';
import type { ValueObject } from '../../values/ValueObject.ts';
import { definePlatformType } from '../definePlatformType.ts';

/** Database.QueryLocator: the rows are read when it is made, as far as the local org is concerned. */
export class QueryLocatorValue implements ValueObject {
  readonly apexType = 'Database.QueryLocator';
  readonly text: string;
  readonly records: readonly SObjectValue[];

  constructor(text: string, records: readonly SObjectValue[]) {
    this.text = text;
    this.records = records;
  }
}

class LocatorIterator implements ValueObject {
  readonly apexType = 'Database.QueryLocatorIterator';
  private readonly records: readonly SObjectValue[];
  private next = 0;

  constructor(records: readonly SObjectValue[]) {
    this.records = records;
  }

  hasNext(): boolean {
    return this.next < this.records.length;
  }

  take(): SObjectValue {
    const record = this.records[this.next++];
    if (!record) throwApex('System.NoSuchElementException', 'No more elements');
    return record;
  }
}

/**
 * Counts the rows as query locator rows, not as query rows. A batch may read more: it makes its locator by itself.
 * Throws System.QueryException for an aggregate query (Apex Reference, Database.getQueryLocator); its text is *unverified*.
 */
export function makeLocator(text: string, rows: ApexList): QueryLocatorValue {
  if (rows.type.name === 'List<AggregateResult>' || (rows.items[0] as SObjectValue | undefined)?.type === 'AggregateResult') {
    throwApex('System.QueryException', 'Aggregate queries are not supported by query locators');
  }
  const { limits } = currentTransaction();
  const records = rows.items as SObjectValue[];
  limits.giveBack('QueryRows', records.length);
  limits.count('QueryLocatorRows', records.length);
  return new QueryLocatorValue(text, records);
}

export const QueryLocator = definePlatformType({
  name: 'Database.QueryLocator',
  methods: {
    'String getQuery()': (self: QueryLocatorValue) => {
      if (self.text === '') throw new RefusedError('getQuery() of a locator of an inline query is not supported.');
      return self.text;
    },
    'Database.QueryLocatorIterator iterator()': (self: QueryLocatorValue) => new LocatorIterator(self.records),
  },
});

export const QueryLocatorIterator = definePlatformType({
  name: 'Database.QueryLocatorIterator',
  implements: ['Iterator<SObject>'],
  methods: {
    'Boolean hasNext()': (self: LocatorIterator) => self.hasNext(),
    'SObject next()': (self: LocatorIterator) => self.take(),
  },
});
