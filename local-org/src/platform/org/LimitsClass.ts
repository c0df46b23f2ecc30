import { currentTransaction } from '../../org/current.ts';
import { LIMITS, type LimitName } from '../../org/GovernorLimits.ts';
import { definePlatformType, type Implementation } from '../definePlatformType.ts';

/** The counters that are really kept. Heap is not measured, so its methods do not exist here. */
const COUNTED = (Object.keys(LIMITS) as LimitName[]).filter((name) => name !== 'HeapSize');

const methods: Record<string, Implementation> = {};
for (const name of COUNTED) {
  methods[`static Integer get${name}()`] = () => currentTransaction().limits.get(name);
  methods[`static Integer getLimit${name}()`] = () => currentTransaction().limits.limit(name);
}

export const LimitsType = definePlatformType({
  name: 'System.Limits',
  methods,
  missing: 'getHeapSize, getLimitHeapSize and the counters of features that are not supported',
});
