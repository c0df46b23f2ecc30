import type { FieldNameContext, SoqlFunctionContext, SoqlIdContext } from '@apexdevtools/apex-parser';
import { type CallNode, type PathNode } from '../ast.ts';
import { UnsupportedQueryError } from '../unsupported.ts';

/** The alias that the FROM clause gives its object, lower case. */
export interface ParseScope {
  readonly alias: string | null;
}

/** Stands for the backslash of `\\_` and `\\%` while the text is parsed (private use area of Unicode). */
export const LIKE_ESCAPE = '\uE000';

export function nameIn(context: SoqlIdContext): string {
  return context.getText();
}

/** A path of names; a leading alias of the FROM clause is dropped. */
export function readPath(context: FieldNameContext, scope: ParseScope): PathNode {
  const names = context.soqlId_list().map(nameIn);
  const isAliased = names.length > 1 && scope.alias !== null && names[0]?.toLowerCase() === scope.alias;
  return { kind: 'path', names: isAliased ? names.slice(1) : names, position: context.start.start };
}

/** Functions that take one field, as the query names them. */
const SUPPORTED = new Set([
  ...['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'],
  ...['CALENDAR_YEAR', 'CALENDAR_QUARTER', 'CALENDAR_MONTH', 'DAY_IN_MONTH', 'DAY_IN_YEAR', 'DAY_ONLY', 'HOUR_IN_DAY'],
]);

export function readCall(context: SoqlFunctionContext, scope: ParseScope): CallNode {
  const position = context.start.start;
  const name = context.start.text.toUpperCase();
  if (!SUPPORTED.has(name)) throw new UnsupportedQueryError(position, 'other functions', `${name}()`);
  const dateField = context.dateFieldName();
  if (dateField?.CONVERT_TIMEZONE()) throw new UnsupportedQueryError(position, 'convertTimezone()');
  const field = dateField ? dateField.fieldName() : context.fieldName();
  return { kind: 'call', name, argument: field ? readPath(field, scope) : null, position };
}
