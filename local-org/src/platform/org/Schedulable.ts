import { abortJob } from '../../async/abortJob.ts';
import { schedule } from '../../async/ScheduledJob.ts';
import type { SchedulableObject } from '../../async/ScheduledWork.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { requireArgument } from './requireArgument.ts';

export const SchedulableType = definePlatformType({
  name: 'System.Schedulable',
  kind: 'interface',
  methods: { 'void execute(System.SchedulableContext context)': null },
});

/** What the execute method of a scheduled job gets; tests may pass an object of their own. */
export class SchedulableContextValue {
  readonly apexType = 'System.SchedulableContext';
  readonly triggerId: string;

  constructor(triggerId: string) {
    this.triggerId = triggerId;
  }

  gettriggerid$(): string {
    return this.triggerId;
  }
}

export const SchedulableContextType = definePlatformType({
  name: 'System.SchedulableContext',
  kind: 'interface',
  methods: { 'Id getTriggerId()': null },
});

export const SystemScheduleType = definePlatformType({
  name: 'System.System',
  methods: {
    'static String schedule(String jobName, String cronExpression, System.Schedulable job)': (
      name: string | null,
      expression: string | null,
      job: SchedulableObject | null,
    ) => schedule(requireArgument(name), requireArgument(expression), requireArgument(job)),
    'static void abortJob(String jobId)': (id: string | null) => {
      abortJob(requireArgument(id));
    },
  },
});
