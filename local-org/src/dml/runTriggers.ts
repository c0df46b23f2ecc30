import type { Org } from '../org/Org.ts';
import type { Transaction } from '../org/Transaction.ts';
import { ApexException, throwApex, UncatchableApexException } from '../runtime/ApexException.ts';
import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';
import type { DmlRow } from './DmlRow.ts';
import { recordList, recordMap, takeOverChanges, triggerRecord } from './triggerRecords.ts';
import type { TriggerContext, TriggerEvent, TriggerHandle } from './triggers.ts';

/** Apex Developer Guide, "Execution Governors and Limits": stack depth of recursive Apex that fires triggers. */
const MAX_TRIGGER_DEPTH = 16;

type Operation = 'insert' | 'update' | 'delete' | 'undelete';

/** Runs the triggers of one event over the rows without errors. What they put on records goes back into the rows. */
export function runTriggers(
  time: 'before' | 'after',
  operation: Operation,
  object: ObjectDescription,
  rows: readonly DmlRow[],
  transaction: Transaction,
  org: Org,
): void {
  if (operation === 'undelete' && time === 'before') return;
  const event = `${time} ${operation}` as TriggerEvent;
  const handles = inOrder(org.triggers.triggersFor(object.name, event), org);
  const good = rows.filter((row) => !row.hasErrors && !row.isExisting);
  if (handles.length === 0 || good.length === 0) return;
  const records = recordsFor(time, operation, object, good);
  const carriers = records.new ?? records.old ?? [];
  for (const record of carriers) record.errors = [];
  const originals = time === 'before' && records.new ? records.new.map((record) => new Map(record.fields)) : null;
  const context = contextOf(time, operation, object, records);
  enter(transaction, object, event);
  const leave = time === 'before' ? occupy(transaction, handles[0]?.name ?? '', good) : null;
  try {
    for (const handle of handles) {
      try {
        handle.run(context);
      } catch (error) {
        if (!(error instanceof ApexException) || error instanceof UncatchableApexException) throw error;
        const message = failureText(handle.name, time, operation, error);
        for (const row of good) row.addError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message);
        return;
      }
    }
  } finally {
    transaction.triggerDepth--;
    leave?.();
    carriers.forEach((record, index) => collectErrors(record, good[index]));
  }
  originals?.forEach((before, index) => {
    const row = good[index];
    const record = records.new?.[index];
    if (row && record) takeOverChanges(object, row, record, before);
  });
}

function inOrder(handles: readonly TriggerHandle[], org: Org): readonly TriggerHandle[] {
  return org.behavior.triggersRunInReverse ? handles.toReversed() : handles;
}

function enter(transaction: Transaction, object: ObjectDescription, event: TriggerEvent): void {
  transaction.triggerDepth++;
  if (transaction.triggerDepth <= MAX_TRIGGER_DEPTH) return;
  transaction.triggerDepth--;
  throwApex('System.LimitException', `Maximum trigger depth exceeded: ${object.name} trigger event ${event}`);
}

/** Ids of the rows whose before triggers run, and the trigger, per transaction. */
const occupied = new WeakMap<Transaction, Map<string, string>>();

function occupy(transaction: Transaction, trigger: string, rows: readonly DmlRow[]): () => void {
  const ids = occupied.get(transaction) ?? new Map<string, string>();
  occupied.set(transaction, ids);
  const added = rows.map(({ id }) => id).filter((id) => !ids.has(id));
  for (const id of added) ids.set(id, trigger);
  return () => {
    for (const id of added) ids.delete(id);
  };
}

/** Rows cannot be updated or deleted from their own before trigger (status code SELF_REFERENCE_FROM_TRIGGER). */
export function refuseSelfReference(rows: readonly DmlRow[], operation: Operation, transaction: Transaction): void {
  const ids = occupied.get(transaction);
  if (!ids || ids.size === 0) return;
  for (const row of rows) {
    const trigger = row.old ? ids.get(row.id) : undefined;
    if (trigger === undefined) continue;
    const verb = operation === 'delete' ? 'delete' : 'update';
    row.addError(
      'SELF_REFERENCE_FROM_TRIGGER',
      `Object (id = ${row.id.slice(0, 15)}) is currently in trigger ${trigger}, therefore it cannot recursively ${verb} itself`,
    );
  }
}

interface TriggerRecords {
  readonly new: SObjectValue[] | null;
  readonly old: SObjectValue[] | null;
}

function recordsFor(
  time: 'before' | 'after',
  operation: Operation,
  object: ObjectDescription,
  rows: readonly DmlRow[],
): TriggerRecords {
  const isBefore = time === 'before';
  const hasNew = operation !== 'delete';
  const hasOld = operation === 'update' || operation === 'delete';
  const isWritten = !(isBefore && operation === 'insert');
  return {
    new: hasNew
      ? rows.map((row) => triggerRecord(object, row.new, { withId: isWritten, isReadOnly: !isBefore }))
      : null,
    old: hasOld ? rows.map((row) => triggerRecord(object, row.old ?? {}, { withId: true, isReadOnly: true })) : null,
  };
}

function contextOf(
  time: 'before' | 'after',
  operation: Operation,
  object: ObjectDescription,
  records: TriggerRecords,
): TriggerContext {
  const hasIds = !(time === 'before' && operation === 'insert');
  return {
    isExecuting: true,
    isBefore: time === 'before',
    isAfter: time === 'after',
    isInsert: operation === 'insert',
    isUpdate: operation === 'update',
    isDelete: operation === 'delete',
    isUndelete: operation === 'undelete',
    operationType: `${time}_${operation}`.toUpperCase(),
    size: (records.new ?? records.old ?? []).length,
    new: records.new && recordList(object, records.new),
    old: records.old && recordList(object, records.old),
    newMap: records.new && hasIds ? recordMap(object, records.new) : null,
    oldMap: records.old && recordMap(object, records.old),
  };
}

function collectErrors(record: SObjectValue, row: DmlRow | undefined): void {
  for (const { statusCode, message, field } of record.errors ?? []) {
    row?.addError(statusCode, message, field === null ? [] : [field]);
  }
  record.errors = null;
}

/** `MyTrigger: execution of BeforeInsert` with the cause, as Salesforce writes it. */
function failureText(trigger: string, time: string, operation: Operation, error: ApexException): string {
  const event = capitalized(time) + capitalized(operation);
  const stack = (error as { apexStackTrace?: string | null }).apexStackTrace ?? '';
  return `${trigger}: execution of ${event}\n\ncaused by: ${error.apexType}: ${error.apexMessage ?? ''}\n\n${stack}`;
}

function capitalized(text: string): string {
  return (text[0] ?? '').toUpperCase() + text.slice(1);
}
