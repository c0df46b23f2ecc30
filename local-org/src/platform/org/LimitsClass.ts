import { currentTransaction } from '../../org/current.ts';
import { LIMITS, type LimitName } from '../../org/GovernorLimits.ts';
import { definePlatformType, type Implementation } from '../definePlatformType.ts';

/**
 * Deprecated names of other counters. Source: Apex Reference, "Limits Class". Those of describes and script statements ended
 * with API version 30.
 */
const SAME_AS: Readonly<Record<string, LimitName>> = {
  FindSimilarCalls: 'SoslQueries',
  RunAs: 'DmlStatements',
  SavepointRollbacks: 'DmlStatements',
  Savepoints: 'DmlStatements',
};

const used = (name: LimitName): number => {
  const { heap, limits } = currentTransaction();
  return name === 'HeapSize' ? heap.measure() : limits.get(name);
};
const allowed = (name: LimitName): number => currentTransaction().limits.limit(name);

/** "Reserved for future use", says the Apex Reference. */
const none = (): number => 0;

const methods: Record<string, Implementation> = {
  'static Integer getAsyncCalls()': none,
  'static Integer getLimitAsyncCalls()': none,
};
for (const name of [...Object.keys(LIMITS), ...Object.keys(SAME_AS)]) {
  const counter = SAME_AS[name] ?? (name as LimitName);
  methods[`static Integer get${name}()`] = () => used(counter);
  methods[`static Integer getLimit${name}()`] = () => allowed(counter);
}

export const LimitsType = definePlatformType({ name: 'System.Limits', methods });
