import { MESSAGES } from '../compiler/diagnostics.ts';
import { METADATA_PROBLEMS } from './metadataProblems.ts';

/**
 * Whose mistake it is: `invalid` Salesforce refuses it too or does not know it, `unsupported` Salesforce knows it and the local
 * org does not, `notUnderstood` metadata of which the local org cannot tell, `internal` a bug of the local org.
 */
export type ProblemKind = 'invalid' | 'unsupported' | 'notUnderstood' | 'internal';

export interface ProblemEntry {
  readonly code: string;
  readonly kind: ProblemKind;
  /** With `{0}` and so on where the message names the thing. */
  readonly text: string;
}

/** Every problem that the local org reports about a project, by code. */
export function problemCatalog(): readonly ProblemEntry[] {
  const compiler = Object.entries(MESSAGES).map(([code, text]) => ({ code, kind: kindOf(code), text }));
  const metadata = Object.entries(METADATA_PROBLEMS).map(([code, entry]) => ({ code, ...entry }));
  return [...compiler, ...metadata].sort((left, right) => (left.code < right.code ? -1 : 1));
}

function kindOf(code: string): ProblemKind {
  if (code === 'APX0999') return 'internal';
  return code.startsWith('APX09') ? 'unsupported' : 'invalid';
}
