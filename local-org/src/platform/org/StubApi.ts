import { currentOrg, currentTransaction } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import type { StubProvider } from '../../runtime/createStub.ts';
import type { ApexType } from '../../values/ApexType.ts';
import { definePlatformType } from '../definePlatformType.ts';

export const StubProviderType = definePlatformType({
  name: 'System.StubProvider',
  kind: 'interface',
  methods: {
    'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, System.Type returnType, List<System.Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)':
      null,
  },
});

export const TestStubType = definePlatformType({
  name: 'System.Test',
  methods: {
    'static Object createStub(System.Type parentType, System.StubProvider stubProvider)': (
      type: ApexType | null,
      provider: StubProvider | null,
    ) => {
      if (!currentTransaction().isTest) {
        throwApex('System.TypeException', 'Methods of System.Test can only be called from test methods.');
      }
      if (type === null || provider === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
      return currentOrg().program.createStub(type.runtimeType, provider);
    },
  },
});
