import { currentOrg } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { QueueableContextValue } from './Queueable.ts';

/** The part of an object of the project that is called here: the mangled execute(QueueableContext). */
interface QueueableObject {
  readonly $type: { readonly name: string };
  execute$QueueableContext(context: QueueableContextValue): void;
}

/** The methods of the class System that queue work. */
export const SystemEnqueueJobType = definePlatformType({
  name: 'System.System',
  methods: {
    'static Id enqueueJob(System.Queueable job)': (job: QueueableObject | null) => {
      if (job === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
      return currentOrg().jobs.enqueue(job.$type.name, (jobId) => {
        job.execute$QueueableContext(new QueueableContextValue(jobId));
      });
    },
  },
});
