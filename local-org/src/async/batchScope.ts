import { throwApex } from '../runtime/ApexException.ts';
import { QueryLocatorValue } from '../platform/data/QueryLocator.ts';
import { elementsOf } from '../platform/system/collection/elementsOf.ts';
import { runtimeType } from '../types/RuntimeType.ts';
import { ApexList } from '../values/ApexList.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import { copyState } from './copyState.ts';

/** Rows of a locator that one execute gets at most; an iterable has no such limit (Apex Developer Guide, "Using Batch Apex"). */
const MOST_LOCATOR_ROWS = 2000;

export interface BatchScope {
  readonly items: readonly unknown[];
  /** `List<Account>`. */
  readonly listType: string;
  readonly isLocator: boolean;
}

/** What a start method returned, read to its end. */
export function readScope(result: unknown, elementType: string): BatchScope {
  const isLocator = result instanceof QueryLocatorValue;
  const elements = isLocator ? result.records : elementsOf(result);
  if (!elements) throwApex('System.UnexpectedException', 'The start method of a batch returned null.');
  const items = copyState(new ApexList(runtimeType('List<Object>'), [...elements])).items;
  return { items, listType: `List<${itemType(items, elementType)}>`, isLocator };
}

/** Records of one object come as a list of it, so that it can be cast to one. */
function itemType(items: readonly unknown[], declared: string): string {
  const [first] = items;
  return declared === 'SObject' && first instanceof SObjectValue ? first.type : declared;
}

export function splitScope({ items, listType, isLocator }: BatchScope, scopeSize: number): ApexList[] {
  const size = isLocator ? Math.min(scopeSize, MOST_LOCATOR_ROWS) : scopeSize;
  const lists: ApexList[] = [];
  for (let start = 0; start < items.length; start += size) {
    lists.push(new ApexList(runtimeType(listType), items.slice(start, start + size)));
  }
  return lists;
}

/** A test runs one part of a batch only. */
export function throwTooManyInTest(): never {
  throwApex(
    'System.UnexpectedException',
    'No more than one executeBatch can be called from within a test method.  Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.',
  );
}
