import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'demo-project');

/** Compiled base components, shared by the tests of one run: compiling them anew takes most of a build. */
const SHARED_CACHE = mkdtempSync(join(tmpdir(), 'local-org-web-modules-'));
process.on('exit', () => rmSync(SHARED_CACHE, { recursive: true, force: true }));

/** A copy of the demo project that a test may change. */
export class DemoProject {
  readonly dir = mkdtempSync(join(tmpdir(), 'local-org-web-'));
  readonly modulesDir = SHARED_CACHE;

  constructor() {
    cpSync(FIXTURE, this.dir, { recursive: true });
  }

  path(relative: string): string {
    return join(this.dir, 'force-app', 'main', relative);
  }

  write(relative: string, content: string): void {
    mkdirSync(dirname(this.path(relative)), { recursive: true });
    writeFileSync(this.path(relative), content);
  }

  edit(relative: string, from: string, to: string): void {
    const before = readFileSync(this.path(relative), 'utf8');
    if (!before.includes(from)) throw new Error(`${relative} does not contain ${from}`);
    writeFileSync(this.path(relative), before.replace(from, to));
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
