import { compile } from '../compiler/index.ts';
import type { CompiledProject } from '../org/compileProject.ts';
import { executeTransaction } from '../org/execute.ts';
import type { LocalOrg } from '../org/LocalOrg.ts';
import * as platform from '../platform/catalog.ts';
import { staticSObjectMethods } from '../platform/data/staticMethods.ts';
import { ApexException } from '../runtime/ApexException.ts';
import type { ExecuteResult } from '../web/host-api.ts';

let blocks = 0;
const API_VERSION = 67;

/** Runs anonymous Apex as a user, in a transaction of its own. Problems and exceptions are part of the result. */
export function executeAnonymous(org: LocalOrg, project: CompiledProject, code: string, userId: string): ExecuteResult {
  const logs: string[] = [];
  const release = org.captureLog((line) => logs.push(line));
  try {
    return { ...run(org, project, code, userId), logs: logs.join('\n') };
  } finally {
    release();
  }
}

type Outcome = Omit<ExecuteResult, 'logs'>;

const SUCCESS: Outcome = {
  compiled: true,
  compileProblem: null,
  success: true,
  exceptionMessage: null,
  exceptionStackTrace: null,
  line: -1,
  column: -1,
};

function run(org: LocalOrg, project: CompiledProject, code: string, userId: string): Outcome {
  // The program keeps what it linked by name, so every block has one of its own.
  const path = `AnonymousBlock${++blocks}`;
  const block = { path, text: code, kind: 'anonymous' as const, apiVersion: API_VERSION };
  const { units, diagnostics } = compile({
    sources: [...project.sources.apex, block],
    platform,
    schema: project.schema,
    labels: (name) => project.labels.has(name),
    sobjectStatics: (object) => staticSObjectMethods(object)?.declaration,
  });
  const problem = diagnostics.find((diagnostic) => diagnostic.path === path);
  const unit = units.find((candidate) => candidate.path === path);
  if (problem || !unit) {
    const { text, line, column } = problem ?? { text: 'It does not compile.', line: 1, column: 1 };
    return { ...SUCCESS, compiled: false, success: false, compileProblem: text, line, column };
  }
  try {
    const options = { userId, isAsync: false, isTest: false, quiddity: 'anonymous' as const };
    executeTransaction(org, options, () => org.program.runAnonymous(unit));
    return SUCCESS;
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    return {
      ...SUCCESS,
      success: false,
      exceptionMessage: `${error.apexType}: ${error.apexMessage ?? ''}`,
      exceptionStackTrace: error.apexStackTrace,
      line: error.lineNumber ?? -1,
      column: 1,
    };
  }
}
