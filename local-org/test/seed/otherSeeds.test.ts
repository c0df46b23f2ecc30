import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { personas } from '../../src/seed/personas.ts';
import { dataFile } from '../../src/seed/seedData.ts';
import { openSeeded } from './SampleOrg.ts';

const EXAMPLE = dataFile('examples', 'sf-query-users.json');

function file(context: TestContext, content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'queried-users-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'users.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const USER = {
  attributes: { type: 'User' },
  Id: '005000000000001',
  Username: 'a@b.example',
  LastName: 'A',
  IsActive: false,
};

test('a scratch org has few seats, one administrator and no history', () => {
  const { store, count } = openSeeded({ kind: 'scratch' });
  assert.equal(count('"User"'), 2);
  assert.equal(store.findRows('UserLicense', { Name: 'Salesforce' })[0]?.TotalLicenses, 3);
  assert.equal(count('"SetupAuditTrail"') + count('"UserRole"') + count('"Group"'), 0);
  assert.deepEqual(personas(store), []);
});

test('queried users show as they are', () => {
  const { store, seeded } = openSeeded({ kind: 'users', file: EXAMPLE });
  const users = store.rawQuery(`SELECT u."Name" AS name, u."UserType" AS type, p."Name" AS profile, l."Name" AS license
    FROM "User" u LEFT JOIN "Profile" p ON p."Id" = u."ProfileId" LEFT JOIN "UserLicense" l ON l."Id" = p."UserLicenseId" ORDER BY u."Id"`);
  assert.equal(users.length, 9);
  assert.deepEqual(
    { ...users.find((user) => user.name === 'Automated Process') },
    { name: 'Automated Process', type: 'AutomatedProcess', profile: null, license: null },
  );
  assert.deepEqual(
    { ...users.find((user) => user.type === 'Guest') },
    { name: 'helpcenter Site Guest User', type: 'Guest', profile: 'helpcenter Profile', license: 'Guest' },
  );
  assert.equal(users.filter((user) => user.license === 'Salesforce Platform').length, 2);
  assert.equal(seeded.administratorId, '0053h000002fIZrAAM');
  assert.equal(seeded.automatedProcessUserId, '0053h000002fIZxAAM');
});

test('licenses of queried users report what the real org reported', () => {
  const { store } = openSeeded({ kind: 'users', file: EXAMPLE });
  const used = new Map(store.findRows('UserLicense').map((row) => [row.Name, [row.TotalLicenses, row.UsedLicenses]]));
  assert.deepEqual(used.get('Salesforce'), [20, 1]);
  assert.deepEqual(used.get('Guest'), [1, 0]);
  assert.deepEqual(used.get('Analytics Cloud Integration User'), [0, 0]);
});

test('what was not queried stays unknown', () => {
  const { store, count } = openSeeded({ kind: 'users', file: EXAMPLE });
  assert.equal(count('"User" WHERE "LastLoginDate" IS NOT NULL OR "UserRoleId" IS NOT NULL OR "Alias" IS NOT NULL'), 0);
  assert.equal(count('"UserLogin"') + count('"SetupAuditTrail"') + count('"LoginHistory"'), 0);
  assert.deepEqual(
    personas(store).map((persona) => [persona.role, persona.name]),
    [
      ['Administrator', 'Org Owner'],
      ['No permissions', 'Ryan Dobson'],
    ],
  );
});

test('a file without an administrator gets one, so that the page can be opened', (context) => {
  const { store, seeded } = openSeeded({
    kind: 'users',
    file: file(context, { records: [{ ...USER, LastLoginDate: '2026-01-02T03:04:05.000+0000' }] }),
  });
  assert.equal(store.getRow('User', seeded.administratorId)?.Username, 'administrator@local-org.invalid');
  assert.equal(store.getRow('User', '005000000000001AAA')?.LastLoginDate, Date.UTC(2026, 0, 2, 3, 4, 5));
});

const BAD_FILES: readonly [string, unknown, RegExp][] = [
  ['no JSON', 'not json', /cannot be read as JSON/],
  ['no records', { result: {} }, /holds no query result/],
  [
    'records of another object',
    { records: [{ attributes: { type: 'Account' }, Id: '001000000000001' }] },
    /holds records of Account/,
  ],
  ['no Id', { records: [{ ...USER, Id: undefined }] }, /without an Id: add Id to the query/],
  ['no username', { records: [{ ...USER, Username: undefined }] }, /without Username: add Username to the query/],
  [
    'a field nobody knows',
    { records: [{ ...USER, Shoe_Size__c: 42 }] },
    /Shoe_Size__c, which the local org does not know/,
  ],
  [
    'a value of the wrong kind',
    { records: [{ ...USER, IsActive: 'maybe' }] },
    /"maybe" does not fit the field IsActive/,
  ],
  ['no users', { records: [] }, /holds no users/],
];

for (const [what, content, expected] of BAD_FILES) {
  test(`a file with ${what} is refused with what to do`, (context) => {
    assert.throws(() => openSeeded({ kind: 'users', file: file(context, content) }), expected);
  });
}
