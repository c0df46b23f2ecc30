import { compileProject, type CompiledProject, type ProjectProblem } from '../org/compileProject.ts';
import { DeployError, openOrg } from '../org/openOrg.ts';
import type { ProjectSources } from '../metadata/sourceFiles.ts';
import type { ClassInfo } from '../runtime/ClassInfo.ts';
import { isTestMethod, runTestClass } from './TestRunner.ts';
import type { TestReport, TestResult } from './TestReport.ts';

export type MixedDmlMode = 'documented' | 'strict';

export interface TestRunOptions {
  readonly cacheDirectory: string;
  /** Part of `Class.method`; empty for all. */
  readonly filter: string;
  readonly mixedDml: MixedDmlMode;
  /** Whether publishing an event in user mode asks for create access to it; default: it does. */
  readonly publishNeedsCreateAccess?: boolean;
}

/**
 * Compiles a project and runs its Apex tests in a fresh org in memory, as in a new scratch org: no data, few seats.
 * Problems of single files refuse the tests that need them; they are reported, not thrown. Throws DeployError for problems of a
 * folder that is layered on top.
 */
export function runApexTests(project: ProjectSources, options: TestRunOptions): TestReport {
  const start = performance.now();
  const compiled = compileProject(project, options.cacheDirectory);
  refuseBrokenLayer(project, compiled.problems);
  const org = openOrg({ compiled, file: ':memory:', seed: { kind: 'scratch' }, coverage: true });
  try {
    org.behavior.mixedDml = options.mixedDml;
    org.behavior.publishNeedsCreateAccess = options.publishNeedsCreateAccess ?? true;
    const isChosen = (className: string) => (method: string) => `${className}.${method}`.includes(options.filter);
    const classes = org.program.testClasses;
    const tests = classes.flatMap((testClass) =>
      runTestClass(org, testClass, org.administratorId, isChosen(testClass.name)),
    );
    tests.push(...refusedByCompiler(compiled.problems, compiled.refusedTests, isChosen));
    return report(compiled, tests, classes, org.program.coverage(), Math.round(performance.now() - start));
  } finally {
    org.close();
  }
}

/** A layer that is not understood would leave the org without the customer's rules that the run is about. */
function refuseBrokenLayer(project: ProjectSources, problems: readonly ProjectProblem[]): void {
  const inLayer = problems.filter(({ path }) => project.layerPaths?.has(path));
  if (inLayer.length > 0) throw new DeployError(inLayer);
}

function report(
  compiled: CompiledProject,
  tests: readonly TestResult[],
  classes: readonly ClassInfo[],
  coverage: TestReport['coverage'],
  ms: number,
): TestReport {
  const count = (outcome: TestResult['outcome']): number => tests.filter((test) => test.outcome === outcome).length;
  return {
    summary: {
      files: compiled.sources.apex.length + compiled.sources.problems.length,
      compiled: compiled.units.length,
      classes: classes.filter((testClass) => testClass.methods.some(isTestMethod)).length,
      tests: tests.length,
      passed: count('passed'),
      failed: count('failed'),
      refused: count('refused'),
      ms,
    },
    tests,
    coverage,
  };
}

/** Tests of classes that did not compile: they count, so that a broken class cannot make a run green. */
function refusedByCompiler(
  problems: readonly ProjectProblem[],
  methods: readonly { class: string; method: string; path: string }[],
  isChosen: (className: string) => (method: string) => boolean,
): TestResult[] {
  return methods
    .filter((test) => isChosen(test.class)(test.method))
    .map((test) => {
      const problem = problems.find((candidate) => candidate.path === test.path) ?? problems[0];
      return {
        class: test.class,
        method: test.method,
        outcome: 'refused',
        message: problem ? `${problem.path}:${problem.line}:${problem.column} ${problem.code} ${problem.text}` : null,
        line: problem?.line ?? null,
        ms: 0,
        limits: { queries: 0, dmlStatements: 0 },
      };
    });
}
