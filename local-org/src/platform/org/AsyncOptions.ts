import { currentTransaction } from '../../org/current.ts';
import type { QueueableRun } from '../../org/Transaction.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { definePlatformType } from '../definePlatformType.ts';
import type { DuplicateSignatureValue } from './QueueableDuplicateSignature.ts';

/** How System.enqueueJob queues a job. */
export class AsyncOptionsValue {
  readonly apexType = 'System.AsyncOptions';
  maximumDepth: number | null = null;
  delayMinutes: number | null = null;
  signature: DuplicateSignatureValue | null = null;
}

export const AsyncOptionsType = definePlatformType({
  name: 'System.AsyncOptions',
  constructors: { '()': () => new AsyncOptionsValue() },
  properties: {
    'Integer MaximumQueueableStackDepth': {
      get: (self: AsyncOptionsValue) => self.maximumDepth,
      set: (self: AsyncOptionsValue, depth: number | null) => {
        self.maximumDepth = depth;
      },
    },
    'Integer MinimumQueueableDelayInMinutes': {
      get: (self: AsyncOptionsValue) => self.delayMinutes,
      set: (self: AsyncOptionsValue, minutes: number | null) => {
        self.delayMinutes = minutes;
      },
    },
    'System.QueueableDuplicateSignature DuplicateSignature': {
      get: (self: AsyncOptionsValue) => self.signature,
      set: (self: AsyncOptionsValue, signature: DuplicateSignatureValue | null) => {
        self.signature = signature;
      },
    },
  },
});

/** Only a queueable knows of a chain. */
function chain(): QueueableRun {
  const { queueable } = currentTransaction();
  if (!queueable) throwApex('System.AsyncException', 'AsyncInfo is only there in a running queueable.');
  return queueable;
}

export const AsyncInfoType = definePlatformType({
  name: 'System.AsyncInfo',
  methods: {
    'static Boolean hasMaxStackDepth()': () => chain().maximumDepth !== null,
    'static Integer getCurrentQueueableStackDepth()': () => chain().depth,
    'static Integer getMaximumQueueableStackDepth()': () => {
      const { maximumDepth } = chain();
      if (maximumDepth === null) throwApex('System.AsyncException', 'The chain has no maximum depth.');
      return maximumDepth;
    },
    'static Integer getMinimumQueueableDelayInMinutes()': () => chain().delayMinutes,
  },
});
