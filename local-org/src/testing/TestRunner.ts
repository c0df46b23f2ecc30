import { andTakeBack, executeTransaction } from '../org/execute.ts';
import type { Org } from '../org/Org.ts';
import { ApexException } from '../runtime/ApexException.ts';
import type { ClassInfo, MethodInfo } from '../runtime/ClassInfo.ts';
import { RefusedError } from '../runtime/RefusedError.ts';
import type { TestResult } from './TestReport.ts';

interface Attempt {
  readonly error: unknown;
  readonly limits: TestResult['limits'];
}

/**
 * Runs the test methods of one class. @TestSetup runs once; every method starts from what it left and leaves nothing behind.
 * Statics are fresh for the setup and for each method, because each is a transaction.
 */
export function runTestClass(
  org: Org,
  testClass: ClassInfo,
  userId: string,
  isChosen: (method: string) => boolean,
): TestResult[] {
  const methods = testClass.methods.filter((method) => isTestMethod(method) && isChosen(method.name));
  if (methods.length === 0) return [];
  if (seesAllData(testClass, methods))
    return refuseAll(testClass, methods, 'SeeAllData=true is not supported: tests here see no data of an org.');
  return andTakeBack(org, () => {
    for (const setup of testClass.methods.filter((method) => hasAnnotation(method, 'testsetup'))) {
      const { error } = attempt(org, testClass, setup, userId);
      if (error !== null) return methods.map((method) => failure(testClass, method, error, 0, NO_LIMITS));
    }
    return methods.map((method) => runMethod(org, testClass, method, userId));
  });
}

const NO_LIMITS = { queries: 0, dmlStatements: 0 };

function runMethod(org: Org, testClass: ClassInfo, method: MethodInfo, userId: string): TestResult {
  const start = performance.now();
  const { error, limits } = andTakeBack(org, () => attempt(org, testClass, method, userId));
  org.events.forget();
  org.jobs.discard();
  const ms = Math.round(performance.now() - start);
  if (error !== null) return failure(testClass, method, error, ms, limits);
  return { class: testClass.name, method: method.name, outcome: 'passed', message: null, line: null, ms, limits };
}

function attempt(org: Org, testClass: ClassInfo, method: MethodInfo, userId: string): Attempt {
  let limits = NO_LIMITS;
  try {
    executeTransaction(org, { userId, isAsync: false, isTest: true, quiddity: 'test' }, (transaction) => {
      try {
        org.program.invokeStatic(testClass.name, method.name, []);
      } finally {
        const sets = [transaction.limits, ...transaction.closedLimits];
        limits = {
          queries: sets.reduce((sum, set) => sum + set.get('Queries'), 0),
          dmlStatements: sets.reduce((sum, set) => sum + set.get('DmlStatements'), 0),
        };
        // Nothing commits in a test: what still waits for a commit is forgotten.
        transaction.afterCommit.length = 0;
      }
    });
    return { error: null, limits };
  } catch (error) {
    return { error, limits };
  }
}

function failure(
  testClass: ClassInfo,
  method: MethodInfo,
  error: unknown,
  ms: number,
  limits: TestResult['limits'],
): TestResult {
  const base = { class: testClass.name, method: method.name, ms, limits };
  if (error instanceof RefusedError) {
    return { ...base, outcome: 'refused', message: error.message, line: null };
  }
  if (error instanceof ApexException) {
    const message = `${error.apexType}: ${error.apexMessage ?? ''}\n    ${error.apexStackTrace.replaceAll('\n', '\n    ')}`;
    return { ...base, outcome: 'failed', message, line: error.lineNumber };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...base, outcome: 'failed', message: `The local org failed (this is a bug of it): ${text}`, line: null };
}

function refuseAll(testClass: ClassInfo, methods: readonly MethodInfo[], message: string): TestResult[] {
  return methods.map((method) => ({
    class: testClass.name,
    method: method.name,
    outcome: 'refused',
    message,
    line: null,
    ms: 0,
    limits: NO_LIMITS,
  }));
}

function seesAllData(testClass: ClassInfo, methods: readonly MethodInfo[]): boolean {
  return [testClass, ...methods].some(({ annotations }) =>
    annotations.some(
      ({ name, params }) => name.toLowerCase() === 'istest' && params.seealldata?.toLowerCase() === 'true',
    ),
  );
}

/** `@IsTest` on the method, or the older modifier testMethod, which the compiler reports as the same annotation. */
export function isTestMethod(method: MethodInfo): boolean {
  return method.isStatic && hasAnnotation(method, 'istest');
}

function hasAnnotation(method: MethodInfo, name: string): boolean {
  return method.annotations.some((annotation) => annotation.name.toLowerCase() === name);
}
