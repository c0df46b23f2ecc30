import assert from 'node:assert/strict';
import { Clock } from '../../src/org/Clock.ts';
import { runInTransaction } from '../../src/org/current.ts';
import type { Org } from '../../src/org/Org.ts';
import { Transaction } from '../../src/org/Transaction.ts';
import { implementation } from '../../src/platform/catalog.ts';
import { ApexException } from '../../src/runtime/ApexException.ts';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import { ApexList, ApexSet } from '../../src/values/index.ts';

/** Calls a member of the platform by its id, as compiled code does: `System.String#contains(String)`. */
export function callPlatform(id: string, ...args: unknown[]): unknown {
  const found = implementation(id);
  assert.ok(found, `The platform has no member ${id}.`);
  return found(...args);
}

/** Type and message of the Apex exception that some work throws: `System.MathException: Divide by 0`. */
export function thrownBy(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexException) return `${error.apexType}: ${error.apexMessage}`;
    throw error;
  }
  return 'nothing was thrown';
}

export function listOf(type: string, ...items: unknown[]): ApexList {
  return new ApexList(runtimeType(`List<${type}>`), items);
}

export function setOf(type: string, ...items: unknown[]): ApexSet {
  return new ApexSet(runtimeType(`Set<${type}>`), items);
}

/** Runs work in an org whose clock stands; the lines of the debug log are collected. */
export function inOrgAt(iso: string, work: () => void): string[] {
  const lines: string[] = [];
  const org = { clock: new Clock(() => Date.parse(iso)), log: (line: string) => lines.push(line) } as unknown as Org;
  const transaction = new Transaction({
    userId: '005000000000001AAA',
    isAsync: false,
    isTest: true,
    startedAt: 0,
    quiddity: 'queueable',
  });
  runInTransaction(org, transaction, work);
  return lines;
}
