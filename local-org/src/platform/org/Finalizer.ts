import { currentTransaction } from '../../org/current.ts';
import { throwApex, type ApexException } from '../../runtime/ApexException.ts';
import { platformEnumConstant, type ApexEnum } from '../../values/ApexEnum.ts';
import { RefusedError } from '../../runtime/RefusedError.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { requireArgument } from './requireArgument.ts';

export const FinalizerType = definePlatformType({
  name: 'System.Finalizer',
  kind: 'interface',
  methods: { 'void execute(System.FinalizerContext context)': null },
});

export const ParentJobResultType = definePlatformType({
  name: 'System.ParentJobResult',
  kind: 'enum',
  values: ['SUCCESS', 'UNHANDLED_EXCEPTION'],
});

/** What a finalizer's execute method gets; tests may pass an object of their own. */
export class FinalizerContextValue {
  readonly apexType = 'System.FinalizerContext';
  readonly jobId: string;
  /** What the job ended with; null when it ended well. */
  readonly exception: ApexException | null;

  constructor(jobId: string, exception: ApexException | null) {
    this.jobId = jobId;
    this.exception = exception;
  }

  getasyncapexjobid$(): string {
    return this.jobId;
  }

  getresult$(): ApexEnum {
    return platformEnumConstant('System.ParentJobResult', this.exception ? 'UNHANDLED_EXCEPTION' : 'SUCCESS');
  }

  getexception$(): ApexException | null {
    return this.exception;
  }

  getrequestid$(): never {
    throw new RefusedError('System.FinalizerContext.getRequestId is not supported: there are no requests here.');
  }
}

export const FinalizerContextType = definePlatformType({
  name: 'System.FinalizerContext',
  kind: 'interface',
  methods: {
    'Id getAsyncApexJobId()': null,
    'System.ParentJobResult getResult()': null,
    'Exception getException()': null,
    'String getRequestId()': null,
  },
});

/** System.attachFinalizer: one for each queueable, from its execute method only. */
export function attachFinalizer(finalizer: object | null): void {
  const attached = requireArgument(finalizer);
  const { queueable, quiddity } = currentTransaction();
  if (!queueable || quiddity !== 'queueable') {
    throwApex('System.HandledException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
  }
  if (queueable.finalizer) {
    throwApex('System.HandledException', 'More than one Finalizer cannot be attached to same Async Apex Job');
  }
  queueable.finalizer = attached;
}
