import { QueryError } from './ast.ts';

/** What SOQL has on Salesforce and the local org has not. */
export const UNSUPPORTED_SOQL = [
  'TYPEOF',
  'USING SCOPE',
  'FOR VIEW, FOR REFERENCE',
  'UPDATE TRACKING, UPDATE VIEWSTAT',
  'WITH conditions and data categories',
  'GROUP BY ROLLUP',
  'GROUP BY CUBE',
  'FORMULA()',
  'convertTimezone()',
  'other functions',
  'INCLUDES',
  'EXCLUDES',
  'several names in FROM',
  'sub-queries below sub-queries',
  'relationships behind a polymorphic one',
  'date literals of fiscal periods',
  'amounts with a currency',
  'objects that are not declared',
  'fields that are not declared',
] as const;

export type UnsupportedSoql = (typeof UNSUPPORTED_SOQL)[number];

/** A query that Salesforce may run and the local org cannot. */
export class UnsupportedQueryError extends QueryError {
  /** `subject` is what the message names, where that is more than the kind of thing. */
  constructor(offset: number, what: UnsupportedSoql, subject: string = what) {
    super(offset, `${subject} is not supported by the local org.`, true);
  }
}
