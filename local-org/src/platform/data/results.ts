import type { RowResult } from '../../dml/RowResult.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { ApexList } from '../../values/ApexList.ts';
import type { ValueObject } from '../../values/ValueObject.ts';
import { definePlatformType, type PlatformType } from '../definePlatformType.ts';
import { makeError } from './DatabaseError.ts';

/** Database.SaveResult and its relatives: what became of one record. */
export class DmlResultValue implements ValueObject {
  readonly apexType: string;
  readonly row: RowResult;

  constructor(apexType: string, row: RowResult) {
    this.apexType = apexType;
    this.row = row;
  }

  valueText(): string {
    return `${this.apexType}[getErrors=${this.row.errors.length};getId=${this.row.id ?? 'null'};isSuccess=${this.row.isSuccess};]`;
  }
}

export function makeResult(apexType: string, row: RowResult): DmlResultValue {
  return new DmlResultValue(apexType, row);
}

/** A SaveResult of a publish or another operation outside of DML. */
export function resultList(apexType: string, rows: readonly RowResult[]): ApexList {
  return new ApexList(
    runtimeType(`List<${apexType}>`),
    rows.map((row) => makeResult(apexType, row)),
  );
}

function resultType(name: string, more: Record<string, (self: DmlResultValue) => unknown> = {}): PlatformType {
  return definePlatformType({
    name,
    methods: {
      'Boolean isSuccess()': (self: DmlResultValue) => self.row.isSuccess,
      'Id getId()': (self: DmlResultValue) => self.row.id,
      'List<Database.Error> getErrors()': (self: DmlResultValue) =>
        new ApexList(runtimeType('List<Database.Error>'), self.row.errors.map(makeError)),
      ...more,
    },
  });
}

export const SaveResult = resultType('Database.SaveResult');
export const DeleteResult = resultType('Database.DeleteResult');
export const EmptyRecycleBinResult = resultType('Database.EmptyRecycleBinResult');
export const UndeleteResult = resultType('Database.UndeleteResult');
export const UpsertResult = resultType('Database.UpsertResult', {
  'Boolean isCreated()': (self: DmlResultValue) => self.row.isCreated,
});
