import { definePlatformType } from '../definePlatformType.ts';

export const QueueableType = definePlatformType({
  name: 'System.Queueable',
  kind: 'interface',
  methods: { 'void execute(System.QueueableContext context)': null },
});

/** What a queueable's execute method gets. */
export class QueueableContextValue {
  readonly apexType = 'System.QueueableContext';
  readonly jobId: string;

  constructor(jobId: string) {
    this.jobId = jobId;
  }
}

export const QueueableContextType = definePlatformType({
  name: 'System.QueueableContext',
  methods: { 'Id getJobId()': (self: QueueableContextValue) => self.jobId },
});
