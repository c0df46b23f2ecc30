/** A reason why Salesforce would refuse a metadata file. */
export interface DeployProblem {
  /** Absolute path of the metadata file. */
  readonly path: string;
  /** `ACC` and a number. */
  readonly code: string;
  /** A sentence that names the thing and says what to do. */
  readonly message: string;
}
