/** What a file declares, what a file compiles to, and what a whole project compiles to. */
export type CacheKind = 'declaration' | 'unit' | 'program';

/** Keeps results of the compiler between runs. A key says everything that the result depends on. */
export interface CompileCache {
  get(kind: CacheKind, key: string): unknown;
  put(kind: CacheKind, key: string, value: unknown): void;
}
