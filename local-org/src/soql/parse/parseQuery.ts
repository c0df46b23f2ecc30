import {
  ApexErrorListener,
  ApexParserFactory,
  type QueryContext,
  type SubQueryContext,
} from '@apexdevtools/apex-parser';
import { QueryError, type QueryNode, type SelectNode } from '../ast.ts';
import { readCondition } from './conditions.ts';
import { readAccess, readFlags, readGroupBy, readLimit, readOrderBy } from './clauses.ts';
import { LIKE_ESCAPE, nameIn, readCall, readPath, type ParseScope } from './operands.ts';
import { UnsupportedQueryError } from '../unsupported.ts';

const cache = new Map<string, QueryNode | QueryError>();
const CACHE_SIZE = 2000;

/** Parses a query, without the brackets. Throws QueryError at the first place that cannot be read or is not supported. */
export function parseQuery(text: string): QueryNode {
  let result = cache.get(text);
  if (!result) {
    result = parse(text);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(text, result);
  }
  if (result instanceof QueryError) throw result;
  return result;
}

class FirstError extends ApexErrorListener {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  apexSyntaxError(line: number, column: number, message: string): void {
    const lines = this.text.split('\n').slice(0, line - 1);
    const offset = lines.reduce((sum, before) => sum + before.length + 1, 0) + column;
    throw new QueryError(offset, `unexpected token: ${message}`);
  }
}

function parse(text: string): QueryNode | QueryError {
  try {
    const { parser } = ApexParserFactory.createLexerAndParser(hideLikeEscapes(text), new FirstError(text));
    const tree = parser.query();
    const next = parser.getCurrentToken();
    if (next.type !== -1) throw new QueryError(next.start, `unexpected token: '${next.text}'`);
    return readQuery(tree);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}

/**
 * The lexer knows the escapes of Apex, but not the two that LIKE adds. The backslash before them becomes another character
 * until the values are read, so that all positions stay.
 */
function hideLikeEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/'(?:[^'\\]|\\.)*'/gs, (literal) =>
    literal.replace(/\\(.)/gs, (escape, char: string) => (char === '_' || char === '%' ? LIKE_ESCAPE + char : escape)),
  );
}

/** A query or sub-query. */
export function readQuery(context: QueryContext | SubQueryContext): QueryNode {
  const [from, scope] = readFrom(context);
  const where = context.whereClause();
  const isMain = 'selectList' in context;
  const group = isMain ? context.groupByClause() : null;
  const grouped = readGroupBy(group, scope);
  return {
    select: readSelect(context, scope),
    from,
    where: where ? readCondition(where.whereLogicalExpression(), scope) : null,
    access: isMain ? readAccess(context.withClause()) : null,
    ...grouped,
    orderBy: readOrderBy(context.orderByClause(), scope),
    limit: readLimit(context.limitClause()),
    offset: isMain ? readLimit(context.offsetClause()) : null,
    ...readFlags(context),
    position: context.start.start,
  };
}

function readFrom(context: QueryContext | SubQueryContext): [QueryNode['from'], ParseScope] {
  const list = context.fromNameList();
  const names = list.fieldName_list();
  const [first] = names;
  if (!first) throw new QueryError(context.start.start, 'The query has no FROM clause.');
  if (names.length > 1) {
    throw new UnsupportedQueryError(names[1]?.start.start ?? 0, 'several names in FROM', 'A second name in FROM');
  }
  const alias = list.soqlId(0);
  const from = readPath(first, { alias: null });
  return [from, { alias: alias ? nameIn(alias).toLowerCase() : null }];
}

function readSelect(context: QueryContext | SubQueryContext, scope: ParseScope): SelectNode[] {
  const entries =
    'selectList' in context ? context.selectList().selectEntry_list() : context.subFieldList().subFieldEntry_list();
  return entries.map((entry): SelectNode => {
    const position = entry.start.start;
    if (entry.typeOf()) throw new UnsupportedQueryError(position, 'TYPEOF');
    const subQuery = entry.subQuery();
    if (subQuery) return { kind: 'children', query: readQuery(subQuery) };
    const alias = entry.soqlId();
    const call = entry.soqlFunction();
    const field = entry.fieldName();
    const operand = call ? readCall(call, scope) : field ? readPath(field, scope) : null;
    if (!operand) throw new QueryError(position, `unexpected token: '${entry.getText()}'`);
    return { kind: 'operand', operand, alias: alias ? nameIn(alias) : null };
  });
}
