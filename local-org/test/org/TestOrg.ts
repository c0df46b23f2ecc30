import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AsyncScheduler } from '../../src/async/AsyncScheduler.ts';
import { executeAnonymous } from '../../src/host/executeAnonymous.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { Clock } from '../../src/org/Clock.ts';
import { compileProject, type CompiledProject } from '../../src/org/compileProject.ts';
import { executeTransaction } from '../../src/org/execute.ts';
import type { LocalOrg } from '../../src/org/LocalOrg.ts';
import { openOrg } from '../../src/org/openOrg.ts';
import { runTestClass } from '../../src/testing/TestRunner.ts';
import type { TestResult } from '../../src/testing/TestReport.ts';
import { removeDirectory, temporaryDirectory } from '../temporaryDirectory.ts';

/** Text by name: `Name` is a class, `Name.trigger` a trigger (one that begins with "// Inactive" is switched off), `objects/X__e`, `profiles/X` … the XML of such a thing. */
export type Files = Readonly<Record<string, string>>;

const META = (apiVersion: number, kind: string, status = 'Active'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${kind} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>${apiVersion}.0</apiVersion><status>${status}</status></${kind}>`;

/** A platform event with one text field. */
export function eventObject(publishBehavior: 'PublishAfterCommit' | 'PublishImmediately'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <deploymentStatus>Deployed</deploymentStatus>
    <eventType>HighVolume</eventType>
    <label>Event</label>
    <pluralLabel>Events</pluralLabel>
    <publishBehavior>${publishBehavior}</publishBehavior>
    <fields>
        <fullName>Text__c</fullName>
        <label>Text</label>
        <length>100</length>
        <type>Text</type>
    </fields>
</CustomObject>`;
}

const NOON = Date.parse('2026-11-21T12:00:00Z');

/** A project in a folder of its own, compiled and deployed to a fresh org whose clock only moves when it is told to. */
export class TestOrg {
  readonly clock: Clock;
  readonly log: string[] = [];
  readonly compiled: CompiledProject;
  readonly org: LocalOrg;
  readonly directory = temporaryDirectory('project');

  constructor(
    files: Files,
    options: {
      apiVersion?: number;
      file?: string;
      changedJobs?: 'refuse' | 'abort' | 'keep';
      onLog?: (line: string) => void;
      /** Milliseconds after noon. */
      later?: number;
    } = {},
  ) {
    this.clock = new Clock(() => NOON + (options.later ?? 0));
    this.compiled = compileFiles(this.directory, files, options.apiVersion ?? 67);
    const [problem] = this.compiled.problems;
    if (problem) throw new Error(`${problem.path}:${problem.line} ${problem.code} ${problem.text}`);
    this.org = openOrg({
      compiled: this.compiled,
      file: options.file ?? ':memory:',
      seed: { kind: 'scratch' },
      clock: this.clock,
      ...(options.changedJobs ? { changedJobs: options.changedJobs } : {}),
      log: (line) => {
        this.log.push(line);
        options.onLog?.(line);
      },
    });
  }

  /** Runs executed Apex as the administrator. Throws an Error with what Apex said. Background work waits for `work`. */
  execute(code: string): void {
    const result = executeAnonymous(this.org, this.compiled, code, this.org.administratorId);
    if (!result.success) throw new Error(result.exceptionMessage ?? result.compileProblem ?? 'failed');
  }

  /** Runs executed Apex that fails: what Apex said, and what it wrote to the debug log before. */
  failure(code: string): { readonly message: string; readonly logs: string } {
    const result = executeAnonymous(this.org, this.compiled, code, this.org.administratorId);
    if (result.success) throw new Error('The code did not fail.');
    return { message: result.exceptionMessage ?? result.compileProblem ?? '', logs: result.logs };
  }

  /** Runs what is due in the background. */
  work(): void {
    const scheduler = new AsyncScheduler(this.org);
    scheduler.finish();
    scheduler.stop();
  }

  query(sql: string): Record<string, unknown>[] {
    return this.org.store.rawQuery(sql);
  }

  /** Outside of a test: calls a static method in a transaction of its own. */
  call(className: string, method: string, ...args: unknown[]): unknown {
    const options = {
      userId: this.org.administratorId,
      isAsync: false,
      isTest: false,
      quiddity: 'synchronous' as const,
    };
    return executeTransaction(this.org, options, () => this.org.program.invokeStatic(className, method, args));
  }

  /** Runs a test class of the project. */
  test(className: string): TestResult[] {
    const info = this.org.program.testClasses.find(({ name }) => name === className);
    if (!info) throw new Error(`There is no test class ${className}.`);
    return runTestClass(this.org, info, this.org.administratorId, () => true);
  }

  close(): void {
    this.org.close();
    removeDirectory(this.directory);
  }
}

/** The problems of a project that must not compile. */
export function problemsOf(files: Files): string[] {
  const directory = temporaryDirectory('project');
  try {
    return compileFiles(directory, files, 67).problems.map(({ code, text }) => `${code} ${text}`);
  } finally {
    removeDirectory(directory);
  }
}

function compileFiles(directory: string, files: Files, apiVersion: number): CompiledProject {
  for (const [name, text] of Object.entries(files)) {
    if (name.startsWith('objects/')) {
      const object = name.slice('objects/'.length);
      write(directory, `objects/${object}/${object}.object-meta.xml`, text);
      continue;
    }
    const [, folder = '', suffix] = /^((\w+)s)\/./.exec(name) ?? [];
    if (suffix !== undefined) {
      write(directory, `${folder}/${name.slice(folder.length + 1)}.${suffix}-meta.xml`, text);
      continue;
    }
    const isTrigger = name.endsWith('.trigger');
    const path = isTrigger ? `triggers/${name}` : `classes/${name}.cls`;
    write(directory, path, text);
    const status = text.startsWith('// Inactive') ? 'Inactive' : 'Active';
    write(directory, `${path}-meta.xml`, META(apiVersion, isTrigger ? 'ApexTrigger' : 'ApexClass', status));
  }
  return compileProject(readProjectSources(directory), join(directory, '.cache'));
}

function write(directory: string, path: string, text: string): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Wraps the bodies of test methods in a test class. */
export function testClass(name: string, methods: Readonly<Record<string, string>>, members = ''): Files {
  const bodies = Object.entries(methods).map(([method, body]) => `@IsTest static void ${method}() {\n${body}\n}`);
  return { [name]: `@IsTest\nprivate class ${name} {\n${members}\n${bodies.join('\n')}\n}` };
}
