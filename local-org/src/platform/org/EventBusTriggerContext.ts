import { currentTransaction } from '../../org/current.ts';
import type { EventSubscription } from '../../events/EventSubscription.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { definePlatformType } from '../definePlatformType.ts';

/** What EventBus.TriggerContext.currentContext() returns. */
class EventTriggerContextValue {
  readonly apexType = 'EventBus.TriggerContext';
  readonly subscription: EventSubscription;

  constructor(subscription: EventSubscription) {
    this.subscription = subscription;
  }
}

export const EventBusTriggerContextType = definePlatformType({
  name: 'EventBus.TriggerContext',
  methods: {
    'static EventBus.TriggerContext currentContext()': () => {
      const subscription = currentTransaction().eventSubscription;
      if (!subscription) {
        throwApex('System.UnexpectedException', 'EventBus.TriggerContext is only there in a platform event trigger.');
      }
      return new EventTriggerContextValue(subscription);
    },
    'void setResumeCheckpoint(String replayId)': (self: EventTriggerContextValue, replayId: string | null) => {
      self.subscription.setResumeCheckpoint(replayId, self.subscription.runningBatch);
    },
    'String getResumeCheckpoint()': (self: EventTriggerContextValue) => self.subscription.resumeCheckpoint,
  },
  properties: {
    'Integer retries': (self: EventTriggerContextValue) => self.subscription.retries,
    'String lastError': (self: EventTriggerContextValue) => self.subscription.lastError,
  },
});
