import { currentOrg, currentTransaction } from '../../org/current.ts';
import type { RowResult } from '../../dml/RowResult.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import type { ApexList } from '../../values/ApexList.ts';
import type { SObjectValue } from '../../values/SObjectValue.ts';
import type { CallSite } from '../CallSite.ts';
import type { AccessLevelValue } from '../data/AccessLevel.ts';
import { makeResult, resultList } from '../data/results.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { requireArgument } from './requireArgument.ts';

type Access = AccessLevelValue['access'];

/**
 * Publishing in user mode, the default from API 67 on, wants create access to the event; in system mode nothing is asked (Apex
 * Reference, EventBus, "publish" and "publishWithAccessLevel"; both came with API 67).
 */
export const EventBusType = definePlatformType({
  name: 'System.EventBus',
  methods: {
    'callsite static Database.SaveResult publish(SObject event)': (site: CallSite, event: SObjectValue | null) =>
      publishOne(event, defaultAccess(site)),
    'callsite static List<Database.SaveResult> publish(List<SObject> events)': (
      site: CallSite,
      events: ApexList | null,
    ) => publishAll(events, defaultAccess(site)),
    'static Database.SaveResult publishWithAccessLevel(SObject event, AccessLevel accessLevel)': (
      event: SObjectValue | null,
      level: AccessLevelValue | null,
    ) => publishOne(event, requireArgument(level).access),
    'static List<Database.SaveResult> publishWithAccessLevel(List<SObject> events, AccessLevel accessLevel)': (
      events: ApexList | null,
      level: AccessLevelValue | null,
    ) => publishAll(events, requireArgument(level).access),
  },
  missing: 'publish callbacks and getOperationId',
});

const USER_MODE_VERSION = 67;

function defaultAccess(site: CallSite): Access {
  return site.apiVersion >= USER_MODE_VERSION ? 'user' : 'system';
}

function publishOne(event: SObjectValue | null, access: Access): unknown {
  const record = requireArgument(event);
  count([record]);
  return makeResult('Database.SaveResult', publish(record, 0, access));
}

function publishAll(events: ApexList | null, access: Access): ApexList {
  const records = requireArgument(events).items as (SObjectValue | null)[];
  const published = records.map((record) => requireArgument(record));
  if (published.length > 0) count(published);
  return resultList(
    'Database.SaveResult',
    published.map((record, index) => publish(record, index, access)),
  );
}

/** After-commit events count as a DML statement, immediate ones have a counter of their own (Apex Developer Guide, limits). */
function count(events: readonly SObjectValue[]): void {
  const { limits } = currentTransaction();
  const [first] = events;
  const isImmediate = first && currentOrg().schema.object(first.type)?.publishBehavior === 'PublishImmediately';
  limits.count(isImmediate ? 'PublishImmediateDML' : 'DmlStatements');
}

/**
 * Throws System.UnexpectedException when the object is no platform event; the documentation says so, its text is *unverified*.
 * A user who may not create the event gets a failed result, as reports of real orgs show it; its status code is *unverified*.
 */
function publish(event: SObjectValue, index: number, access: Access): RowResult {
  const { events, schema, access: rights, behavior } = currentOrg();
  if (!schema.object(event.type)?.publishBehavior) {
    throwApex('System.UnexpectedException', `${event.type} is not a platform event and cannot be published.`);
  }
  const isAsked = access === 'user' && behavior.publishNeedsCreateAccess;
  if (!isAsked || rights.objectAccess(currentTransaction().userId, event.type).create) {
    return events.publish(event, index);
  }
  const message = `Access to entity '${event.type}' denied`;
  const error = { index, id: null, statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, fields: [] };
  return { isSuccess: false, id: null, isCreated: false, errors: [error] };
}
