import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { personas } from '../../src/seed/personas.ts';
import { readSeed } from '../../src/seed/seedData.ts';
import type { Store } from '../../src/store/Store.ts';
import { DAY, NOW, openSeeded } from './SampleOrg.ts';

function fingerprint(store: Store): string {
  const hash = createHash('sha256');
  for (const object of store.schema.objectNames().filter((name) => store.hasTable(name))) {
    hash.update(object).update(JSON.stringify(store.rawQuery(`SELECT * FROM "${object}" ORDER BY "Id"`)));
  }
  return hash.digest('hex');
}

test('the sample is the same on every run', () => {
  assert.equal(fingerprint(openSeeded({ kind: 'sample' }).store), fingerprint(openSeeded({ kind: 'sample' }).store));
});

test('dates are counted back from the clock, people stay the same', () => {
  const [today, later] = [openSeeded({ kind: 'sample' }), openSeeded({ kind: 'sample' }, NOW + 100 * DAY)];
  const names = (store: Store) => store.rawQuery('SELECT "Name", "IsActive" FROM "User" ORDER BY "Id"');
  const newest = (store: Store) =>
    Number(store.rawQuery('SELECT MAX("CreatedDate") AS at FROM "SetupAuditTrail"')[0]?.at);
  assert.deepEqual(names(today.store), names(later.store));
  assert.equal(newest(later.store) - newest(today.store), 100 * DAY);
});

test('a scale multiplies users and seats', () => {
  const big = openSeeded({ kind: 'sample', scale: 3 });
  assert.equal(big.count('"User" WHERE "ProfileId" IS NOT NULL'), 3 * 1198);
  assert.equal(big.store.findRows('UserLicense', { Name: 'Salesforce' })[0]?.TotalLicenses, 780);
});

