import type { BoundBody, BoundStatement } from '../3-check/bound.ts';

const ALWAYS = new Set(['construct', 'query', 'dml', 'property', 'forQuery', 'runAs', 'forEach', 'delegate']);
const LEAVES = new Set(['type', 'of', 'field', 'method', 'constructor', 'variable', 'position', 'key']);
/** Types whose methods run no Apex and look at no data. */
const PURE = /^System\.(String|Integer|Long|Double|Decimal|Boolean|Date|Datetime|Time|Blob|Id|Math|Map|Set)#/;

/** Whether code can reach data or other classes, so that its sharing mode matters. */
export function reachesOut(statements: BoundBody | readonly BoundStatement[]): boolean {
  return search(statements);
}

function search(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(search);
  if (typeof node !== 'object' || node === null) return false;
  const { kind } = node as { kind?: string };
  if (kind !== undefined && ALWAYS.has(kind)) return true;
  if (kind === 'call' && !isPure(node as { method: { platform: { id: string } | null } })) return true;
  return Object.entries(node).some(([name, child]) => !LEAVES.has(name) && search(child));
}

function isPure({ method }: { method: { platform: { id: string } | null } }): boolean {
  return method.platform !== null && PURE.test(method.platform.id);
}
