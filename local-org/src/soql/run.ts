import type { Org } from '../org/Org.ts';
import { currentOrg, currentTransaction } from '../org/current.ts';
import { throwApex } from '../runtime/ApexException.ts';
import { toApex } from '../store/apexValues.ts';
import type { Store } from '../store/Store.ts';
import { runtimeType } from '../types/RuntimeType.ts';
import { ApexList } from '../values/ApexList.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import { userLocale, userTimeZone } from '../values/userContext.ts';
import { QueryError } from './ast.ts';
import { resolvedQuery } from './check.ts';
import type { ResolvedQuery } from './resolve/ResolvedQuery.ts';
import { BindValues } from './sql/BindValues.ts';
import { bindsOf, queriesOf } from './parts.ts';
import { planSearch } from './sql/planSearch.ts';
import { PreparedQuery } from './sql/PreparedQuery.ts';
import { mayReadInUserMode } from './userMode.ts';
import { checkSecurityEnforced } from './securityEnforced.ts';

export interface QueryOptions {
  /** `WITH USER_MODE` and `WITH SYSTEM_MODE` in the text win. */
  readonly access: 'user' | 'system';
  /** The sharing keyword of the class; user mode shares always. */
  readonly sharing: boolean;
  readonly apiVersion: number;
}

export type QueryResult = SObjectValue[] | number;

const MAX_OFFSET = 2000;
const MAX_LENGTH = 100_000;
/** Groups of one query (SOQL reference, "GROUP BY": results of aggregates cannot be read in several batches). */
const MAX_GROUPS = 2000;

/**
 * Runs a query in the current transaction. Records and AggregateResults come as records, `SELECT COUNT()` as a number.
 * @param binds the value of a bind variable; must throw when there is none of that name.
 * Throws System.QueryException and counts queries and rows against the limits.
 */
export function runQuery(text: string, binds: (name: string) => unknown, options: QueryOptions): QueryResult {
  const org = currentOrg();
  const query = resolveAtRunTime(text, org);
  const { limits } = currentTransaction();
  limits.count('Queries');
  if (query.children.length > 0) limits.count('AggregateQueries', query.children.length);
  const bindValues = bindValuesOf(binds, org);
  checkLimits(query, bindValues);
  const prepared = prepareQuery(query, org, bindValues, options);
  if (query.kind === 'count') {
    limits.count('QueryRows');
    return bindValues.searchCount ?? Number(prepared.rows(bindValues)[0]?.[0] ?? 0);
  }
  const rows = prepared.rows(bindValues);
  if (query.kind === 'aggregate') return aggregateResults(query, rows);
  limits.count('QueryRows', rows.length);
  return recordsOf(prepared, rows, bindValues);
}

/** The looked-up query. Throws System.QueryException with a pointer to the place that is wrong, as Salesforce does. */
export function resolveAtRunTime(text: string, org: Org): ResolvedQuery {
  if (text.length > MAX_LENGTH) {
    throwApex('System.QueryException', `SOQL statements cannot be longer than ${MAX_LENGTH} characters.`);
  }
  try {
    return resolvedQuery(text, org.schema);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const line = text.slice(Math.max(0, error.offset - 40), error.offset + 40).replace(/\s/g, ' ');
    const pointer = ' '.repeat(Math.min(40, error.offset)) + '^';
    throwApex(
      'System.QueryException',
      `\n${line}\n${pointer}\nERROR at Row:1:Column:${error.offset + 1}\n${error.message}`,
    );
  }
}

export function bindValuesOf(binds: (name: string) => unknown, org: Org): BindValues {
  return new BindValues(binds, org.clock.now(), userTimeZone());
}

const preparedQueries = new WeakMap<Store, WeakMap<ResolvedQuery, Map<string, PreparedQuery>>>();
const MAX_VARIANTS = 50;

/** Compiled once per store and variant: the user's locale and sharing, and which collections hold a null. */
export function prepareQuery(query: ResolvedQuery, org: Org, binds: BindValues, options: QueryOptions): PreparedQuery {
  const isUserMode = (query.access ?? options.access) === 'user';
  const { userId } = currentTransaction();
  if (isUserMode) mayReadInUserMode(query, userId, org);
  if (query.isSecurityEnforced) checkSecurityEnforced(query, userId, org, options.apiVersion);
  const isShared = isUserMode || options.sharing;
  const conditions = isShared
    ? queriesOf(query).map(({ root }) => org.access.visibleRowsSql(userId, root.object.name, root.alias))
    : [];
  const nullBinds = new Set(
    bindsOf(query)
      .filter((bind) => binds.hasNull(bind))
      .map(({ name }) => name),
  );
  const isPaged = query.limit !== null && query.orderBy.length > 0;
  const singleBinds = new Set(
    (isPaged ? bindsOf(query) : [])
      .filter(({ kind, name, type }) => kind === 'collectionBind' && binds.isSingle(name, type))
      .map(({ name }) => name),
  );
  const search = planSearch(query, org.store, binds);
  binds.searchExpression = search?.expression ?? '';
  binds.searchCount = conditions.some((condition) => condition !== null) ? null : (search?.count ?? null);
  const locale = userLocale().replaceAll('_', '-');
  const collections = `${[...nullBinds].join()}\n${[...singleBinds].join()}`;
  const key = `${locale}\n${search?.kind ?? ''}\n${collections}\n${conditions.join('\n')}`;
  const variants = variantsOf(query, org.store);
  let prepared = variants.get(key);
  if (!prepared) {
    const byAlias = new Map(queriesOf(query).map(({ root }, index) => [root.alias, conditions[index] ?? null]));
    prepared = new PreparedQuery(query, org.store, {
      locale,
      nullBinds,
      singleBinds,
      search,
      visibleRows: (_object, alias) => byAlias.get(alias) ?? null,
    });
    if (variants.size >= MAX_VARIANTS) variants.clear();
    variants.set(key, prepared);
  }
  return prepared;
}

