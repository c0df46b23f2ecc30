import { FormulaError } from './FormulaError.ts';

export type Token =
  | { readonly kind: 'number' | 'text' | 'name' | 'symbol'; readonly text: string }
  | { readonly kind: 'end'; readonly text: '' };

const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<name>\$?[A-Za-z]\w*(?:\.[A-Za-z]\w*)*)|(?<symbol>&&|\|\||<>|!=|==|<=|>=|[-+*/^&=<>!(),])/y;

/** Splits a formula. Names keep their dots: `$User.ProfileId`. Throws FormulaError. */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const start = TOKEN.lastIndex;
    const groups = TOKEN.exec(formula)?.groups;
    if (!groups) throw new FormulaError(`Syntax error: ${formula.slice(start, start + 20)} cannot be read.`);
    if (groups.number !== undefined) tokens.push({ kind: 'number', text: groups.number });
    else if (groups.text !== undefined) tokens.push({ kind: 'text', text: unquoted(groups.text) });
    else if (groups.name !== undefined) tokens.push({ kind: 'name', text: groups.name });
    else if (groups.symbol !== undefined) tokens.push({ kind: 'symbol', text: groups.symbol });
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

function unquoted(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char === 't' ? '\t' : char));
}
