import type { ValueContext } from '@apexdevtools/apex-parser';
import { QueryError, type ValueNode } from '../ast.ts';
import { readBind } from './binds.ts';
import { LIKE_ESCAPE } from './operands.ts';
import { readQuery } from './parseQuery.ts';
import { UnsupportedQueryError } from '../unsupported.ts';

/** The right side of a comparison. */
export function readValue(context: ValueContext): ValueNode {
  const position = context.start.start;
  const text = context.getText();
  if (context.NULL()) return { kind: 'null', position };
  if (context.BooleanLiteral()) return { kind: 'boolean', value: text.toLowerCase() === 'true', position };
  if (context.signedNumber())
    return { kind: 'number', value: Number(text), isInteger: /^[+-]?\d+$/.test(text), position };
  if (context.StringLiteral() || context.MultilineStringLiteral()) {
    const raw = text.slice(1, -1).replaceAll(LIKE_ESCAPE, '\\');
    return { kind: 'string', value: unescape(raw, position), raw, position };
  }
  if (context.DateLiteral()) return { kind: 'date', text, position };
  if (context.DateTimeLiteral()) return { kind: 'datetime', text, position };
  const formula = context.dateFormula();
  if (formula) {
    const [name = '', count] = text.split(':');
    return {
      kind: 'dateFormula',
      name: name.toUpperCase(),
      count: count === undefined ? null : Number(count),
      position,
    };
  }
  const subQuery = context.subQuery();
  if (subQuery) return { kind: 'query', query: readQuery(subQuery), position };
  const list = context.valueList();
  if (list) return { kind: 'list', items: list.value_list().map(readValue), position };
  const bind = context.boundExpression();
  if (bind) return readBind(bind);
  throw new UnsupportedQueryError(position, 'amounts with a currency', `The value ${text}`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  N: '\n',
  r: '\r',
  R: '\r',
  t: '\t',
  T: '\t',
  b: '\b',
  B: '\b',
  f: '\f',
  F: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  // Only LIKE gives these a meaning; it reads the raw text.
  _: '_',
  '%': '%',
};

function unescape(raw: string, position: number): string {
  return raw.replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (_, code: string) => {
    if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    const char = ESCAPES[code];
    if (char === undefined)
      throw new QueryError(position, `Invalid string literal: \\${code} is not an escape sequence.`);
    return char;
  });
}
