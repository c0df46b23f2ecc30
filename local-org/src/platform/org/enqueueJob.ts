import { enqueueQueueable, type QueueableObject, type QueueableOptions } from '../../async/QueueableJob.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { definePlatformType } from '../definePlatformType.ts';
import type { AsyncOptionsValue } from './AsyncOptions.ts';
import { attachFinalizer } from './Finalizer.ts';

const AT_ONCE: QueueableOptions = { delayMinutes: 0, maximumDepth: null, signature: null };

function required<Value>(value: Value | null): Value {
  if (value === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return value;
}

/** The methods of the class System that queue queueable work. */
export const SystemEnqueueJobType = definePlatformType({
  name: 'System.System',
  methods: {
    'static Id enqueueJob(System.Queueable job)': (job: QueueableObject | null) =>
      enqueueQueueable(required(job), AT_ONCE),
    'static Id enqueueJob(System.Queueable job, Integer delay)': (job: QueueableObject | null, delay: number | null) =>
      enqueueQueueable(required(job), { ...AT_ONCE, delayMinutes: required(delay) }),
    'static Id enqueueJob(System.Queueable job, System.AsyncOptions options)': (
      job: QueueableObject | null,
      options: AsyncOptionsValue | null,
    ) => {
      const { delayMinutes, maximumDepth, signature } = required(options);
      return enqueueQueueable(required(job), {
        delayMinutes: delayMinutes ?? 0,
        maximumDepth,
        signature: signature?.text ?? null,
      });
    },
    'static void attachFinalizer(System.Finalizer finalizer)': attachFinalizer,
  },
});
