import { purge } from '../../dml/recycleBin.ts';
import type { RowResult } from '../../dml/RowResult.ts';
import { currentOrg, currentTransaction } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { ApexList } from '../../values/ApexList.ts';
import { toId18 } from '../../values/id.ts';
import type { SObjectValue } from '../../values/SObjectValue.ts';
import type { Implementation } from '../definePlatformType.ts';
import { requireArgument } from '../org/requireArgument.ts';
import { makeResult, resultList, type DmlResultValue } from './results.ts';

const RESULT = 'Database.EmptyRecycleBinResult';
/** Apex Reference, Database.emptyRecycleBin. */
const MOST_RECORDS = 200;

/**
 * Database.emptyRecycleBin: one DML statement. Only what the user owns goes, unless the user holds Modify All Data (Help, "View,
 * Restore, and Manage the Recycle Bin"); which status codes the results of others have is *unverified*.
 */
export const EMPTY_RECYCLE_BIN: Readonly<Record<string, Implementation>> = {
  'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> records)': (list: ApexList | null) =>
    emptyAll(requireArgument(list).items.map((record) => (record as SObjectValue | null)?.id ?? null)),
  'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Id> ids)': (list: ApexList | null) =>
    emptyAll(requireArgument(list).items as (string | null)[]),
  'static Database.EmptyRecycleBinResult emptyRecycleBin(SObject record)': (record: SObjectValue | null): DmlResultValue =>
    makeResult(RESULT, emptyOne(requireArgument(record).id, 0, true)),
};

function emptyAll(ids: readonly (string | null)[]): ApexList {
  if (ids.length > MOST_RECORDS) {
    throwApex('System.LimitException', `emptyRecycleBin takes ${MOST_RECORDS} records at most: ${ids.length}`);
  }
  return resultList(
    RESULT,
    ids.map((id, index) => emptyOne(id, index, index === 0)),
  );
}

function emptyOne(idText: string | null, index: number, isFirst: boolean): RowResult {
  const { store, schema, access } = currentOrg();
  const { limits, userId } = currentTransaction();
  if (isFirst) limits.count('DmlStatements');
  limits.count('DmlRows');
  const id = idText === null ? null : toId18(idText);
  const fail = (statusCode: string, message: string): RowResult => ({
    isSuccess: false,
    id,
    isCreated: false,
    errors: [{ index, id, statusCode, message, fields: [] }],
  });
  if (id === null) return fail('MISSING_ARGUMENT', 'Id not specified in an emptyRecycleBin call');
  const object = schema.objectNames().find((name) => schema.object(name)?.keyPrefix === id.slice(0, 3));
  const row = object && store.hasTable(object) ? store.getRow(object, id) : null;
  if (!object || row?.IsDeleted !== true) return fail('UNDELETE_FAILED', 'Entity is not in the recycle bin');
  if (row.OwnerId !== userId && !access.hasSystemPermission(userId, 'ModifyAllData')) {
    return fail('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
  purge(object, id, store);
  return { isSuccess: true, id, isCreated: false, errors: [] };
}