function variantsOf(query: ResolvedQuery, store: Store): Map<string, PreparedQuery> {
  let byQuery = preparedQueries.get(store);
  if (!byQuery) {
    byQuery = new WeakMap();
    preparedQueries.set(store, byQuery);
  }
  let variants = byQuery.get(query);
  if (!variants) {
    variants = new Map();
    byQuery.set(query, variants);
  }
  return variants;
}

/** Values of bind variables in LIMIT and OFFSET; numbers in the text are checked before. */
export function checkLimits(query: ResolvedQuery, binds: BindValues): void {
  for (const { query: child } of query.children) checkLimits(child, binds);
  for (const [clause, value] of [
    ['limit', query.limit],
    ['offset', query.offset],
  ] as const) {
    if (value?.kind !== 'bind') continue;
    const number = binds.value(value.name, value.type);
    // The text for offset is from public logs; that limit reads alike, and that null is refused, is not verified.
    if (number === null || Number(number) < 0) {
      throwApex('System.QueryException', `SOQL ${clause} must be a non-negative value`);
    }
    if (clause === 'offset' && Number(number) > MAX_OFFSET) {
      throwApex('System.QueryException', `Maximum SOQL offset allowed is ${MAX_OFFSET}`);
    }
  }
}

export function recordsOf(prepared: PreparedQuery, rows: readonly unknown[][], binds: BindValues): SObjectValue[] {
  const records = rows.map((row) => prepared.plan.recordOf(row));
  for (const { relationship, prepared: child } of prepared.children) addChildren(records, relationship, child, binds);
  return records;
}

function addChildren(
  parents: readonly SObjectValue[],
  relationship: string,
  child: PreparedQuery,
  binds: BindValues,
): void {
  const byParent = new Map<string, SObjectValue[]>();
  const rows = childRows(
    child,
    parents.map((parent) => parent.id ?? ''),
    binds,
  );
  currentTransaction().limits.count('QueryRows', rows.length);
  for (const [parentId, ...row] of rows) {
    const list = byParent.get(parentId as string) ?? [];
    list.push(child.plan.recordOf(row));
    byParent.set(parentId as string, list);
  }
  const type = runtimeType(`List<${child.query.object.name}>`);
  for (const parent of parents)
    parent.putChildren(relationship, new ApexList(type, byParent.get(parent.id ?? '') ?? []));
}

/** A LIMIT holds for each parent (SOQL reference, "LIMIT"), so those are asked for one by one. */
function childRows(child: PreparedQuery, parentIds: readonly string[], binds: BindValues): unknown[][] {
  const groups = child.query.limit ? parentIds.map((id) => [id]) : [parentIds];
  return groups.flatMap((group) => {
    binds.parentIds = group;
    return child.rows(binds);
  });
}

/**
 * Apex Developer Guide, "Working with SOQL Aggregate Functions": COUNT functions count one row for each group, all other ones
 * every row that they look at.
 */
function aggregateResults(query: ResolvedQuery, rows: readonly unknown[][]): SObjectValue[] {
  if (rows.length > MAX_GROUPS && !query.limit) {
    throwApex(
      'System.QueryException',
      'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
    );
  }
  const readsRows = query.outputs.some(
    ({ operand }) => operand.kind === 'call' && operand.isAggregate && operand.name !== 'COUNT',
  );
  const results = rows.map((row) => {
    const result = new SObjectValue('AggregateResult', { isQueried: true });
    query.outputs.forEach(({ operand, alias }, index) => {
      const shape = operand.kind === 'field' ? operand.field : operand;
      result.fields.set(alias ?? '', toApex(shape, row[index]));
    });
    return result;
  });
  const read = readsRows ? rows.reduce((sum, row) => sum + Number(row.at(-1)), 0) : rows.length;
  currentTransaction().limits.count('QueryRows', read);
  return results;
}
