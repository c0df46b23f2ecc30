import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { OrgReference } from '../host-api.ts';
import type { Bundle } from './bundle.ts';
import { writeAtomically } from './moduleCache.ts';

/** Bundles of earlier states of the project that are kept, so that undoing an edit needs no build. */
const BUNDLES_KEPT = 8;

/** A bundle on disk: plain, gzip and Brotli. */
export interface StoredBundle {
  fingerprint: string;
  /** Hash of the code, part of its address. */
  hash: string;
  file: string;
  references: OrgReference[];
  warnings: string[];
  moduleCount: number;
  /** Duration of the build that made it, in milliseconds. */
  milliseconds: number;
}

export class BundleStore {
  readonly #dir: string;

  constructor(cacheDir: string) {
    this.#dir = join(cacheDir, 'bundles');
    mkdirSync(this.#dir, { recursive: true });
  }

  find(fingerprint: string): StoredBundle | null {
    try {
      const file = join(this.#dir, `${fingerprint}.js`);
      const report = JSON.parse(readFileSync(join(this.#dir, `${fingerprint}.json`), 'utf8')) as Omit<
        StoredBundle,
        'file'
      >;
      return statSync(file).isFile() ? { ...report, file } : null;
    } catch {
      return null;
    }
  }

  save(fingerprint: string, bundle: Bundle): StoredBundle {
    const file = join(this.#dir, `${fingerprint}.js`);
    const code = Buffer.from(bundle.code);
    writeAtomically(file, code);
    writeAtomically(`${file}.gz`, gzipSync(code, { level: 6 }));
    writeAtomically(`${file}.br`, brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
    const report = {
      fingerprint,
      hash: bundle.hash,
      references: bundle.references,
      warnings: bundle.warnings,
      moduleCount: bundle.moduleCount,
      milliseconds: bundle.milliseconds,
    };
    // The report comes last: whoever finds it finds the code too.
    writeAtomically(join(this.#dir, `${fingerprint}.json`), JSON.stringify(report));
    this.#prune();
    return { ...report, file };
  }

  #prune(): void {
    const reports = readdirSync(this.#dir)
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({ stem: name.slice(0, -5), at: statSync(join(this.#dir, name)).mtimeMs }))
      .sort((a, b) => b.at - a.at);
    for (const { stem } of reports.slice(BUNDLES_KEPT)) {
      for (const suffix of ['.json', '.js', '.js.gz', '.js.br'])
        rmSync(join(this.#dir, stem + suffix), { force: true });
    }
  }
}
