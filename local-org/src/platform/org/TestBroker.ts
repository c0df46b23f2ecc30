import { currentOrg, currentTransaction } from '../../org/current.ts';
import { runAfterCommit } from '../../org/execute.ts';
import { definePlatformType } from '../definePlatformType.ts';

/** What Test.getEventBus() returns. */
export class TestBrokerValue {
  readonly apexType = 'EventBus.TestBroker';
  readonly deliver: () => void;

  constructor(deliver: () => void) {
    this.deliver = deliver;
  }
}

export const TestBrokerType = definePlatformType({
  name: 'EventBus.TestBroker',
  methods: {
    'void deliver()': (self: TestBrokerValue) => {
      self.deliver();
    },
    // The events that wait are lost, as when the event bus could not take them. Publish callbacks are not supported.
    'void fail()': () => {
      const org = currentOrg();
      runAfterCommit(org, currentTransaction());
      org.events.discard();
    },
  },
  missing: 'publish callbacks',
});
