export { compile, type CompileOptions, type CompileResult, type DeclaredTest } from './compile.ts';
export type { CompiledUnit } from './CompiledUnit.ts';
export type { Diagnostic } from './diagnostics.ts';
export type { SourceFile } from './source.ts';
