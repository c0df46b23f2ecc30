import { UncatchableApexException } from '../../runtime/ApexException.ts';
import { ApexDatetime, apexEquals, concatText } from '../../values/index.ts';

/** What the texts of failures show of a value. */
export const shown = concatText;

/**
 * Ends the test: no try block catches it. `detail` says what was found; a message of the caller stands before it.
 * Source: Apex Reference, System.assert; texts as in public test results ("Assertion Failed: Expected: 1, Actual: 2").
 */
export function failAssertion(message: unknown, detail: string | null): never {
  const parts = ['Assertion Failed'];
  if (message !== null && message !== undefined) parts.push(shown(message));
  if (detail !== null) parts.push(detail);
  throw new UncatchableApexException('System.AssertException', parts.join(': '));
}

export function assertTrue(condition: boolean | null, message: unknown, detail: string | null): void {
  if (condition !== true) failAssertion(message, detail);
}

export function assertEqual(expected: unknown, actual: unknown, message: unknown): void {
  if (!areSame(expected, actual)) failAssertion(message, `Expected: ${shown(expected)}, Actual: ${shown(actual)}`);
}

export function assertNotEqual(notExpected: unknown, actual: unknown, message: unknown): void {
  if (areSame(notExpected, actual)) failAssertion(message, `Same value: ${shown(notExpected)}`);
}

/** Two moments of the same second are equal here. Source: open-force/jsonparse 69da320, testGetDatetimeValue, passes on Salesforce. */
function areSame(left: unknown, right: unknown): boolean {
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) {
    return Math.floor(left.time / 1000) === Math.floor(right.time / 1000);
  }
  return apexEquals(left, right);
}
