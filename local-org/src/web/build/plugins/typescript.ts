import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import ts from 'typescript';
import { fileOf } from '../buildContext.ts';
import { BuildFailure, problemAt } from '../problems.ts';

/**
 * The LWC compiler does not strip types. ESNext with standard decorators left in place is what it can read:
 * an older target or `experimentalDecorators` makes tsc emit helpers, which the compiler refuses (LWC1104).
 */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: false,
  useDefineForClassFields: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  removeComments: false,
};

/** Strips the types of one module. Throws a BuildFailure with every syntax error. */
export function stripTypes(source: string, moduleId: string): string {
  const file = fileOf(moduleId);
  const { outputText, diagnostics = [] } = ts.transpileModule(source, {
    compilerOptions: OPTIONS,
    fileName: file,
    reportDiagnostics: true,
  });
  const errors = diagnostics.filter((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error);
  if (errors.length > 0) {
    throw new BuildFailure(
      errors.map((error) => {
        const place =
          error.file && error.start !== undefined ? error.file.getLineAndCharacterOfPosition(error.start) : null;
        const message = `TS${error.code}: ${ts.flattenDiagnosticMessageText(error.messageText, ' ')}`;
        return problemAt(file, message, place ? place.line + 1 : null, place ? place.character + 1 : null);
      }),
    );
  }
  return outputText;
}

/** Where a line and column (both 1-based) of the stripped module lie in its source: types that vanish move lines. */
export function sourcePosition(
  source: string,
  moduleId: string,
  line: number,
  column: number,
): { line: number; column: number } | null {
  const { sourceMapText } = ts.transpileModule(source, {
    compilerOptions: { ...OPTIONS, sourceMap: true },
    fileName: fileOf(moduleId),
  });
  if (!sourceMapText) return null;
  const original = originalPositionFor(new TraceMap(sourceMapText), { line, column: Math.max(0, column - 1) });
  return original.line === null ? null : { line: original.line, column: original.column + 1 };
}
