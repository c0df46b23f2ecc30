import type { ResolvedOperand, ResolvedQuery } from '../resolve/ResolvedQuery.ts';
import { writeCondition, valueOf } from './conditions.ts';
import { columnSql, comparableSql, operandSql, sortableSql } from './operands.ts';
import { requiredJoins } from './requiredJoins.ts';
import type { SqlWriter } from './SqlWriter.ts';

/** The SELECT of a query whose rows go to Apex. The columns are the given expressions, in order. */
export function writeSelect(query: ResolvedQuery, columns: readonly string[], writer: SqlWriter): void {
  const [first] = query.orderBy;
  const isOrdered = first && query.limit && writer.search?.kind !== 'rare';
  writer.pagedBy = isOrdered ? comparableSql(first.operand, writer.store) : null;
  writer.add(`SELECT ${columns.join(', ')}`);
  writeFromWhere(query, writer);
  writeGroups(query, writer);
  writeOrder(query, writer);
  writeLimit(query, writer);
}

/** The inner SELECT of `IN (SELECT …)`. Empty references are left out: they equal nothing. */
export function writeSemiJoin(query: ResolvedQuery, writer: SqlWriter): void {
  const [output] = query.outputs;
  if (!output) throw new Error('A semi join selects one field.');
  const column = operandSql(output.operand, writer.store);
  writer.add(`SELECT ${column}`);
  writeFromWhere(query, writer, `${column} IS NOT NULL`);
}

/**
 * The SELECT of a child sub-query: its first column is the parent's Id. For many parents at once, unless a LIMIT holds: that is
 * one for each parent, and an index can end early only where one parent is asked for at a time.
 */
export function writeChildren(
  query: ResolvedQuery,
  reference: string,
  columns: readonly string[],
  writer: SqlWriter,
): void {
  const parent = columnSql(query.root.alias, reference);
  const { limit } = query;
  writer.add(`SELECT ${[parent, ...columns].join(', ')}`);
  writeFromWhere(query, writer, limit ? `${parent} = ` : `${parent} IN (SELECT value FROM json_each(`, (inner) => {
    if (limit) inner.parameter((binds) => binds.parentIds[0] ?? null);
    else inner.parameter((binds) => JSON.stringify(binds.parentIds)).add('))');
  });
  writer.add(` ORDER BY ${orderSql(query, writer)}`);
  if (limit) writer.add(' LIMIT ').parameter((binds) => Number(valueOf(limit, binds) ?? -1));
}

function writeFromWhere(
  query: ResolvedQuery,
  writer: SqlWriter,
  first?: string,
  finishFirst?: (writer: SqlWriter) => void,
): void {
  const { root, store } = { root: query.root, store: writer.store };
  writer.add(` FROM ${store.layout(root.object.name).table} ${root.alias}`);
  const required = requiredJoins(query.where, writer.nullBinds);
  for (const join of query.joins) {
    if (!join.parent || !join.via) continue;
    const reference = store.fieldSql(join.parent.object.name, join.via.name, join.parent.alias);
    writer.add(required.has(join) ? ' JOIN ' : ' LEFT JOIN ');
    writer.add(`${store.layout(join.object.name).table} ${join.alias} ON ${join.alias}."Id" = ${reference}`);
  }
  let glue = ' WHERE ';
  const condition = (write: () => void): void => {
    writer.add(glue);
    write();
    glue = ' AND ';
  };
  if (first !== undefined) {
    condition(() => {
      writer.add(first);
      finishFirst?.(writer);
    });
  }
  if (query.where) {
    const { where } = query;
    condition(() => writeCondition(where, writer));
  }
  if (root.object.isUndeletable && root.object.fields.has('isdeleted') && !query.isAllRows) {
    condition(() => writer.add(`${root.alias}."IsDeleted" = 0`));
  }
  const visible = writer.visibleRows(root.object.name, root.alias);
  if (visible !== null) condition(() => writer.add(`(${visible})`));
}

function writeGroups(query: ResolvedQuery, writer: SqlWriter): void {
  if (query.groupBy.length > 0) {
    writer.add(` GROUP BY ${query.groupBy.map((group) => comparableSql(group, writer.store)).join(', ')}`);
  }
  if (query.having) {
    writer.add(' HAVING ');
    writeCondition(query.having, writer);
  }
}

function writeOrder(query: ResolvedQuery, writer: SqlWriter): void {
  if (query.orderBy.length > 0) writer.add(` ORDER BY ${orderSql(query, writer)}`);
}

/** Nulls come first unless NULLS LAST, whatever the direction. Equal rows are told apart by Id, so that pages do not overlap. */
function orderSql(query: ResolvedQuery, writer: SqlWriter): string {
  const items = query.orderBy.map(({ operand, isDescending, areNullsLast }) => {
    const nulls =
      areNullsLast === isDescending || isNeverNull(operand) ? '' : areNullsLast ? ' NULLS LAST' : ' NULLS FIRST';
    return `${sortableSql(operand, writer.store, writer.locale)}${isDescending ? ' DESC' : ''}${nulls}`;
  });
  const hasId = query.orderBy.some(({ operand }) => operand.kind === 'field' && operand.path.join() === 'Id');
  if (query.kind === 'records' && !hasId) items.push(`${query.root.alias}."Id"`);
  return items.join(', ');
}

function isNeverNull(operand: ResolvedOperand): boolean {
  return operand.kind === 'field' && operand.path.length === 1 && !operand.field.isNillable;
}

function writeLimit(query: ResolvedQuery, writer: SqlWriter): void {
  const { limit, offset } = query;
  if (limit) writer.add(' LIMIT ').parameter((binds) => Number(valueOf(limit, binds) ?? -1));
  else if (offset) writer.add(' LIMIT -1');
  if (offset) writer.add(' OFFSET ').parameter((binds) => Number(valueOf(offset, binds) ?? 0));
}
