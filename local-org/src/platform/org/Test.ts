import { currentTransaction } from '../../org/current.ts';
import { deliverEvents, startTest, stopTest } from '../../testing/TestWindow.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { TestBrokerValue } from './TestBroker.ts';

function onlyInTests(): void {
  if (!currentTransaction().isTest) {
    throwApex('System.TypeException', 'Methods of System.Test can only be called from test methods.');
  }
}

export const TestType = definePlatformType({
  name: 'System.Test',
  methods: {
    'static Boolean isRunningTest()': () => currentTransaction().isTest,
    'static void startTest()': () => {
      onlyInTests();
      startTest();
    },
    'static void stopTest()': () => {
      onlyInTests();
      stopTest();
    },
    'static EventBus.TestBroker getEventBus()': () => {
      onlyInTests();
      return new TestBrokerValue(deliverEvents);
    },
  },
  missing: 'setMock, loadData, createStub, setCreatedDate and the other methods that are not listed',
});
