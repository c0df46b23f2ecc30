import type { Org } from '../org/Org.ts';
import type { TriggerHandle, TriggerRunner } from '../dml/triggers.ts';
import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';
import type { EventSubscription } from './EventSubscription.ts';

/** Tip of an event whose latest replay id is not available (Object Reference, EventBusSubscriber). */
const NO_TIP = -1;

/** The triggers that subscribe to platform events. */
export function eventTriggers(schema: SchemaCatalog, triggers: TriggerRunner): TriggerHandle[] {
  return [...schema.objectNames()]
    .filter((name) => schema.object(name)?.publishBehavior)
    .flatMap((name) => triggers.triggersFor(name, 'after insert'));
}

/** Writes the EventBusSubscriber rows of a project that was deployed: a deployment starts stopped subscribers again. */
export function deploySubscribers(store: Store, handles: readonly TriggerHandle[]): void {
  for (const row of store.findRows('EventBusSubscriber')) store.deleteRow('EventBusSubscriber', row.Id as string);
  for (const { name, object } of handles) {
    store.insertRow('EventBusSubscriber', {
      Name: name,
      Topic: object,
      Type: 'ApexTrigger',
      Status: 'Running',
      Position: 0,
      Tip: NO_TIP,
      Retries: 0,
      IsPartitioned: false,
    });
  }
}

/** Shows the state of a subscriber in its row. */
export function saveSubscriber(org: Org, name: string, subscription: EventSubscription): void {
  for (const row of org.store.findRows('EventBusSubscriber', { Name: name })) {
    org.store.updateRow('EventBusSubscriber', row.Id as string, {
      Status: subscription.status,
      Retries: subscription.retries,
      LastError: subscription.lastError?.slice(0, 1000) ?? null,
      Position: subscription.position,
    });
  }
}
