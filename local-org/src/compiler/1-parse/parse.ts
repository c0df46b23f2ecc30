import type {
  AnonymousUnitContext,
  ApexErrorListener,
  CompilationUnitContext,
  TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import type { Diagnostics } from '../diagnostics.ts';
import type { SourceFile } from '../source.ts';
import { textsOverLines } from './lineBreaks.ts';
import { parserLibrary } from './parser.ts';

export type ParsedUnit =
  | { readonly kind: 'class'; readonly source: SourceFile; readonly tree: CompilationUnitContext }
  | { readonly kind: 'trigger'; readonly source: SourceFile; readonly tree: TriggerUnitContext }
  | { readonly kind: 'anonymous'; readonly source: SourceFile; readonly tree: AnonymousUnitContext };

/** Parses one file. Null when it has syntax errors, which are reported. */
export function parse(source: SourceFile, diagnostics: Diagnostics): ParsedUnit | null {
  let failed = false;
  const library = parserLibrary();
  class Listener extends library.ApexErrorListener {
    override apexSyntaxError(line: number, column: number, message: string): void {
      failed = true;
      diagnostics.report(source.path, { line, column: column + 1 }, 'APX0001', readable(message));
    }
  }
  const broken = /\uFFFD/.exec(source.text);
  if (broken) {
    const before = source.text.slice(0, broken.index).split('\n');
    const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    diagnostics.report(source.path, position, 'APX0001', 'The file is not valid UTF-8');
    return null;
  }
  const listener: ApexErrorListener = new Listener();
  const { parser } = library.ApexParserFactory.createLexerAndParser(source.text, listener);
  const trees = {
    class: () => ({ kind: 'class' as const, source, tree: parser.compilationUnit() }),
    trigger: () => ({ kind: 'trigger' as const, source, tree: parser.triggerUnit() }),
    anonymous: () => ({ kind: 'anonymous' as const, source, tree: parser.anonymousUnit() }),
  };
  const unit = withinStack<ParsedUnit>(() => trees[source.kind]());
  if (unit === null) {
    diagnostics.report(source.path, { line: 1, column: 1 }, 'APX0001', 'The code is nested too deeply to be read');
    return null;
  }
  for (const position of textsOverLines(parser, library.ApexLexer.StringLiteral)) {
    failed = true;
    diagnostics.report(source.path, position, 'APX0004');
  }
  return failed ? null : unit;
}

/** Null where the code is nested so deeply that the parser runs out of stack. */
function withinStack<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('call stack')) return null;
    throw error;
  }
}

/** The parser's list of expected tokens can be a page long: it is cut to what a person can use. */
function readable(message: string): string {
  const [head = message] = message.split(' expecting {');
  const text = head.length > 200 ? `${head.slice(0, 200)}…` : head;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