describe('the sample org', () => {
  let org: ReturnType<typeof openSeeded>;
  before(() => {
    org = openSeeded({ kind: 'sample' });
  });

  test('has 1,200 users, 400 of them inactive, and is filled in less than two seconds', () => {
    assert.equal(org.count('"User"'), 1200);
    assert.equal(org.count('"User" WHERE "IsActive" = 0'), 400);
    assert.ok(org.ms < 2000, `took ${org.ms} ms`);
  });

  test('has licenses with seats, full ones, an over-allocated one, disabled ones, and two of the same name', () => {
    const licenses = org.store.findRows('UserLicense');
    assert.equal(licenses.length, 27);
    const full = licenses
      .filter((row) => row.Status === 'Active' && row.UsedLicenses === row.TotalLicenses)
      .map((row) => row.Name);
    const over = licenses.filter((row) => Number(row.UsedLicenses) > Number(row.TotalLicenses)).map((row) => row.Name);
    assert.deepEqual(full.sort(), [
      'Cloud Integration User',
      'Force.com - Free',
      'Salesforce Platform',
      'Silver Partner',
    ]);
    assert.deepEqual(over, ['Gold Partner']);
    assert.equal(licenses.filter((row) => row.Name === 'High Volume Customer Portal').length, 2);
    assert.ok(licenses.filter((row) => row.Status === 'Disabled').length > 10);
    const [salesforce] = licenses.filter((row) => row.Name === 'Salesforce');
    assert.deepEqual([salesforce?.TotalLicenses, salesforce?.UsedLicenses], [260, 246]);
  });

  test('fills optional fields as a large real org does', () => {
    const shares = readSeed('shares');
    for (const field of [
      'FederationIdentifier',
      'LastLoginDate',
      'UserRoleId',
      'EmployeeNumber',
      'Department',
      'CompanyName',
      'Division',
      'ManagerId',
      'DelegatedApproverId',
    ]) {
      const share = org.count(`"User" WHERE "${field}" IS NOT NULL`) / 1200;
      assert.ok(Math.abs(share - (shares[field] ?? 0)) < 0.01, `${field}: ${share}`);
    }
    assert.ok(Math.abs(org.count('"User" WHERE "ContactId" IS NOT NULL') / 1200 - 0.482) < 0.02);
  });

  test('has users of every kind', () => {
    const kinds = org.store
      .rawQuery('SELECT DISTINCT "UserType" AS type FROM "User" ORDER BY 1')
      .map((row) => row.type);
    assert.deepEqual(kinds, [
      'AutomatedProcess',
      'CsnOnly',
      'CspLitePortal',
      'Guest',
      'PowerCustomerSuccess',
      'PowerPartner',
      'Standard',
    ]);
    assert.equal(org.count('"User" WHERE "ProfileId" IS NULL'), 2);
    assert.ok(
      org.count(
        `"User" WHERE "UserType" IN ('PowerPartner', 'PowerCustomerSuccess', 'CspLitePortal') AND "IsPortalEnabled" = 0 AND "IsActive" = 0 AND "ContactId" IS NULL`,
      ) > 5,
      'disabled portal users',
    );
    assert.ok(
      org.count('"User" u JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE p."IsSsoEnabled" = 1 AND u."IsActive" = 0') >
        5,
      'single sign-on',
    );
    assert.ok(org.count(`"User" WHERE "Email" LIKE '%.invalid'`) > 50);
    assert.ok(
      org.count('"UserLogin" l JOIN "User" u ON u."Id" = l."UserId" WHERE l."IsFrozen" = 1 AND u."IsActive" = 0') > 10,
      'frozen',
    );
    assert.equal(org.count(`"User" WHERE "Name" = 'Maria Garcia'`) >= 4, true, 'same names');
    assert.ok(org.count('"User" WHERE length("LastName") > 50') >= 1, 'long names');
    assert.ok(org.count(`"User" WHERE "LastName" = 'الحداد'`) === 1, 'right-to-left names');
  });

  test('usernames and nicknames are unique without regard to case', () => {
    for (const field of ['Username', 'CommunityNickname']) {
      assert.deepEqual(
        org.store.rawQuery(`SELECT "${field}" FROM "User" GROUP BY lower("${field}") HAVING COUNT(*) > 1`),
        [],
      );
    }
  });

  test('the audit trail covers 180 days and agrees with the users', () => {
    const [range] = org.store.rawQuery(
      'SELECT MIN("CreatedDate") AS low, MAX("CreatedDate") AS high FROM "SetupAuditTrail"',
    );
    assert.ok(Number(range?.low) > NOW - 180 * DAY && Number(range?.high) <= NOW);
    const rows = org.store.findRows('SetupAuditTrail', { Action: 'deactivateduser' });
    assert.ok(rows.length > 200 && rows.length < 280, `${rows.length} deactivations of 400 are that young`);
    for (const row of rows) {
      const id = /^Deactivated user .+ \(UserID: \[(005[A-Za-z0-9]{12})\]\)$/.exec(String(row.Display))?.[1] ?? '';
      const [user] = org.store.rawQuery('SELECT "IsActive" AS active FROM "User" WHERE substr("Id", 1, 15) = ?', id);
      assert.equal(user?.active, 0, String(row.Display));
    }
  });

  test('what was unassigned after a deactivation is no longer there', () => {
    const labels = new Map(
      org.store
        .rawQuery('SELECT "Label" AS label, "Id" AS id FROM "PermissionSet" WHERE "IsOwnedByProfile" = 0')
        .map((row) => [row.label, row.id]),
    );
    const rows = org.store.findRows('SetupAuditTrail', { Action: 'PermSetUnassign' });
    assert.ok(rows.length > 50);
    for (const row of rows) {
      const [, label, id] =
        /^Permission set (.+): unassigned from user .+ \(UserID: \[(\w{15})\]\)$/.exec(String(row.Display)) ?? [];
      if (label === 'Contract Approval') continue; // two sets share this label
      const left = org.store.rawQuery(
        'SELECT 1 AS hit FROM "PermissionSetAssignment" WHERE substr("AssigneeId", 1, 15) = ? AND "PermissionSetId" = ? AND "PermissionSetGroupId" IS NULL',
        id ?? '',
        String(labels.get(label)),
      );
      assert.deepEqual(left, [], String(row.Display));
    }
    assert.ok(org.store.findRows('SetupAuditTrail', { Action: 'PermSetGroupUnassign' }).length > 3);
    assert.equal(org.count(`"PermissionSet" WHERE "Label" = 'Contract Approval'`), 2);
  });

  test('assignments respect licenses and seats', () => {
    for (const license of org.store.findRows('PermissionSetLicense')) {
      assert.ok(Number(license.UsedLicenses) <= Number(license.TotalLicenses), String(license.MasterLabel));
    }
    const full = org.store
      .findRows('PermissionSetLicense', { Status: 'Active' })
      .filter((row) => row.UsedLicenses === row.TotalLicenses);
    assert.ok(full.length >= 2, 'full permission set licenses');
    const mismatched = org.count(`"PermissionSetAssignment" a JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId"
      JOIN "UserLicense" l ON l."Id" = s."LicenseId" JOIN "User" u ON u."Id" = a."AssigneeId" JOIN "Profile" p ON p."Id" = u."ProfileId"
      WHERE p."UserLicenseId" <> s."LicenseId"`);
    assert.equal(mismatched, 0);
    const unlicensed = org.count(`"PermissionSetAssignment" a JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId"
      JOIN "PermissionSetLicense" l ON l."Id" = s."LicenseId"
      WHERE NOT EXISTS (SELECT 1 FROM "PermissionSetLicenseAssign" x WHERE x."AssigneeId" = a."AssigneeId" AND x."PermissionSetLicenseId" = l."Id")`);
    assert.equal(unlicensed, 0);
    const all = org.count('"PermissionSetAssignment"');
    const throughGroups = org.count('"PermissionSetAssignment" WHERE "PermissionSetGroupId" IS NOT NULL');
    assert.ok(throughGroups > 0 && all > 2000);
  });

  test('no assignment is there twice', () => {
    assert.deepEqual(
      org.store.rawQuery(
        'SELECT "AssigneeId" FROM "PermissionSetAssignment" GROUP BY "AssigneeId", "PermissionSetId" HAVING COUNT(*) > 1',
      ),
      [],
    );
  });

  test('the newest successful login is the last login of the user', () => {
    const wrong = org.store
      .rawQuery(`SELECT u."Name" FROM "User" u JOIN "LoginHistory" h ON h."UserId" = u."Id" AND h."Status" = 'Success'
      GROUP BY u."Id" HAVING MAX(h."LoginTime") <> u."LastLoginDate"`);
    assert.deepEqual(wrong, []);
    assert.equal(
      org.count(
        '"LoginHistory" h JOIN "User" u ON u."Id" = h."UserId" WHERE u."LastLoginDate" IS NULL AND h."Status" = \'Success\'',
      ),
      0,
    );
  });

  test('has Chatter groups of every type, members who are active, and a group whose owner has left', () => {
    const groups = org.store.findRows('CollaborationGroup');
    assert.deepEqual(new Set(groups.map((row) => row.CollaborationType)), new Set(['Public', 'Private', 'Unlisted']));
    assert.equal(groups.filter((row) => row.IsArchived === true).length, 1);
    assert.equal(org.count('"CollaborationGroupMember"'), 490);
    assert.deepEqual(
      org.store
        .rawQuery(
          `SELECT g."Name" AS name FROM "CollaborationGroupMember" m JOIN "User" u ON u."Id" = m."MemberId"
        JOIN "CollaborationGroup" g ON g."Id" = m."CollaborationGroupId" WHERE u."IsActive" = 0`,
        )
        .map(({ name }) => name),
      ['Sales Wins'],
    );
    assert.equal(
      org.count(
        '"CollaborationGroup" g WHERE NOT EXISTS (SELECT 1 FROM "CollaborationGroupMember" m WHERE m."CollaborationGroupId" = g."Id" AND m."MemberId" = g."OwnerId" AND m."CollaborationRole" = \'Admin\')',
      ),
      0,
    );
    assert.ok(org.count('"CollaborationGroupMember" WHERE "CollaborationRole" = \'Admin\'') > groups.length);
  });

  test('offers four personas', () => {
    assert.deepEqual(
      personas(org.store).map((persona) => persona.role),
      ['Administrator', 'Operator', 'Auditor', 'No permissions'],
    );
    const [administrator, operator] = personas(org.store);
    assert.equal(administrator?.userId, org.seeded.administratorId);
    assert.equal(org.rules.access.hasSystemPermission(operator?.userId ?? '', 'ManageInternalUsers'), true);
    assert.equal(org.rules.access.hasSystemPermission(operator?.userId ?? '', 'ManageUsers'), false);
  });
});
