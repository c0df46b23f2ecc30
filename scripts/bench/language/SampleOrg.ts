import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProjectSources } from '../../../local-org/src/metadata/sourceFiles.ts';
import { Clock } from '../../../local-org/src/org/Clock.ts';
import { compileProject } from '../../../local-org/src/org/compileProject.ts';
import { executeTransaction } from '../../../local-org/src/org/execute.ts';
import type { GovernorLimits } from '../../../local-org/src/org/GovernorLimits.ts';
import type { LocalOrg } from '../../../local-org/src/org/LocalOrg.ts';
import { openOrg } from '../../../local-org/src/org/openOrg.ts';
import { processorTime } from './processorTime.ts';
import { ADDER, READER, TRIGGER, WRITER } from './samples.ts';

const CLASSES = { BenchAdder: ADDER, BenchReader: READER, BenchWriter: WRITER };

/** An org in memory with the classes of samples.ts, for measures without a server around them. */
export class SampleOrg {
  readonly org: LocalOrg;
  private readonly directory = mkdtempSync(join(tmpdir(), 'reinstate-bench-language-'));

  constructor() {
    for (const [name, text] of Object.entries(CLASSES)) this.write(`${name}.cls`, text, 'ApexClass');
    this.write('BenchTrigger.trigger', TRIGGER, 'ApexTrigger');
    const compiled = compileProject(readProjectSources(this.directory), join(this.directory, '.cache'));
    this.org = openOrg({
      compiled,
      file: ':memory:',
      seed: { kind: 'scratch' },
      clock: new Clock(() => Date.now()),
      log: () => undefined,
    });
  }

  /** Calls a static method in a transaction of its own. Returns its result and the milliseconds of processor time that it took. */
  call(
    className: string,
    args: readonly unknown[],
    method = 'run',
    allow: (limits: GovernorLimits) => void = () => undefined,
  ): { readonly result: unknown; readonly milliseconds: number } {
    const options = {
      userId: this.org.administratorId,
      isAsync: false,
      isTest: false,
      quiddity: 'synchronous' as const,
    };
    let start = 0;
    const result = executeTransaction(this.org, options, ({ limits }) => {
      allow(limits);
      start = processorTime();
      return this.org.program.invokeStatic(className, method, args);
    });
    return { result, milliseconds: processorTime() - start };
  }

  close(): void {
    this.org.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private write(name: string, text: string, kind: string): void {
    mkdirSync(join(this.directory, 'classes'), { recursive: true });
    writeFileSync(join(this.directory, 'classes', name), text);
    writeFileSync(
      join(this.directory, 'classes', `${name}-meta.xml`),
      `<?xml version="1.0" encoding="UTF-8"?><${kind} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></${kind}>`,
    );
  }
}
