import { throwApex } from '../../../runtime/ApexException.ts';

/** Throws System.StringException for a pattern that Java, or the local org, does not take. */
export function throwInvalidPattern(reason: string, pattern: string, index: number): never {
  throwApex('System.StringException', `Invalid regex: ${reason} near index ${index}\n${pattern}`);
}
