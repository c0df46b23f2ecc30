import { currentOrg, currentTransaction } from '../../org/current.ts';
import type { RowResult } from '../../dml/RowResult.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import type { ApexList } from '../../values/ApexList.ts';
import type { SObjectValue } from '../../values/SObjectValue.ts';
import { makeResult, resultList } from '../data/results.ts';
import { definePlatformType } from '../definePlatformType.ts';

export const EventBusType = definePlatformType({
  name: 'System.EventBus',
  methods: {
    'static Database.SaveResult publish(SObject event)': (event: SObjectValue | null) => {
      if (event === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
      count([event]);
      return makeResult('Database.SaveResult', publishOne(event, 0));
    },
    'static List<Database.SaveResult> publish(List<SObject> events)': (events: ApexList | null) => {
      if (events === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
      const records = events.items as (SObjectValue | null)[];
      if (records.includes(null)) throwApex('System.NullPointerException', 'Argument cannot be null.');
      const published = records as SObjectValue[];
      if (published.length > 0) count(published);
      return resultList('Database.SaveResult', published.map(publishOne));
    },
  },
  missing: 'publish callbacks and getOperationId',
});

/** After-commit events count as a DML statement, immediate ones have a counter of their own (Apex Developer Guide, limits). */
function count(events: readonly SObjectValue[]): void {
  const { limits } = currentTransaction();
  const [first] = events;
  const isImmediate = first && currentOrg().schema.object(first.type)?.publishBehavior === 'PublishImmediately';
  limits.count(isImmediate ? 'PublishImmediateDML' : 'DmlStatements');
}

function publishOne(event: SObjectValue, index: number): RowResult {
  return currentOrg().events.publish(event, index);
}
