import type { ApexParser } from '@apexdevtools/apex-parser';
import type { Position } from '../diagnostics.ts';

interface TextToken {
  readonly type: number;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Texts in single quotes that run over the end of their line: the parser takes them, Salesforce's does not. */
export function textsOverLines(parser: ApexParser, textType: number): Position[] {
  const { tokens } = parser.getTokenStream() as unknown as { readonly tokens: readonly TextToken[] };
  return tokens
    .filter(({ type, text }) => type === textType && /[\r\n]/.test(text))
    .map(({ line, column }) => ({ line, column: column + 1 }));
}
