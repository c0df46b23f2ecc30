import { createRequire } from 'node:module';
import type * as ApexParserModule from '@apexdevtools/apex-parser';
import type { Position } from '../diagnostics.ts';

const load = createRequire(import.meta.url);
let loaded: typeof ApexParserModule | null = null;

/** The parser library, loaded at the first file that has to be parsed: a start from the cache does without. */
export function parserLibrary(): typeof ApexParserModule {
  return (loaded ??= load('@apexdevtools/apex-parser') as typeof ApexParserModule);
}

/** What the compiler reads of a parser rule's context. */
export interface Node {
  readonly start: { readonly line: number; readonly column: number; readonly start: number };
  readonly stop?: { readonly line: number; readonly column: number; readonly stop: number };
  getText(): string;
}

export function positionOf(node: Node): Position {
  return { line: node.start.line, column: node.start.column + 1 };
}
