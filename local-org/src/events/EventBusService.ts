import { randomUUID } from 'node:crypto';
import type { RowResult } from '../dml/RowResult.ts';
import type { TriggerContext, TriggerHandle } from '../dml/triggers.ts';
import { currentOrg, currentTransaction } from '../org/current.ts';
import { atomically, executeTransaction } from '../org/execute.ts';
import type { Org } from '../org/Org.ts';
import type { Store } from '../store/Store.ts';
import { ApexException, throwApex } from '../runtime/ApexException.ts';
import { runtimeType } from '../types/RuntimeType.ts';
import { ApexDatetime } from '../values/ApexDatetime.ts';
import { ApexList } from '../values/ApexList.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';
import { checkEvent } from './checkEvent.ts';
import { EventSubscription } from './EventSubscription.ts';
import { EventTable, replayIdOf } from './EventTable.ts';
import { readSubscribers, saveSubscriber } from './subscriberRows.ts';

/** Subscribers that feed each other for ever end a test here. */
const MOST_ROUNDS = 100;

interface Delivery {
  readonly trigger: TriggerHandle;
  readonly events: readonly SObjectValue[];
}

/** The most events that one run of a trigger gets (Platform Events Developer Guide: batches of up to 2,000). */
const BATCH_SIZE = 2000;

/** Retries after a RetryableException before a subscriber stops (Platform Events Developer Guide: nine). */
const MAX_RETRIES = 9;

/**
 * The event bus of one org: takes what EventBus.publish publishes and runs the subscribed triggers, each in transactions of
 * its own, as Automated Process. After-commit events wait for the commit of the transaction that published them; immediate
 * ones survive its rollback. In a test everything waits until the test delivers it.
 *
 * Outside of tests events and the positions of subscribers stand in the org's file: a position moves in the commit of the
 * subscriber's own transaction, so that after a restart each event is delivered that was not, and no event twice.
 */
export class EventBusService {
  private pending: SObjectValue[] = [];
  /** Only in tests: batches whose trigger asked for a retry; the next delivery is the retry. */
  private retries: Delivery[] = [];
  private nextReplayId: number;
  private readonly kept: EventTable;
  /** Immediate events of a transaction that still runs: its rollback must not take them from the file. */
  private readonly unwritten: SObjectValue[] = [];
  private readonly subscriptions = new Map<string, EventSubscription>();
  /** Called when there is something to deliver and no test holds it back. */
  onPending: () => void = () => undefined;

  constructor(store: Store) {
    this.kept = new EventTable(store);
    this.nextReplayId = this.kept.tip + 1;
  }

  /** Takes up where an earlier run of the org's file ended. */
  restore(org: Org): void {
    let lowest = this.kept.tip;
    for (const { name, subscription } of readSubscribers(org.store)) {
      this.subscriptions.set(name, subscription);
      if (subscription.status === 'Running') lowest = Math.min(lowest, subscription.position);
    }
    this.kept.removeOld();
    for (const event of this.kept.after(lowest)) this.accept(event);
  }

  /** Writes immediate events to the file: when the transaction that published them has ended, one way or the other. */
  keepImmediate(): void {
    for (const event of this.unwritten.splice(0)) this.kept.write(event);
  }

  /**
   * Publishes one event of the running transaction. An event that does not fit its definition is not published; the result
   * says why. What the user may do is not asked here.
   */
  publish(record: SObjectValue, index: number): RowResult {
    const transaction = currentTransaction();
    const object = currentOrg().schema.object(record.type);
    if (!object) throw new Error(`The schema has no object ${record.type}.`);
    const errors = checkEvent(object, record, index);
    if (errors.length > 0) return { isSuccess: false, id: null, isCreated: false, errors };
    const event = this.stamp(record);
    if (object.publishBehavior === 'PublishImmediately') {
      if (!transaction.isTest) this.unwritten.push(event);
      this.accept(event);
    } else {
      if (!transaction.isTest) this.kept.write(event);
      transaction.afterCommit.push(() => this.accept(event));
    }
    return { isSuccess: true, id: currentOrg().store.newId(record.type), isCreated: true, errors: [] };
  }

  get hasPending(): boolean {
    return this.pending.length > 0;
  }

  /**
   * Runs the subscribers of everything that waits. In a test also of what they publish meanwhile; a running org leaves that
   * for the next call, so that subscribers that feed each other do not hold it up.
   */
  deliver(org: Org, isTest: boolean): void {
    for (const { trigger, events } of this.retries.splice(0)) this.run(org, trigger, events, isTest);
    for (let round = 0; this.pending.length > 0; round++) {
      if (round === MOST_ROUNDS)
        throwApex('System.LimitException', 'Maximum trigger depth exceeded by platform events');
      this.deliverRound(org, isTest);
      if (!isTest) return;
    }
  }

  private deliverRound(org: Org, isTest: boolean): void {
    if (!isTest) this.kept.removeOld();
    const inOrder = this.pending.splice(0).sort((one, other) => replayIdOf(one) - replayIdOf(other));
    for (const [type, batch] of groupByType(inOrder)) {
      for (const trigger of org.triggers.triggersFor(type, 'after insert')) {
        const subscription = this.subscription(trigger.name);
        // After a restart a subscriber may know some of them already.
        const events = batch.filter((event) => replayIdOf(event) > subscription.position);
        if (subscription.status === 'Error' || events.length === 0) continue;
        subscription.begin();
        this.run(org, trigger, events, isTest);
      }
    }
  }

