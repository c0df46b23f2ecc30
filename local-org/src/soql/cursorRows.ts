import { currentOrg, currentTransaction } from '../org/current.ts';
import { throwApex } from '../runtime/ApexException.ts';
import { runtimeType } from '../types/RuntimeType.ts';
import { ApexList } from '../values/ApexList.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';
import type { PackedIds } from './PackedIds.ts';
import type { ResolvedField, ResolvedQuery } from './resolve/ResolvedQuery.ts';
import { bindValuesOf, checkLimits, prepareQuery, recordsOf, resolveAtRunTime, type QueryOptions } from './run.ts';
import { checkSecurityEnforced } from './securityEnforced.ts';
import { PreparedQuery } from './sql/PreparedQuery.ts';

/** The rows of a query as they were when it ran: their Ids, in order. Their values are read when they are fetched. */
export interface CursorRows {
  readonly object: string;
  readonly ids: PackedIds;
  /** The query with `Id IN` instead of its own conditions. */
  readonly byIds: ResolvedQuery;
}

const IDS = '$ids';

/** Counts nothing against the limits: the kinds of cursors count differently. */
export function prepareCursor(text: string, binds: (name: string) => unknown, options: QueryOptions): CursorRows {
  const org = currentOrg();
  const query = resolveAtRunTime(text, org);
  if (query.kind !== 'records') throwApex('System.QueryException', 'Aggregate queries are not supported by cursors');
  const bindValues = bindValuesOf(binds, org);
  checkLimits(query, bindValues);
  if (query.isSecurityEnforced) checkSecurityEnforced(query, currentTransaction().userId, org, options.apiVersion);
  const onlyIds: ResolvedQuery = { ...query, isSecurityEnforced: false, outputs: [], children: [] };
  const ids = prepareQuery(onlyIds, org, bindValues, options).packedIds(bindValues);
  return { object: query.object.name, ids, byIds: selectByIds(query) };
}

/** Rows that are still there, in the order of the cursor, and how many places of it were looked at. */
export function fetchRows(
  rows: CursorRows,
  position: number,
  count: number,
): { records: SObjectValue[]; looked: number } {
  const org = currentOrg();
  const ids = rows.ids.slice(position, position + count);
  const list = new ApexList(runtimeType('List<Id>'), ids);
  const binds = bindValuesOf((name) => (name === IDS ? list : null), org);
  // Who may see the rows was decided when the cursor was made.
  const prepared = new PreparedQuery(rows.byIds, org.store, {
    visibleRows: () => null,
    locale: 'en',
    nullBinds: new Set(),
    singleBinds: new Set(),
    search: null,
  });
  const found = new Map(recordsOf(prepared, prepared.rows(binds), binds).map((record) => [record.id, record]));
  return { records: ids.flatMap((id) => found.get(id) ?? []), looked: ids.length };
}

function selectByIds(query: ResolvedQuery): ResolvedQuery {
  const field = query.object.fields.get('id');
  if (!field) throw new Error(`${query.object.name} has no Id.`);
  const operand: ResolvedField = {
    kind: 'field',
    choices: [{ table: query.root, field }],
    field,
    isObjectName: false,
    path: ['Id'],
  };
  const type = { apexType: 'Id', scale: null, name: 'Id', isLike: false };
  return {
    ...query,
    where: { kind: 'comparison', operand, operator: 'IN', value: { kind: 'collectionBind', name: IDS, type } },
    orderBy: [],
    limit: null,
    offset: null,
  };
}
