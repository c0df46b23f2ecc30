import { runtimeType } from '../../types/RuntimeType.ts';
import { platformEnumConstant } from '../../values/ApexEnum.ts';
import { ApexList } from '../../values/ApexList.ts';
import { definePlatformType } from '../definePlatformType.ts';

/** Why a mail was not sent. */
export interface MailProblem {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  readonly targetObjectId: string | null;
}

/** Messaging.SendEmailError. */
class SendEmailErrorValue {
  readonly apexType = 'Messaging.SendEmailError';
  readonly problem: MailProblem;

  constructor(problem: MailProblem) {
    this.problem = problem;
  }
}

/** Messaging.SendEmailResult. */
export class SendEmailResultValue {
  readonly apexType = 'Messaging.SendEmailResult';
  readonly errors: readonly SendEmailErrorValue[];

  constructor(problems: readonly MailProblem[]) {
    this.errors = problems.map((problem) => new SendEmailErrorValue(problem));
  }
}

const errorsOf = (self: SendEmailResultValue): ApexList =>
  new ApexList(runtimeType('List<Messaging.SendEmailError>'), [...self.errors]);
const isSuccess = (self: SendEmailResultValue): boolean => self.errors.length === 0;

export const SendEmailResult = definePlatformType({
  name: 'Messaging.SendEmailResult',
  methods: { 'List<Messaging.SendEmailError> getErrors()': errorsOf, 'Boolean isSuccess()': isSuccess },
});

export const SendEmailError = definePlatformType({
  name: 'Messaging.SendEmailError',
  methods: {
    'List<String> getFields()': ({ problem }: SendEmailErrorValue) =>
      new ApexList(runtimeType('List<String>'), [...problem.fields]),
    'String getMessage()': ({ problem }: SendEmailErrorValue) => problem.message,
    'System.StatusCode getStatusCode()': ({ problem }: SendEmailErrorValue) =>
      platformEnumConstant('System.StatusCode', problem.statusCode),
    'String getTargetObjectId()': ({ problem }: SendEmailErrorValue) => problem.targetObjectId,
  },
});
