import { definePlatformType } from '../definePlatformType.ts';

export const QueueableType = definePlatformType({
  name: 'System.Queueable',
  kind: 'interface',
  methods: { 'void execute(System.QueueableContext context)': null },
});

/** What a queueable's execute method gets; tests may pass an object of their own. */
export class QueueableContextValue {
  readonly apexType = 'System.QueueableContext';
  readonly jobId: string;

  constructor(jobId: string) {
    this.jobId = jobId;
  }

  getjobid$(): string {
    return this.jobId;
  }
}

export const QueueableContextType = definePlatformType({
  name: 'System.QueueableContext',
  kind: 'interface',
  methods: { 'Id getJobId()': null },
});