  /**
   * Resumes a subscriber that has stopped, as Setup does: where it left off, so that what was published meanwhile and is kept
   * is delivered, or from the tip, so that only new events are. Throws an Error with a sentence.
   */
  resume(org: Org, triggerName: string, from: 'leftOff' | 'tip'): void {
    const subscription = this.subscriptions.get(triggerName);
    if (!subscription) throw new Error(`No trigger with the name ${triggerName} has been given any event.`);
    if (subscription.status !== 'Error') throw new Error(`The trigger ${triggerName} has not stopped.`);
    subscription.resume(from === 'tip' ? this.kept.tip : subscription.position);
    atomically(org, () => saveSubscriber(org, triggerName, subscription));
    const waiting = new Set(this.pending.map(replayIdOf));
    for (const event of this.kept.after(subscription.position)) {
      if (!waiting.has(replayIdOf(event))) this.pending.push(event);
    }
    this.onPending();
  }

  /** Forgets what waits: the events of a test that ended, or failed deliveries. */
  discard(): void {
    this.pending = [];
  }

  /** A test ended: nothing waits any more, and every subscriber is as it was. */
  forget(): void {
    this.pending = [];
    this.retries = [];
    this.subscriptions.clear();
  }

  /** State of a subscriber, as EventBusSubscriber shows it. */
  subscription(triggerName: string): EventSubscription {
    let subscription = this.subscriptions.get(triggerName);
    if (!subscription) this.subscriptions.set(triggerName, (subscription = new EventSubscription()));
    return subscription;
  }

  private stamp(record: SObjectValue): SObjectValue {
    const event = record.copy({ keepId: false, isQueried: false });
    const transaction = currentTransaction();
    event.put('EventUuid', randomUUID());
    event.put('ReplayId', String(this.nextReplayId++));
    event.put('CreatedById', transaction.userId);
    event.put('CreatedDate', new ApexDatetime(currentOrg().clock.now()));
    return event;
  }

  private accept(event: SObjectValue): void {
    this.pending.push(event);
    this.onPending();
  }

  private run(org: Org, trigger: TriggerHandle, events: readonly SObjectValue[], isTest: boolean): void {
    const subscription = this.subscription(trigger.name);
    let rest = events.slice();
    while (rest.length > 0) {
      const batch = rest.slice(0, BATCH_SIZE);
      let isStopped = false as boolean;
      const failure = this.attempt(org, trigger, batch, subscription, isTest, (error) => {
        const done = subscription.positionAfterCheckpoint(batch) ?? (wantsRetry(error) ? 0 : batch.length);
        const last = batch[done - 1];
        if (last) subscription.position = replayIdOf(last);
        rest = rest.slice(done);
        if (wantsRetry(error)) isStopped = !subscription.retry(error?.apexMessage ?? null, MAX_RETRIES);
        saveSubscriber(org, trigger.name, subscription);
      });
      if (isStopped) {
        org.log(`The trigger ${trigger.name} gave up after ${MAX_RETRIES} retries and is stopped.`);
        return;
      }
      if (wantsRetry(failure)) {
        if (!isTest) continue;
        // In a test each delivery is one attempt (Platform Events Developer Guide, "Test Retried Event Messages").
        this.retries.push({ trigger, events: rest });
        return;
      }
      if (failure) org.log(`The trigger ${trigger.name} failed: ${failure.apexType}: ${failure.apexMessage}`);
      subscription.begin();
    }
    saveSubscriber(org, trigger.name, subscription);
  }

  /** `settle` is part of the trigger's commit; after a failure it is a commit of its own. */
  private attempt(
    org: Org,
    trigger: TriggerHandle,
    events: SObjectValue[],
    subscription: EventSubscription,
    isTest: boolean,
    settle: (error: ApexException | null) => void,
  ): ApexException | null {
    const options = { userId: org.automatedProcessUserId, isAsync: false, isTest, quiddity: 'event' as const };
    try {
      executeTransaction(org, options, (transaction) => {
        transaction.eventSubscription = subscription;
        subscription.enter(events);
        trigger.run(contextOf(events));
        settle(null);
      });
      return null;
    } catch (error) {
      if (!(error instanceof ApexException)) throw error;
      atomically(org, () => settle(error));
      return error;
    }
  }
}

function wantsRetry(error: ApexException | null): boolean {
  return error?.apexType === 'EventBus.RetryableException';
}

function contextOf(events: SObjectValue[]): TriggerContext {
  const type = events[0]?.type ?? 'SObject';
  return {
    isExecuting: true,
    isBefore: false,
    isAfter: true,
    isInsert: true,
    isUpdate: false,
    isDelete: false,
    isUndelete: false,
    operationType: 'AFTER_INSERT',
    size: events.length,
    new: new ApexList(runtimeType(`List<${type}>`), events),
    old: null,
    newMap: null,
    oldMap: null,
  };
}

function groupByType(events: readonly SObjectValue[]): Map<string, SObjectValue[]> {
  const groups = new Map<string, SObjectValue[]>();
  for (const event of events) {
    const group = groups.get(event.type);
    if (group) group.push(event);
    else groups.set(event.type, [event]);
  }
  return groups;
}
