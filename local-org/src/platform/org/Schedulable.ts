import { abortJob } from '../../async/abortJob.ts';
import { schedule, type SchedulableObject } from '../../async/ScheduledJob.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { definePlatformType } from '../definePlatformType.ts';

export const SchedulableType = definePlatformType({
  name: 'System.Schedulable',
  kind: 'interface',
  methods: { 'void execute(System.SchedulableContext context)': null },
});

/** What the execute method of a scheduled job gets. */
export class SchedulableContextValue {
  readonly apexType = 'System.SchedulableContext';
  readonly triggerId: string;

  constructor(triggerId: string) {
    this.triggerId = triggerId;
  }
}

export const SchedulableContextType = definePlatformType({
  name: 'System.SchedulableContext',
  methods: { 'Id getTriggerId()': (self: SchedulableContextValue) => self.triggerId },
});

function required<Value>(value: Value | null): Value {
  if (value === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return value;
}

export const SystemScheduleType = definePlatformType({
  name: 'System.System',
  methods: {
    'static String schedule(String jobName, String cronExpression, System.Schedulable job)': (
      name: string | null,
      expression: string | null,
      job: SchedulableObject | null,
    ) => schedule(required(name), required(expression), required(job)),
    'static void abortJob(String jobId)': (id: string | null) => {
      abortJob(required(id));
    },
  },
});
