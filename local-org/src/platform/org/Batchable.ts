import { DEFAULT_SCOPE, executeBatch } from '../../async/BatchJob.ts';
import type { BatchableObject } from '../../async/BatchWork.ts';
import { scheduleBatch } from '../../async/scheduleBatch.ts';
import { RefusedError } from '../../runtime/RefusedError.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { requireArgument } from './requireArgument.ts';

/** What the methods of a batch get; tests may pass an object of their own. */
export class BatchableContextValue {
  readonly apexType = 'Database.BatchableContext';
  readonly jobId: string;

  constructor(jobId: string) {
    this.jobId = jobId;
  }

  getjobid$(): string {
    return this.jobId;
  }

  getchildjobid$(): never {
    throw new RefusedError(
      'Database.BatchableContext.getChildJobId is not supported: parts of a batch have no rows here.',
    );
  }
}

export const BatchableType = definePlatformType({
  name: 'Database.Batchable',
  kind: 'interface',
  typeParameters: ['T'],
  methods: {
    'Iterable<T> start(Database.BatchableContext context)': null,
    'void execute(Database.BatchableContext context, List<T> scope)': null,
    'void finish(Database.BatchableContext context)': null,
  },
});

export const BatchableContextType = definePlatformType({
  name: 'Database.BatchableContext',
  kind: 'interface',
  methods: { 'Id getJobId()': null, 'Id getChildJobId()': null },
});

export const StatefulType = definePlatformType({ name: 'Database.Stateful', kind: 'interface' });
export const AllowsCalloutsType = definePlatformType({ name: 'Database.AllowsCallouts', kind: 'interface' });

export const DatabaseBatchType = definePlatformType({
  name: 'System.Database',
  methods: {
    'static Id executeBatch(Object batch)': (batch: BatchableObject | null) =>
      executeBatch(requireArgument(batch), DEFAULT_SCOPE),
    'static Id executeBatch(Object batch, Integer scopeSize)': (batch: BatchableObject | null, size: number | null) =>
      executeBatch(requireArgument(batch), requireArgument(size)),
  },
});

export const SystemScheduleBatchType = definePlatformType({
  name: 'System.System',
  methods: {
    'static String scheduleBatch(Object batch, String jobName, Integer minutesFromNow)': (
      batch: BatchableObject | null,
      name: string | null,
      minutes: number | null,
    ) => scheduleBatch(requireArgument(batch), requireArgument(name), requireArgument(minutes), DEFAULT_SCOPE),
    'static String scheduleBatch(Object batch, String jobName, Integer minutesFromNow, Integer scopeSize)': (
      batch: BatchableObject | null,
      name: string | null,
      minutes: number | null,
      size: number | null,
    ) => scheduleBatch(requireArgument(batch), requireArgument(name), requireArgument(minutes), requireArgument(size)),
  },
});
