import type { PlatformType } from '../definePlatformType.ts';
import { EventBusTriggerContextType } from './EventBusTriggerContext.ts';
import { EventBusType } from './EventBus.ts';
import { LimitsType } from './LimitsClass.ts';
import { QueueableContextType, QueueableType } from './Queueable.ts';
import { SystemEnqueueJobType } from './enqueueJob.ts';
import { TestBrokerType } from './TestBroker.ts';
import { StubProviderType, TestStubType } from './StubApi.ts';
import { TestType } from './Test.ts';

/** Types about transactions, tests and asynchronous work. */
export const types: readonly PlatformType[] = [
  EventBusType,
  EventBusTriggerContextType,
  LimitsType,
  QueueableType,
  QueueableContextType,
  SystemEnqueueJobType,
  TestType,
  TestStubType,
  TestBrokerType,
  StubProviderType,
];
