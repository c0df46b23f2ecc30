import type { RowValues } from '../../src/store/RowValues.ts';

export interface Thing extends RowValues {
  Id: string;
  Text__c: string | null;
  Amount__c: number | null;
  Flag__c: boolean;
  Parent__c: string | null;
  Person__c: string | null;
}

/** What may be grouped by, and the key of a row under it; texts that differ in case only are one group. */
export const GROUPS: Readonly<Record<string, (row: Thing, parents: ReadonlyMap<string, Thing>) => unknown>> = {
  Text__c: (row) => folded(row.Text__c),
  Flag__c: (row) => row.Flag__c,
  Person__c: (row) => row.Person__c,
  'Parent__r.Text__c': (row, parents) => folded(parents.get(row.Parent__c ?? '')?.Text__c ?? null),
};

/** Aggregates over the rows of one group, written down without SQL. Empty values count for nothing. */
export const AGGREGATES: Readonly<Record<string, (rows: readonly Thing[]) => number | null>> = {
  'COUNT(Id)': (rows) => rows.length,
  'COUNT(Amount__c)': (rows) => amounts(rows).length,
  'COUNT_DISTINCT(Text__c)': (rows) =>
    new Set(rows.map((row) => folded(row.Text__c)).filter((text) => text !== null)).size,
  'COUNT_DISTINCT(Amount__c)': (rows) => new Set(amounts(rows)).size,
  'SUM(Amount__c)': (rows) => (amounts(rows).length === 0 ? null : sum(amounts(rows))),
  'AVG(Amount__c)': (rows) => (amounts(rows).length === 0 ? null : sum(amounts(rows)) / amounts(rows).length),
  'MIN(Amount__c)': (rows) => (amounts(rows).length === 0 ? null : Math.min(...amounts(rows))),
  'MAX(Amount__c)': (rows) => (amounts(rows).length === 0 ? null : Math.max(...amounts(rows))),
};

function amounts(rows: readonly Thing[]): number[] {
  return rows.map((row) => row.Amount__c).filter((amount) => amount !== null);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function folded(text: string | null): string | null {
  return text === null ? null : text.toLowerCase();
}
