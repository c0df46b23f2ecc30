import type { Position } from '../diagnostics.ts';

// While code is put together as text, marks inside it remember where each piece comes from. They never occur in the text
// itself: string literals are written with JSON.stringify, which escapes control characters.

const PLACE = '\u0001';
const BEGIN = '\u0002';
const END = '\u0003';

export function place(position: Position): string {
  return `${PLACE}${position.line}:${position.column}${PLACE}`;
}

/** Names the function that begins here as Apex stack traces do: `Class.RestoreService.plan`. */
export function beginFunction(name: string): string {
  return `${BEGIN}${name}${BEGIN}`;
}

export const endFunction = END;

export interface MarkedPlace {
  readonly generated: { readonly line: number; readonly column: number };
  readonly original: Position;
}

/** The lines of one emitted function, first and last, and its name in stack traces. */
export type FunctionRange = readonly [first: number, last: number, name: string];

export interface Unmarked {
  readonly text: string;
  readonly places: readonly MarkedPlace[];
  readonly functions: readonly FunctionRange[];
}

/** Takes the marks out. Generated lines count from 1, columns from 0, as source maps want them. */
export function unmark(marked: string): Unmarked {
  const places: MarkedPlace[] = [];
  const functions: FunctionRange[] = [];
  const open: { readonly line: number; readonly name: string }[] = [];
  let text = '';
  let line = 1;
  let column = 0;
  // Every second part is the content of a mark.
  for (const part of marked.split(/(\u0001[^\u0001]*\u0001|\u0002[^\u0002]*\u0002|\u0003)/)) {
    if (part.startsWith(PLACE)) {
      const [originalLine = 1, originalColumn = 1] = part.slice(1, -1).split(':').map(Number);
      places.push({ generated: { line, column }, original: { line: originalLine, column: originalColumn } });
    } else if (part.startsWith(BEGIN)) {
      open.push({ line, name: part.slice(1, -1) });
    } else if (part === END) {
      const begun = open.pop();
      if (begun) functions.push([begun.line, line, begun.name]);
    } else {
      text += part;
      const lines = part.split('\n');
      line += lines.length - 1;
      column = lines.length > 1 ? lines.at(-1)!.length : column + part.length;
    }
  }
  return { text, places, functions };
}
