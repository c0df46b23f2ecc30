import type { Org } from '../org/Org.ts';
import type { TriggerHandle, TriggerRunner } from '../dml/triggers.ts';
import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';
import { EventSubscription } from './EventSubscription.ts';

/** Tip of an event whose latest replay id is not available (Object Reference, EventBusSubscriber). */
const NO_TIP = -1;

/** The triggers that subscribe to platform events. */
export function eventTriggers(schema: SchemaCatalog, triggers: TriggerRunner): TriggerHandle[] {
  return [...schema.objectNames()]
    .filter((name) => schema.object(name)?.publishBehavior)
    .flatMap((name) => triggers.triggersFor(name, 'after insert'));
}

/**
 * Writes the EventBusSubscriber rows of a project that was deployed. A subscriber goes on where it was. A new one starts with
 * the next event, and so does a stopped one whose trigger was changed (Platform Events Developer Guide, "View and Manage an
 * Event's Subscribers": it resumes from the tip when it is fixed and saved).
 * @param tip replay id of the event that was published last.
 */
export function deploySubscribers(
  store: Store,
  handles: readonly TriggerHandle[],
  tip: number,
  hasChanged: (triggerName: string) => boolean,
): void {
  const known = new Map(store.findRows('EventBusSubscriber').map((row) => [`${row.Name}:${row.Topic}`, row]));
  for (const { name, object } of handles) {
    const row = known.get(`${name}:${object}`);
    known.delete(`${name}:${object}`);
    const fresh = { Status: 'Running', Position: tip, Retries: 0, LastError: null };
    if (!row) {
      const values = { Name: name, Topic: object, Type: 'ApexTrigger', Tip: NO_TIP, IsPartitioned: false };
      store.insertRow('EventBusSubscriber', { ...values, ...fresh });
    } else if (row.Status === 'Error' && hasChanged(name)) {
      store.updateRow('EventBusSubscriber', row.Id as string, fresh);
    }
  }
  for (const row of known.values()) store.deleteRow('EventBusSubscriber', row.Id as string);
}

/** The state of the subscribers as their rows show it. */
export function readSubscribers(store: Store): { name: string; subscription: EventSubscription }[] {
  return store.findRows('EventBusSubscriber').map((row) => {
    const subscription = new EventSubscription();
    subscription.status = row.Status as EventSubscription['status'];
    subscription.position = Number(row.Position ?? 0);
    subscription.retries = Number(row.Retries ?? 0);
    subscription.lastError = row.LastError as string | null;
    return { name: String(row.Name), subscription };
  });
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
