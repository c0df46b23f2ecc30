import { readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { UserError } from '../project/run.ts';
import type { Violation } from './analyze.ts';

/** A rule that may be broken in some files, and why that is right. */
export interface Acceptance {
  readonly rule: string;
  /** A glob relative to the project, with forward slashes. */
  readonly files: string;
  /** A regular expression that the message matches; without it any message does. */
  readonly message?: string;
  /** A regular expression that the line of code matches; without it any line does. */
  readonly code?: string;
  readonly reason: string;
}

/** What is left when the accepted violations are taken away, and the acceptances that nothing needs any more. */
export interface Verdict {
  readonly violations: readonly Violation[];
  readonly unused: readonly Acceptance[];
}

/**
 * Reads the accepted violations.
 *
 * @throws UserError that names the entry without a rule, a glob or a reason
 */
export function readAcceptances(file: string): Acceptance[] {
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Partial<Acceptance>[];
  return entries.map((entry, index) => {
    if (!entry.rule || !entry.files || !entry.reason?.trim()) {
      throw new UserError(`Entry ${index + 1} of ${file} needs "rule", "files" and "reason".`);
    }
    return entry as Acceptance;
  });
}

function covers(acceptance: Acceptance, violation: Violation): boolean {
  return (
    acceptance.rule === violation.rule &&
    matchesGlob(violation.file, acceptance.files) &&
    new RegExp(acceptance.message ?? '').test(violation.message) &&
    new RegExp(acceptance.code ?? '').test(violation.code)
  );
}

/** Takes the accepted violations away. An acceptance that nothing needs is a finding itself. */
export function applyAcceptances(violations: readonly Violation[], acceptances: readonly Acceptance[]): Verdict {
  return {
    violations: violations.filter((violation) => !acceptances.some((acceptance) => covers(acceptance, violation))),
    unused: acceptances.filter((acceptance) => !violations.some((violation) => covers(acceptance, violation))),
  };
}
