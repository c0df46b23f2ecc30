import { runtimeType } from '../../types/RuntimeType.ts';
import { platformEnumConstant, type ApexEnum } from '../../values/ApexEnum.ts';
import { ApexList } from '../../values/ApexList.ts';
import type { ValueObject } from '../../values/ValueObject.ts';
import { definePlatformType } from '../definePlatformType.ts';

interface ErrorParts {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** Database.Error. */
export class DatabaseErrorValue implements ValueObject {
  readonly apexType = 'Database.Error';
  readonly parts: ErrorParts;

  constructor(parts: ErrorParts) {
    this.parts = parts;
  }

  valueText(): string {
    const { fields, message, statusCode } = this.parts;
    return `Database.Error[getFields=(${fields.join(', ')});getMessage=${message};getStatusCode=${statusCode};]`;
  }
}

export function makeError(parts: ErrorParts): DatabaseErrorValue {
  return new DatabaseErrorValue(parts);
}

export const DatabaseError = definePlatformType({
  name: 'Database.Error',
  methods: {
    'System.StatusCode getStatusCode()': (self: DatabaseErrorValue): ApexEnum =>
      platformEnumConstant('System.StatusCode', self.parts.statusCode),
    'String getMessage()': (self: DatabaseErrorValue) => self.parts.message,
    'List<String> getFields()': (self: DatabaseErrorValue) =>
      new ApexList(runtimeType('List<String>'), [...self.parts.fields]),
  },
});
