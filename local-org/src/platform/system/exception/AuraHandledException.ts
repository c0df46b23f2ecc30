import { ApexException } from '../../../runtime/ApexException.ts';
import type { RuntimeType } from '../../../types/RuntimeType.ts';
import { definePlatformType } from '../../definePlatformType.ts';

/**
 * The message of the constructor is meant for the component: it stands in the JavaScript property `message`. getMessage() gives
 * "Script-thrown exception" until setMessage is called.
 * Source: "AuraHandledException getMessage" in public Apex tests, which call setMessage for that reason.
 */
export const AuraHandledException = definePlatformType({
  name: 'System.AuraHandledException',
  extends: 'System.Exception',
  constructors: {
    '(String message)': (type: RuntimeType, message: string | null) => {
      const exception = new ApexException(type.name, message);
      exception.apexMessage = null;
      return exception;
    },
  },
});
