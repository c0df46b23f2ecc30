export interface TestResult {
  readonly class: string;
  readonly method: string;
  readonly outcome: 'passed' | 'failed' | 'refused';
  /** Why it did not pass; null when it did. */
  readonly message: string | null;
  /** Line of the class file where it failed; null when unknown. */
  readonly line: number | null;
  readonly ms: number;
  readonly limits: { readonly queries: number; readonly dmlStatements: number };
}

export interface ClassCoverage {
  readonly class: string;
  readonly covered: number;
  readonly total: number;
}

/** What `local-org test --json FILE` writes. */
export interface TestReport {
  readonly summary: {
    /** Classes and triggers of the project, and how many of them compiled. */
    readonly files: number;
    readonly compiled: number;
    /** Classes with tests that ran. */
    readonly classes: number;
    readonly tests: number;
    readonly passed: number;
    readonly failed: number;
    /** Tests of classes that do not compile here, or that ask for what the local org does not support. */
    readonly refused: number;
    readonly ms: number;
  };
  readonly tests: readonly TestResult[];
  readonly coverage: readonly ClassCoverage[];
}
