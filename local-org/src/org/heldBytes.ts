import { ApexObject } from '../runtime/ApexObject.ts';
import { ApexException } from '../runtime/ApexException.ts';
import { currentTrigger } from '../runtime/triggerContexts.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnum,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
} from '../values/index.ts';
import { OBJECT, REFERENCE } from '../values/heapCharge.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import type { HeapRoots } from './HeapMeter.ts';

/** Key, value and place in the table of a map or set. */
const ENTRY = 16;
const DECIMAL = 16;
const NUMBER = 4;
const WIDE_NUMBER = 8;
/** Objects of the platform: what they hold inside is not looked at. */
const PLATFORM_OBJECT = 64;
/** Shorter texts are counted wherever they are held. */
const SHORT = 64;

export interface HeldBytes {
  readonly bytes: number;
  /** How many values were looked at. */
  readonly values: number;
}

/**
 * Adds up what can be reached; Salesforce's own measure is not known. A character takes one byte.
 *
 * @param made what nothing holds yet.
 */
export function heldBytes(roots: HeapRoots, made: unknown = null): HeldBytes {
  const visit = new Visit();
  visit.variable(made);
  for (const frame of roots.heapFrames) for (const value of frame()) visit.variable(value);
  for (const statics of roots.statics) {
    if (statics) for (const value of Object.values(statics)) visit.variable(value);
  }
  const trigger = currentTrigger();
  for (const value of [trigger.new, trigger.old]) visit.variable(value);
  visit.rest();
  return { bytes: visit.bytes, values: visit.values };
}

/** By class: all objects of one have the same fields. */
const fieldNames = new WeakMap<object, readonly string[]>();

function fieldsOf(value: object): readonly string[] {
  const known = fieldNames.get(value.constructor);
  if (known) return known;
  const names = Object.keys(value).filter((name) => name.startsWith('f_'));
  fieldNames.set(value.constructor, names);
  return names;
}

class Visit {
  bytes = 0;
  values = 0;
  private readonly seen = new Set<object>();
  private readonly waiting: object[] = [];
  /** Long texts of variables: the same one in several variables counts once. */
  private readonly texts = new Set<string>();

  /** A variable or field. */
  variable(value: unknown): void {
    if (typeof value === 'string' && value.length > SHORT) {
      if (this.texts.has(value)) return;
      this.texts.add(value);
    }
    this.value(value);
  }

  rest(): void {
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) this.object(next);
  }

  private value(value: unknown): void {
    this.values++;
    switch (typeof value) {
      case 'string':
        this.bytes += value.length;
        return;
      case 'number':
      case 'boolean':
        this.bytes += NUMBER;
        return;
      case 'bigint':
        this.bytes += WIDE_NUMBER;
        return;
      case 'object':
        if (value === null || this.seen.has(value)) return;
        this.seen.add(value);
        this.waiting.push(value);
        return;
      default:
    }
  }

  private object(value: object): void {
    if (value instanceof ApexList) this.elements(value.items);
    else if (Array.isArray(value)) this.elements(value);
    else if (value instanceof ApexMap) {
      this.bytes += OBJECT + ENTRY * value.size;
      for (const [key, item] of value.pairs()) {
        this.value(key);
        this.value(item);
      }
    } else if (value instanceof ApexSet) {
      this.bytes += OBJECT + ENTRY * value.size;
      for (const item of value.values()) this.value(item);
    } else if (value instanceof SObjectValue) this.record(value);
    else if (value instanceof ApexObject || value instanceof ApexException) this.projectObject(value);
    else this.bytes += sizeOfPlatformValue(value);
  }

  private elements(items: readonly unknown[]): void {
    this.bytes += OBJECT + REFERENCE * items.length;
    for (const item of items) this.value(item);
  }

  private record(record: SObjectValue): void {
    this.bytes += OBJECT + 2 * REFERENCE * record.fields.size;
    for (const value of record.fields.values()) this.value(value);
    for (const [, parent] of record.parentEntries()) this.value(parent);
    for (const [, children] of record.childEntries()) this.value(children);
  }

  private projectObject(value: object): void {
    this.bytes += OBJECT;
    const fields = fieldsOf(value);
    this.bytes += REFERENCE * fields.length;
    for (const name of fields) this.variable((value as Record<string, unknown>)[name]);
  }
}

const WIDE = [ApexDate, ApexDatetime, ApexDouble, ApexTime];

function sizeOfPlatformValue(value: object): number {
  if (WIDE.some((type) => value instanceof type)) return WIDE_NUMBER;
  if (value instanceof ApexBlob) return OBJECT + value.bytes.length;
  if (value instanceof ApexEnum) return 0;
  return value instanceof ApexDecimal ? DECIMAL : PLATFORM_OBJECT;
}
