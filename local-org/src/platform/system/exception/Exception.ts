import { ApexException, UncatchableApexException, throwApex } from '../../../runtime/ApexException.ts';
import type { DmlErrorRow } from '../../../runtime/ApexException.ts';
import type { RuntimeType } from '../../../types/RuntimeType.ts';
import { runtimeType } from '../../../types/RuntimeType.ts';
import { ApexList, platformEnumConstant } from '../../../values/index.ts';
import { exceptionMessage } from '../../../values/exceptionMessage.ts';
import { definePlatformType, type Implementation } from '../../definePlatformType.ts';
import { throwNullArgument } from '../arguments.ts';

/** No try block catches these. Source: Apex Reference, System.assert; Apex Developer Guide, "Exception Class". */
const UNCATCHABLE = new Set(['System.LimitException', 'System.AssertException']);

export const exceptionConstructors: Readonly<Record<string, Implementation>> = {
  '()': (type: RuntimeType) => create(type, null, null),
  '(String message)': (type: RuntimeType, message: string | null) => create(type, message, null),
  '(Exception cause)': (type: RuntimeType, cause: ApexException | null) => create(type, null, cause),
  '(String message, Exception cause)': (type: RuntimeType, message: string | null, cause: ApexException | null) =>
    create(type, message, cause),
};

function create(type: RuntimeType, message: string | null, cause: ApexException | null): ApexException {
  const exception = UNCATCHABLE.has(type.name)
    ? new UncatchableApexException(type.name, message)
    : new ApexException(type.name, message);
  exception.apexCause = cause;
  return exception;
}

const getCause = (self: ApexException): ApexException | null => self.apexCause;
const getLineNumber = (self: ApexException): number => self.lineNumber ?? 0;
const getMessage = (self: ApexException): string => exceptionMessage(self);
const getStackTraceString = (self: ApexException): string => self.apexStackTrace;
const getTypeName = (self: ApexException): string => self.apexType;

const initCause = (self: ApexException, cause: ApexException | null): void => {
  if (self.apexCause) throwApex('System.UnexpectedException', 'The cause of the exception is set already.');
  self.apexCause = cause;
};

const setMessage = (self: ApexException, message: string | null): void => {
  self.apexMessage = message;
};

export const ExceptionType = definePlatformType({
  name: 'System.Exception',
  isExtensible: true,
  // For exceptions of the project, which have these. Exception itself cannot be constructed: the compiler refuses that.
  constructors: exceptionConstructors,
  methods: {
    'virtual Exception getCause()': getCause,
    'virtual Integer getLineNumber()': getLineNumber,
    'virtual String getMessage()': getMessage,
    'virtual String getStackTraceString()': getStackTraceString,
    'virtual String getTypeName()': getTypeName,
    'virtual void initCause(Exception cause)': initCause,
    'virtual void setMessage(String message)': setMessage,
    'Integer getNumDml()': (self: ApexException) => self.dmlErrors.length,
    'List<String> getDmlFieldNames(Integer index)': (self: ApexException, index: number) =>
      new ApexList(runtimeType('List<String>'), [...rowOf(self, index).fields]),
    'String getDmlId(Integer index)': (self: ApexException, index: number) => rowOf(self, index).id,
    'Integer getDmlIndex(Integer index)': (self: ApexException, index: number) => rowOf(self, index).index,
    'String getDmlMessage(Integer index)': (self: ApexException, index: number) => rowOf(self, index).message,
    'String getDmlStatusCode(Integer index)': (self: ApexException, index: number) => rowOf(self, index).statusCode,
    'StatusCode getDmlType(Integer index)': (self: ApexException, index: number) =>
      platformEnumConstant('System.StatusCode', rowOf(self, index).statusCode),
  },
});

function rowOf(exception: ApexException, index: number | null): DmlErrorRow {
  if (index === null) throwNullArgument();
  const row = exception.dmlErrors[index];
  if (!row) throwApex('System.ListException', `List index out of bounds: ${index}`);
  return row;
}

/** Compiled code calls the virtual methods through the object, under their mangled names. */
const MANGLED: Readonly<Record<string, Implementation>> = {
  getcause$: getCause,
  getlinenumber$: getLineNumber,
  getmessage$: getMessage,
  getstacktracestring$: getStackTraceString,
  gettypename$: getTypeName,
  initcause$Exception: initCause,
  setmessage$String: setMessage,
};

for (const [name, implementation] of Object.entries(MANGLED)) {
  Object.defineProperty(ApexException.prototype, name, {
    value(this: ApexException, ...args: unknown[]): unknown {
      return implementation(this, ...args);
    },
    writable: true,
    configurable: true,
  });
}
