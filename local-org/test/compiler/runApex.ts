import { runInTransaction } from '../../src/org/current.ts';
import type { Org } from '../../src/org/Org.ts';
import { Transaction } from '../../src/org/Transaction.ts';
import * as platform from '../../src/platform/catalog.ts';
import { loadProgram } from '../../src/runtime/loadProgram.ts';
import type { Program } from '../../src/runtime/Program.ts';
import type { RuntimeServices } from '../../src/runtime/services.ts';
import { ApexList, toText } from '../../src/values/index.ts';
import type { SObjectValue } from '../../src/values/SObjectValue.ts';
import { compileValid, schema, type Sources } from './compileSources.ts';

/** What compiled code asked of the org. */
export interface Recorded {
  readonly queries: { text: string; binds: readonly unknown[]; sharing: string }[];
  readonly dml: { operation: string; records: SObjectValue[]; access: string | null; externalIdField: string | null }[];
  /** What the next queries give. */
  readonly answers: (SObjectValue[] | number)[];
}

export interface Loaded {
  readonly program: Program;
  readonly recorded: Recorded;
}

export function load(sources: Sources, options: { coverage?: boolean } = {}): Loaded {
  const recorded: Recorded = { queries: [], dml: [], answers: [] };
  const program = loadProgram(compileValid(sources).units, { ...options, services: recordingServices(recorded) });
  return { program, recorded };
}

function recordingServices(recorded: Recorded): RuntimeServices {
  return {
    platform,
    query(text, binds) {
      recorded.queries.push({ text, binds, sharing: currentSharing() });
      return recorded.answers.shift() ?? [];
    },
    dml(operation, records, { access, externalIdField }) {
      recorded.dml.push({ operation, records, access, externalIdField });
    },
    runAs: (_user, work) => work(),
    label: (name) => `label ${name}`,
    objectToken: (object) => `token ${object}`,
    fieldToken: (object, field) => `token ${object}.${field}`,
    describeObject: (object) => `describe ${object}`,
    describeField: (object, field) => `describe ${object}.${field}`,
  };
}

let transaction: Transaction | null = null;

function currentSharing(): string {
  return transaction?.sharing ?? '';
}

/** A transaction in an org that only knows the time and the schema. */
export function inTransaction<T>(work: () => T, program?: Program): T {
  const org = { schema, program, clock: { now: () => 0 }, log: () => undefined } as unknown as Org;
  transaction = new Transaction({
    userId: '005000000000001AAA',
    isAsync: false,
    isTest: true,
    startedAt: 0,
    quiddity: 'test',
  });
  return runInTransaction(org, transaction, work);
}

/** Calls `Sample.run()` in a transaction of its own. */
export function runSample({ program }: Loaded, ...args: readonly unknown[]): unknown {
  return inTransaction(() => program.invokeStatic('Sample', 'run', args), program);
}

/**
 * The values that statements put into `out`, as texts. Members may be added to the class around them.
 */
export function outputs(statements: string, members = '', others: Sources = {}): string[] {
  const text = `public class Sample {
${members}
    public static List<Object> run() {
        List<Object> out = new List<Object>();
${statements}
        return out;
    }
}`;
  const list = runSample(load({ Sample: text, ...others })) as ApexList;
  return list.items.map((item) => (item === null ? 'null' : toText(item)));
}
