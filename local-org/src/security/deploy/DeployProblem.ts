import type { AccessCode } from '../../diagnostics/metadataProblems.ts';

/** A reason why Salesforce would refuse a metadata file. */
export interface DeployProblem {
  /** Absolute path of the metadata file. */
  readonly path: string;
  /** `ACC` and a number. */
  readonly code: AccessCode;
  /** A sentence that names the thing and says what to do. */
  readonly message: string;
}
