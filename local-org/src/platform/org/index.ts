import type { PlatformType } from '../definePlatformType.ts';
import { AsyncInfoType, AsyncOptionsType } from './AsyncOptions.ts';
import {
  AllowsCalloutsType,
  BatchableContextType,
  BatchableType,
  DatabaseBatchType,
  StatefulType,
  SystemScheduleBatchType,
} from './Batchable.ts';
import { EventBusTriggerContextType } from './EventBusTriggerContext.ts';
import { EventBusType } from './EventBus.ts';
import { FinalizerContextType, FinalizerType, ParentJobResultType } from './Finalizer.ts';
import { LimitsType } from './LimitsClass.ts';
import { QueueableContextType, QueueableType } from './Queueable.ts';
import { QueueableDuplicateSignatureType, SignatureBuilderType } from './QueueableDuplicateSignature.ts';
import { SchedulableContextType, SchedulableType, SystemScheduleType } from './Schedulable.ts';
import { SystemEnqueueJobType } from './enqueueJob.ts';
import { TestBrokerType } from './TestBroker.ts';
import { StubProviderType, TestStubType } from './StubApi.ts';
import { TestType } from './Test.ts';

/** Types about transactions, tests and asynchronous work. */
export const types: readonly PlatformType[] = [
  AllowsCalloutsType,
  AsyncInfoType,
  AsyncOptionsType,
  BatchableContextType,
  BatchableType,
  DatabaseBatchType,
  EventBusType,
  EventBusTriggerContextType,
  FinalizerContextType,
  FinalizerType,
  LimitsType,
  ParentJobResultType,
  QueueableDuplicateSignatureType,
  SignatureBuilderType,
  SchedulableContextType,
  SchedulableType,
  StatefulType,
  SystemScheduleBatchType,
  SystemScheduleType,
  QueueableType,
  QueueableContextType,
  SystemEnqueueJobType,
  TestType,
  TestStubType,
  TestBrokerType,
  StubProviderType,
];
