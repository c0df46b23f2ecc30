import { currentOrg, currentTransaction } from '../../org/current.ts';
import { setCreatedDate } from '../../testing/setCreatedDate.ts';
import { deliverEvents, startTest, stopTest } from '../../testing/TestWindow.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { recalculatePermissionSetGroup } from '../../security/permissionSetGroups.ts';
import type { ApexList } from '../../values/ApexList.ts';
import type { ApexDatetime } from '../../values/ApexDatetime.ts';
import { toId18 } from '../../values/id.ts';
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
    'static void setCreatedDate(Id recordId, Datetime createdDatetime)': (
      recordId: string | null,
      createdDatetime: ApexDatetime | null,
    ) => {
      onlyInTests();
      setCreatedDate(recordId, createdDatetime);
    },
    'static EventBus.TestBroker getEventBus()': () => {
      onlyInTests();
      return new TestBrokerValue(deliverEvents);
    },
    'static void calculatePermissionSetGroup(String permissionSetGroupId)': (groupId: string | null) => {
      onlyInTests();
      if (groupId === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
      const { store, schema } = currentOrg();
      recalculatePermissionSetGroup(store, schema, toId18(groupId));
    },
    'static void calculatePermissionSetGroup(List<String> permissionSetGroupIds)': (groupIds: ApexList | null) => {
      onlyInTests();
      if (groupIds === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
      const { store, schema } = currentOrg();
      for (const groupId of groupIds.items) recalculatePermissionSetGroup(store, schema, toId18(groupId as string));
    },
  },
  missing: 'setMock, loadData and the other methods that are not listed',
});
