import { enqueueQueueable, type QueueableObject, type QueueableOptions } from '../../async/QueueableJob.ts';
import { definePlatformType } from '../definePlatformType.ts';
import type { AsyncOptionsValue } from './AsyncOptions.ts';
import { attachFinalizer } from './Finalizer.ts';
import { requireArgument } from './requireArgument.ts';

const AT_ONCE: QueueableOptions = { delayMinutes: 0, maximumDepth: null, signature: null };

/** The methods of the class System that queue queueable work. */
export const SystemEnqueueJobType = definePlatformType({
  name: 'System.System',
  methods: {
    'static Id enqueueJob(System.Queueable job)': (job: QueueableObject | null) =>
      enqueueQueueable(requireArgument(job), AT_ONCE),
    'static Id enqueueJob(System.Queueable job, Integer delay)': (job: QueueableObject | null, delay: number | null) =>
      enqueueQueueable(requireArgument(job), { ...AT_ONCE, delayMinutes: requireArgument(delay) }),
    'static Id enqueueJob(System.Queueable job, System.AsyncOptions options)': (
      job: QueueableObject | null,
      options: AsyncOptionsValue | null,
    ) => {
      const { delayMinutes, maximumDepth, signature } = requireArgument(options);
      return enqueueQueueable(requireArgument(job), {
        delayMinutes: delayMinutes ?? 0,
        maximumDepth,
        signature: signature?.text ?? null,
      });
    },
    'static void attachFinalizer(System.Finalizer finalizer)': attachFinalizer,
  },
});
