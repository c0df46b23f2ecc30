import type { DmlRequest } from '../../dml/DmlRequest.ts';
import { executeDml } from '../../dml/execute.ts';
import type { DmlOperation } from '../../dml/SObjectRule.ts';
import { currentOrg, currentTransaction } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { ApexList } from '../../values/ApexList.ts';
import { SObjectValue } from '../../values/SObjectValue.ts';
import type { CallSite } from '../CallSite.ts';
import type { Implementation } from '../definePlatformType.ts';
import { AccessLevelValue } from './AccessLevel.ts';
import { makeResult, resultList, type DmlResultValue } from './results.ts';
import { FieldToken } from './tokens.ts';

interface Arguments {
  allOrNone: boolean;
  level: AccessLevelValue | null;
  externalId: FieldToken | null;
}

/** The optional arguments of the DML methods differ in type, so they tell by themselves what they are. */
function readArguments(values: readonly unknown[]): Arguments {
  const result: Arguments = { allOrNone: true, level: null, externalId: null };
  for (const value of values) {
    if (typeof value === 'boolean') result.allOrNone = value;
    else if (value instanceof AccessLevelValue) result.level = value;
    else if (value instanceof FieldToken) result.externalId = value;
  }
  return result;
}

function requestOf(
  operation: DmlOperation,
  records: readonly SObjectValue[],
  site: CallSite,
  values: readonly unknown[],
): DmlRequest {
  const { allOrNone, level, externalId } = readArguments(values);
  return {
    operation,
    records,
    allOrNone,
    access: level?.access ?? null,
    sharing: currentTransaction().sharing === 'with',
    externalIdField: externalId?.field ?? null,
    apiVersion: site.apiVersion,
  };
}

function toRecord(value: unknown): SObjectValue {
  if (typeof value !== 'string') return value as SObjectValue;
  return recordWithId(value);
}

/** `Database.delete(id)`: a record that only has its Id. */
function recordWithId(id: string): SObjectValue {
  const object = objectOfId(id);
  const record = new SObjectValue(object);
  record.put('Id', id);
  return record;
}

function objectOfId(id: string): string {
  const { schema } = currentOrg();
  const name = schema.objectNames().find((candidate) => schema.object(candidate)?.keyPrefix === id.slice(0, 3));
  if (!name) throwApex('System.TypeException', `Invalid sObject type: no object of the local org has Ids like ${id}`);
  return name;
}

function listMethod(operation: DmlOperation, resultType: string): Implementation {
  return (site: CallSite, list: ApexList | null, ...values: unknown[]): ApexList => {
    if (list === null) throwApex('System.NullPointerException', 'Argument 1 cannot be null');
    const rows = executeDml(requestOf(operation, list.items.map(toRecord), site, values));
    return resultList(resultType, rows);
  };
}

function recordMethod(operation: DmlOperation, resultType: string): Implementation {
  return (site: CallSite, record: unknown, ...values: unknown[]): DmlResultValue => {
    if (record === null) throwApex('System.NullPointerException', 'Argument 1 cannot be null');
    const [row] = executeDml(requestOf(operation, [toRecord(record)], site, values));
    if (!row) throw new Error('DML gave no result.');
    return makeResult(resultType, row);
  };
}

const OPTIONS = ['', ', Boolean allOrNone', ', AccessLevel level', ', Boolean allOrNone, AccessLevel level'];

/** All overloads of one DML method of Database. */
function overloads(
  operation: DmlOperation,
  resultType: string,
  targets: readonly string[],
  extra = '',
): Record<string, Implementation> {
  const methods: Record<string, Implementation> = {};
  for (const options of OPTIONS) {
    for (const target of targets) {
      const isList = target.startsWith('List');
      const returns = isList ? `List<${resultType}>` : resultType;
      const implementation = isList ? listMethod(operation, resultType) : recordMethod(operation, resultType);
      methods[`callsite static ${returns} ${operation}(${target}${extra}${options})`] = implementation;
    }
  }
  return methods;
}

const RECORDS = ['SObject record', 'List<SObject> records'];
const RECORDS_OR_IDS = [...RECORDS, 'Id id', 'List<Id> ids'];

export const DML_METHODS: Record<string, Implementation> = {
  ...overloads('insert', 'Database.SaveResult', RECORDS),
  ...overloads('update', 'Database.SaveResult', RECORDS),
  ...overloads('upsert', 'Database.UpsertResult', RECORDS),
  ...overloads('upsert', 'Database.UpsertResult', RECORDS, ', Schema.SObjectField externalIdField'),
  ...overloads('delete', 'Database.DeleteResult', RECORDS_OR_IDS),
  ...overloads('undelete', 'Database.UndeleteResult', RECORDS_OR_IDS),
};
