import type { RuleRow } from '../../dml/SObjectRule.ts';
import type { RuleServices } from '../RuleServices.ts';
import { textIn } from '../rowReading.ts';
import type { UserCheck } from './UserCheck.ts';

const LOOKS_LIKE_EMAIL = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\.]+(\.[^\s@,;:<>()[\]"\\.]+)+$/;

/**
 * Username and nickname: shape and uniqueness, both without regard to case; federation id: unique with regard to case. All of
 * them stay taken while their user is inactive.
 */
export const checkIdentity: UserCheck = (rows, _context, services) => {
  const usernames = new Set<string>();
  const nicknames = new Set<string>();
  const federationIds = new Set<string>();
  for (const row of rows) {
    checkUsername(row, services, usernames);
    if (!row.hasErrors) checkNickname(row, services, nicknames);
    if (!row.hasErrors) checkFederationId(row, services, federationIds);
    if (row.hasErrors) continue;
    usernames.add(folded(row, 'Username'));
    nicknames.add(folded(row, 'CommunityNickname'));
    federationIds.add(textIn(row.new, 'FederationIdentifier') ?? '');
  }
};

function checkUsername(row: RuleRow, services: RuleServices, inBatch: ReadonlySet<string>): void {
  if (!row.changed.has('Username')) return;
  const username = textIn(row.new, 'Username');
  if (username === null) return;
  if (!LOOKS_LIKE_EMAIL.test(username)) {
    // The code for a badly formed username is unverified; the one for a badly formed email is used.
    row.addError('INVALID_EMAIL_ADDRESS', `Username: invalid email address: ${username}`, ['Username']);
  } else if (inBatch.has(folded(row, 'Username')) || isTaken(services, 'Username', username, row.id)) {
    row.addError(
      'DUPLICATE_USERNAME',
      'Duplicate Username.<br>Another user has already selected this username.<br>Please select another.',
      ['Username'],
    );
  }
}

function checkNickname(row: RuleRow, services: RuleServices, inBatch: ReadonlySet<string>): void {
  if (!row.changed.has('CommunityNickname')) return;
  const nickname = textIn(row.new, 'CommunityNickname');
  if (nickname === null) return;
  if (inBatch.has(folded(row, 'CommunityNickname')) || isTaken(services, 'CommunityNickname', nickname, row.id)) {
    row.addError(
      'DUPLICATE_COMM_NICKNAME',
      'Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.',
      ['CommunityNickname'],
    );
  }
}

function checkFederationId(row: RuleRow, { store }: RuleServices, inBatch: ReadonlySet<string>): void {
  const federationId = textIn(row.new, 'FederationIdentifier');
  if (federationId === null || !row.changed.has('FederationIdentifier')) return;
  const sql = 'SELECT 1 AS hit FROM "User" WHERE "FederationIdentifier" = ? AND "Id" <> ? LIMIT 1';
  if (inBatch.has(federationId) || store.rawQuery(sql, federationId, row.id).length > 0) {
    row.addError('DUPLICATE_VALUE', 'Duplicate Federation ID. Another user has this federation id already', [
      'FederationIdentifier',
    ]);
  }
}

function folded(row: RuleRow, field: string): string {
  return (textIn(row.new, field) ?? '').toLowerCase();
}

function isTaken(
  { store }: RuleServices,
  field: 'Username' | 'CommunityNickname',
  value: string,
  ownId: string,
): boolean {
  const sql = `SELECT 1 AS hit FROM "User" WHERE "${field}~" = fold(?) AND "Id" <> ? LIMIT 1`;
  return store.rawQuery(sql, value, ownId).length > 0;
}
