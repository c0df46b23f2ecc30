import type { Implementation, PlatformType } from '../platform/definePlatformType.ts';
import { typeRefText } from '../types/TypeRef.ts';
import { ApexBlob, ApexList } from '../values/index.ts';
import { charge, chargedSoFar, lookAt, OBJECT, REFERENCE } from '../values/heapCharge.ts';
import { SObjectValue } from '../values/SObjectValue.ts';

type FindType = (name: string) => PlatformType | undefined;
type Charge = (result: unknown, args: readonly unknown[]) => void;

/**
 * Charges what a method of the platform makes to the heap: texts, blobs, lists of texts, rows, and what JSON is read into.
 * Other results are charged by the collections and records that they consist of.
 */
export function chargeResults(id: string, implementation: Implementation, findType: FindType): Implementation {
  const chargeOne = chargeOf(id, findType);
  if (!chargeOne) return implementation;
  return (...args: unknown[]): unknown => {
    const before = chargedSoFar();
    const result = implementation(...args) as unknown;
    chargeOne(result, args);
    lookAt(result, before);
    return result;
  };
}

function chargeOf(id: string, findType: FindType): Charge | null {
  if (id.startsWith('System.JSON#deserialize')) return (_result, [text]) => chargeText(text);
  const [owner = ''] = id.split('#');
  const method = findType(owner)?.declaration.methods.find((candidate) => candidate.id === id);
  switch (method && typeRefText(method.returns)) {
    case 'String':
    case 'Blob':
      return chargeText;
    case 'List<String>':
      return (result) => {
        if (result instanceof ApexList) for (const item of result.items) chargeText(item);
      };
    case 'List<SObject>':
      return (result) => {
        if (result instanceof ApexList) chargeRows(result.items);
      };
    default:
      return null;
  }
}

function chargeText(value: unknown): void {
  if (typeof value === 'string') charge(value.length);
  else if (value instanceof ApexBlob) charge(value.bytes.length);
}

/** Rows of a query, without those of parents and sub-queries. */
export function chargeRows(rows: readonly unknown[]): void {
  let bytes = 0;
  for (const row of rows) {
    if (!(row instanceof SObjectValue)) continue;
    bytes += OBJECT;
    for (const value of row.fields.values()) {
      bytes += 2 * REFERENCE + (typeof value === 'string' ? value.length : REFERENCE);
    }
  }
  charge(bytes);
}
