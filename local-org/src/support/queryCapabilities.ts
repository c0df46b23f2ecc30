import type { UnsupportedSoql } from '../soql/unsupported.ts';
import type { Capability } from './Capability.ts';

function supported(name: string, soql: string): Capability {
  return { name, example: { soql }, standing: 'implemented' };
}

const USERS = 'SELECT Id FROM User';

/** What each entry of UNSUPPORTED_SOQL looks like. */
const REFUSED: Readonly<Record<UnsupportedSoql, string>> = {
  TYPEOF: 'SELECT TYPEOF Owner WHEN User THEN Id END FROM Account',
  'USING SCOPE': `${USERS} USING SCOPE Mine`,
  'FOR VIEW, FOR REFERENCE': `${USERS} FOR VIEW`,
  'UPDATE TRACKING, UPDATE VIEWSTAT': `${USERS} UPDATE TRACKING`,
  'WITH conditions and data categories': `${USERS} WITH DATA CATEGORY Geography__c AT usa__c`,
  'GROUP BY ROLLUP': 'SELECT ProfileId, COUNT(Id) FROM User GROUP BY ROLLUP(ProfileId)',
  'GROUP BY CUBE': 'SELECT ProfileId, COUNT(Id) FROM User GROUP BY CUBE(ProfileId)',
  'FORMULA()': `${USERS} WHERE FORMULA('TRUE') = TRUE`,
  'convertTimezone()':
    'SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)) FROM User GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))',
  'other functions': 'SELECT toLabel(LanguageLocaleKey) FROM User',
  INCLUDES: `${USERS} WHERE LanguageLocaleKey INCLUDES ('de')`,
  EXCLUDES: `${USERS} WHERE LanguageLocaleKey EXCLUDES ('de')`,
  'several names in FROM': 'SELECT Id FROM User u, u.Profile p',
  'sub-queries below sub-queries': 'SELECT (SELECT Id, (SELECT Id FROM Cases) FROM Contacts) FROM Account',
  'relationships behind a polymorphic one': "SELECT Id FROM Group WHERE Owner.Profile.Name = 'x'",
  'date literals of fiscal periods': `${USERS} WHERE CreatedDate = THIS_FISCAL_YEAR`,
  'amounts with a currency': 'SELECT Id FROM Account WHERE AnnualRevenue > USD100',
  'objects that are not declared': 'SELECT Id FROM Lead',
  'fields that are not declared': 'SELECT BillingAddress FROM Account',
};

export const QUERY_CAPABILITIES: readonly Capability[] = [
  supported('Parent paths', 'SELECT Profile.UserLicense.Name FROM User'),
  supported('Child sub-queries', 'SELECT (SELECT Id FROM Contacts WHERE LastName != null LIMIT 2) FROM Account'),
  supported('Semi-joins and anti-joins', `${USERS} WHERE Id IN (SELECT AssigneeId FROM PermissionSetAssignment)`),
  supported(
    'Aggregates with GROUP BY and HAVING',
    'SELECT ProfileId, COUNT(Id) n FROM User GROUP BY ProfileId HAVING COUNT(Id) > 1',
  ),
  supported(
    'Date functions',
    'SELECT CALENDAR_YEAR(CreatedDate), COUNT(Id) FROM User GROUP BY CALENDAR_YEAR(CreatedDate)',
  ),
  supported('Date literals', `${USERS} WHERE LastLoginDate < LAST_N_DAYS:90 AND CreatedDate = THIS_WEEK`),
  supported('Polymorphic fields', `SELECT UserOrGroupId FROM GroupMember WHERE UserOrGroup.Type = 'User'`),
  supported(
    'LIKE, NOT, IN, NOT IN',
    `${USERS} WHERE Name LIKE 'A%' AND (NOT ProfileId IN (null)) AND Id NOT IN (null)`,
  ),
  supported('ORDER BY with NULLS', `${USERS} ORDER BY LastName DESC NULLS LAST, Id`),
  supported('LIMIT, OFFSET', `${USERS} LIMIT 10 OFFSET 2000`),
  supported('FOR UPDATE', `${USERS} FOR UPDATE`),
  supported('ALL ROWS', 'SELECT Id FROM Account ALL ROWS'),
  supported('WITH USER_MODE, WITH SYSTEM_MODE', `${USERS} WITH USER_MODE`),
  supported('WITH SECURITY_ENFORCED (up to API version 66)', `${USERS} WITH SECURITY_ENFORCED`),
  supported('Aliases', 'SELECT u.Name FROM User u WHERE u.IsActive = TRUE'),
  { name: 'FIELDS()', example: { soql: 'SELECT FIELDS(STANDARD) FROM Group' }, standing: 'refused' },
  ...Object.entries(REFUSED).map(([name, soql]): Capability => ({ name, example: { soql }, standing: 'refused' })),
];
