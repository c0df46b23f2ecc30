import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CacheKind, CompileCache } from '../../src/compiler/cache/CompileCache.ts';
import { FileCompileCache } from '../../src/compiler/cache/FileCompileCache.ts';
import { compileSources } from './compileSources.ts';

/** Remembers which results were found. */
class WatchedCache implements CompileCache {
  hits: CacheKind[] = [];
  readonly inner: CompileCache;

  constructor(inner: CompileCache) {
    this.inner = inner;
  }

  get(kind: CacheKind, key: string): unknown {
    const found = this.inner.get(kind, key);
    if (found !== undefined) this.hits.push(kind);
    return found;
  }

  put(kind: CacheKind, key: string, value: unknown): void {
    this.inner.put(kind, key, value);
  }
}

const A = 'public class A { public static Integer f() { return 1; } }';
const B = 'public class B { public static Integer g() { return A.f(); } }';

describe('compile cache', () => {
  let folder = '';
  let cache: WatchedCache;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'compile-cache-'));
    cache = new WatchedCache(new FileCompileCache(folder));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives the same units again without compiling', () => {
    const cold = compileSources({ A, B }, { cache });
    assert.deepEqual(cache.hits, []);
    const warm = compileSources({ A, B }, { cache });
    assert.deepEqual(cache.hits, ['program']);
    assert.deepEqual(warm.units, JSON.parse(JSON.stringify(cold.units)));
    assert.deepEqual(warm.declaredTests, cold.declaredTests);
  });

  it('compiles only what changed inside of a method', () => {
    compileSources({ A, B }, { cache });
    const changed = compileSources({ A: A.replace('1', '2'), B }, { cache });
    assert.deepEqual(cache.hits, ['declaration', 'unit']);
    assert.match(changed.units[0]!.code.js, /return 2;/);
  });

  it('checks every file again when a signature changed', () => {
    compileSources({ A, B }, { cache });
    const { diagnostics } = compileSources({ A: A.replace('Integer f', 'String f').replace('1', "''"), B }, { cache });
    assert.deepEqual(
      diagnostics.map(({ path, code }) => `${path} ${code}`),
      ['B.cls APX0203'],
    );
  });

  it('does not trust a program whose label is gone', () => {
    const sources = { A: 'public class A { public static String f() { return System.Label.KnownLabel; } }' };
    assert.deepEqual(compileSources(sources, { cache }).diagnostics, []);
    const { diagnostics } = compileSources(sources, { cache, labels: () => false });
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['APX0214'],
    );
  });

  it('keeps nothing of a program with errors as a whole', () => {
    const broken = { A: 'public class A { Nope n; }' };
    compileSources(broken, { cache });
    cache.hits = [];
    assert.equal(compileSources(broken, { cache }).diagnostics.length, 1);
    assert.ok(!cache.hits.includes('program'));
  });
});
