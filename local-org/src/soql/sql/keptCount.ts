import type { KeptCount } from '../../store/KeptCount.ts';
import type { ResolvedCondition, ResolvedOperand, ResolvedQuery } from '../resolve/ResolvedQuery.ts';
import { sqlInput } from './BindValues.ts';
import { valueOf } from './conditions.ts';
import type { SqlWriter } from './SqlWriter.ts';

type Comparison = Extract<ResolvedCondition, { kind: 'comparison' }>;

/**
 * `SELECT PackageLicenseId, COUNT(Id) … WHERE User.IsActive = FALSE GROUP BY PackageLicenseId`, and nothing else, is what the
 * store counts anyway. False when the rows have to be counted.
 */
export function writeKeptCount(query: ResolvedQuery, writer: SqlWriter): boolean {
  const { where, outputs, root } = query;
  if (where?.kind !== 'comparison' || !asksNothingElse(query)) return false;
  if (writer.visibleRows(root.object.name, root.alias) !== null) return false;
  const kept = writer.store
    .keptCounts(root.object.name)
    .find((count) => isGrouped(query, count) && isFlag(where, count));
  const columns = outputs.map(({ operand }) => (isCountOfRows(operand) ? 'n' : 'key'));
  if (!kept || !outputs.every(({ operand }) => isCountOfRows(operand) || isField(operand, kept.group))) return false;
  const { value } = where;
  writer.add(`SELECT ${[...columns, 'n'].join(', ')} FROM (SELECT key, CASE WHEN `);
  writer.parameter((binds) => sqlInput(valueOf(value, binds)));
  writer.add(` THEN checked ELSE unchecked END AS n FROM (${kept.sql})) WHERE n > 0 ORDER BY key`);
  return true;
}

function asksNothingElse({ kind, having, orderBy, limit, offset, groupBy, root }: ResolvedQuery): boolean {
  const isPlain = !having && orderBy.length === 0 && !limit && !offset && groupBy.length === 1;
  return kind === 'aggregate' && isPlain && !root.object.isUndeletable;
}

function isGrouped({ groupBy }: ResolvedQuery, { group }: KeptCount): boolean {
  return groupBy.every((operand) => isField(operand, group));
}

/** Anything but a constant might be null, which no checkbox is. */
function isFlag({ operand, operator, value }: Comparison, { flag }: KeptCount): boolean {
  return operator === '=' && value.kind === 'constant' && value.value !== null && isField(operand, ...flag);
}

function isField(operand: ResolvedOperand, ...path: readonly string[]): boolean {
  return operand.kind === 'field' && operand.choices.length === 1 && operand.path.join('.') === path.join('.');
}

function isCountOfRows(operand: ResolvedOperand): boolean {
  return operand.kind === 'call' && operand.name === 'COUNT' && (operand.argument?.path.join() ?? 'Id') === 'Id';
}
