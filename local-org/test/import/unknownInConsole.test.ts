import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ImportedConsole } from './ImportedConsole.ts';
import { ANN, filesWithout } from './wholeExport.ts';

function withConsole<T>(files: Readonly<Record<string, string>>, use: (org: ImportedConsole) => T): T {
  const org = new ImportedConsole(files);
  try {
    return use(org);
  } finally {
    org.close();
  }
}

/** What the console says of Ann where these parts of the export are missing. */
function without<T>(gaps: readonly string[], use: (org: ImportedConsole) => T): T {
  return withConsole(filesWithout(...gaps), use);
}

const BARE = { 'User.csv': 'Id,Username,LastName,IsActive\n005000000000001AAA,a@example.com,Ann,false\n' };

describe('the console on an imported org', () => {
  test('knows all where the files told all', () => {
    without([], (org) => {
      const row = org.row('Ann');
      assert.deepEqual(row.unknown, []);
      assert.equal(row.verdict, 'ready');
      assert.equal(row.isFrozen, false);
      assert.equal(row.isHighRisk, false);
      assert.equal(row.deactivationSource, 'auditTrail');
      const plan = org.plan(ANN);
      assert.equal(org.unknownOf(ANN), '');
      assert.equal(plan.users[0]?.isHighRisk, false);
      assert.deepEqual(plan.policy.missing, []);
      const effects = plan.users[0]?.items.map(({ kind, effect }) => `${kind} ${effect}`) ?? [];
      assert.ok(effects.includes('permissionSet comesBack'), effects.join());
      assert.ok(effects.includes('permissionSetGroup comesBack'), effects.join());
      assert.deepEqual(
        org.open().seats.map(({ state, remaining, unknown }) => ({ state, remaining, unknown: unknown ?? null })),
        [{ state: 'available', remaining: 4, unknown: null }],
      );
    });
  });

  test('shows the users that sf printed, with their licenses', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../data/examples/sf-query-users.json'), 'utf8');
    const printed = (JSON.parse(text) as { result: { records: { IsActive: boolean; Name?: string }[] } }).result
      .records;
    withConsole({ 'sf-query-users.json': text }, (org) => {
      const { page, seats } = org.open();
      assert.equal(page.rows.length, printed.filter(({ IsActive }) => !IsActive).length);
      for (const row of page.rows) assert.equal(row.isHighRisk, null, row.name);
      const counted = seats.filter(({ remaining }) => remaining !== null);
      assert.ok(counted.length > 0, 'the file counts seats');
    });
  });

  test('calls unknown what no file had', () => {
    withConsole(BARE, (org) => {
      const row = org.row('Ann');
      const names = [
        'alias',
        'email',
        'isFrozen',
        'isHighRisk',
        'lastChange',
        'lastLogin',
        'licenseName',
        'managerName',
      ];
      assert.deepEqual([...row.unknown].sort(), [...names, 'profileName', 'roleName']);
      assert.equal(row.isFrozen, null);
      assert.equal(row.isHighRisk, null);
      assert.equal(row.deactivationSource, 'unknown');
      assert.equal(org.open().page.trackedSince, null);
      assert.equal(row.verdict, 'cannotRestore');
      assert.match(row.verdictReason ?? '', /Whether this user can be restored: not known\. User\.ProfileId /);
      const history = org.call('RestoreActivityController', 'findHistory', { userId: ANN }) as { kind: string }[];
      assert.deepEqual(
        history.map(({ kind }) => kind),
        ['notKnown'],
      );
    });
  });

  const hidden: Record<string, [gaps: string[], facts: RegExp[]]> = {
    'logins without a file': [['UserLogin'], [/overview: Whether the login is frozen .* UserLogin \(IsFrozen/]],
    'a lock without its column': [
      ['UserLogin.IsPasswordLocked'],
      [/overview: .*locked: .* UserLogin\.IsPasswordLocked/],
    ],
    'fields of the user': [
      ['User.UserRoleId', 'User.ManagerId', 'User.DelegatedApproverId', 'User.FederationIdentifier'],
      [
        /Role: .*User\.UserRoleId/,
        /Manager: .*User\.ManagerId/,
        /Delegated .*User\.DelegatedA/,
        /Federation .*User\.Fed/,
      ],
    ],
    'single sign-on': [['Profile.IsSsoEnabled'], [/overview: .*Profile\.IsSsoEnabled/]],
    'assignments without a file': [
      ['PermissionSetAssignment'],
      [
        /access: Permission sets: not known\. PermissionSetAssignment cannot/,
        /access: Permission set groups: not known/,
      ],
    ],
    'sets without a file': [
      ['PermissionSet', 'PermissionSetAssignment', 'PermissionSetGroupComponent', 'SetupAuditTrail'],
      [/access: Permission sets: not known\. PermissionSetAssignment, PermissionSet cannot/],
    ],
    'groups of sets without a file': [
      ['PermissionSetGroup', 'PermissionSetGroupComponent'],
      [/access: Permission set groups: not known\. PermissionSetGroup cannot/],
    ],
    'members of groups': [['GroupMember'], [/access: Public groups: .*GroupMember/, /access: Queues: .*GroupMember/]],
    'groups without a file': [['Group', 'GroupMember'], [/access: Public groups: .*GroupMember, Group/]],
    'licenses of sets': [['PermissionSetLicenseAssign'], [/licenses: .*PermissionSetLicenseAssign/]],
    'licenses of packages': [['UserPackageLicense'], [/licenses: .*UserPackageLicense/]],
    'feature licenses': [['User.UserPermissions*'], [/licenses: Feature licenses: .*UserPermissionsMarketingUser/]],
    'sets that need a session': [['PermissionSet.HasActivationRequired'], [/access: .*HasActivationRequired/]],
    'licenses that sets need': [['PermissionSet.LicenseId'], [/licenses: .*PermissionSet\.LicenseId/]],
    'licenses that groups need': [['PermissionSetGroupComponent'], [/licenses: .*PermissionSetGroupComponent/]],
    'groups that may have failed': [['PermissionSetGroup.Status'], [/access: .*PermissionSetGroup\.Status/]],
  };
  for (const [what, [gaps, facts]] of Object.entries(hidden)) {
    test(`says what to add for ${what}`, () => {
      without(gaps, (org) => {
        const text = org.unknownOf(ANN);
        for (const fact of facts) assert.match(text, fact);
      });
    });
  }

  test('does not call an assignment endless of which the end is not known', () => {
    without(['PermissionSetAssignment.ExpirationDate'], (org) => {
      const plan = org.plan(ANN);
      org.call('RestoreController', 'execute', { key: plan.key });
      assert.match(org.unknownOf(ANN), /access: When .* end: .*PermissionSetAssignment\.ExpirationDate/);
    });
  });

  for (const gap of ['UserLicense.TotalLicenses', 'UserLicense.UsedLicenses', 'UserLicense.Status']) {
    test(`neither counts nor promises a seat without ${gap}`, () => {
      without([gap], (org) => {
        const field = gap.split('.')[1] ?? '';
        const [meter] = org.open().seats;
        assert.equal(meter?.state, 'notKnown');
        assert.match(meter?.unknown ?? '', new RegExp(`Seats: not known\\. UserLicense \\(${field}\\) `));
        const row = org.row('Ann');
        assert.equal(row.verdict, 'notKnown');
        assert.match(row.verdictReason ?? '', new RegExp(field));
        const plan = org.plan(ANN);
        assert.equal(plan.users[0]?.canExecute, true);
        assert.match(plan.seats[0]?.unknown ?? '', new RegExp(field));
        assert.match(org.unknownOf(ANN), /licenses: Whether a seat is left: not known/);
        const { users } = org.call('RestoreController', 'execute', { key: org.plan(ANN).key }) as {
          users: { success: boolean }[];
        };
        assert.deepEqual(
          users.map(({ success }) => success),
          [true],
          'what is not known refuses nobody',
        );
      });
    });
  }

  for (const gaps of [['UserLicense'], ['UserLicense', 'Profile.UserLicenseId']]) {
    test(`does not say that there is no license without ${gaps.join(' and ')}`, () => {
      without(gaps, (org) => {
        assert.equal(org.row('Ann').verdict, 'notKnown');
        assert.match(org.unknownOf(ANN), /licenses: Whether a seat is left: not known/);
      });
    });
  }

  test('does not count seats of other licenses that nobody counted', () => {
    without(['PermissionSetLicense.TotalLicenses', 'PackageLicense.UsedLicenses'], (org) => {
      assert.deepEqual(
        org.query('SELECT TotalLicenses, UsedLicenses FROM PermissionSetLicense').map((row) => row.TotalLicenses),
        ['unknown'],
      );
      assert.deepEqual(
        org.query('SELECT AllowedLicenses, UsedLicenses FROM PackageLicense').map((row) => row.UsedLicenses),
        ['unknown'],
      );
    });
  });

  test('does not call harmless what nobody looked into', () => {
    without(['PermissionSet.Permissions*', 'Profile.Permissions*'], (org) => {
      const row = org.row('Ann');
      assert.equal(row.isHighRisk, null);
      assert.ok(row.unknown.includes('isHighRisk'));
      const plan = org.plan(ANN);
      assert.equal(plan.users[0]?.isHighRisk, null);
      assert.equal(plan.policy.riskIsUnknown, true);
      assert.match(plan.policy.missing.join(), /not known whether this restore gives or leaves high-risk access/);
      assert.match(org.unknownOf(ANN), /access: .*high-risk: not known\. PermissionSet \(.*PermissionsModifyAllData/);
      const set = plan.users[0]?.items.find(({ kind }) => kind === 'permissionSet');
      assert.equal(set?.isHighRisk ?? null, null);
      const reasoned = org.plan(ANN, { reason: 'Looked at by hand' });
      assert.deepEqual(reasoned.policy.missing, []);
    });
  });

  for (const gap of ['SetupAuditTrail', 'SetupAuditTrail.Display', 'SetupAuditTrail.CreatedDate']) {
    test(`does not say that nobody switched the user off without ${gap}`, () => {
      without([gap], (org) => {
        assert.equal(org.row('Ann').deactivationSource, 'unknown');
        assert.equal(org.open().page.trackedSince ?? null, null);
        const history = org.call('RestoreActivityController', 'findHistory', { userId: ANN }) as {
          kind: string;
          detail: string;
        }[];
        assert.deepEqual(
          history.map(({ kind }) => kind),
          ['notKnown'],
        );
      });
    });
  }

  test('does not say that a user never logged in without the column', () => {
    without(['User.LastLoginDate'], (org) => assert.deepEqual(org.row('Ann').unknown, ['lastLogin']));
    without([], (org) => assert.deepEqual(org.row('Ann').unknown, []));
  });

  test('does not lose a portal user for good whose column is missing', () => {
    const files = filesWithout('User.IsPortalEnabled');
    files['User.csv'] = (files['User.csv'] ?? '').replaceAll('Standard', 'PowerPartner');
    files['Profile.csv'] = (files['Profile.csv'] ?? '').replaceAll('Standard', 'PowerPartner');
    withConsole(files, (org) => {
      assert.match(org.row('Ann').verdictReason ?? '', /not known\. User\.IsPortalEnabled/);
    });
  });

  test('tells sets of profiles and groups from others, whichever column says so', () => {
    const owned = '0PS000000000009,X00e000000000001AAA,,00e000000000001AAA';
    for (const [header, row] of [
      ['Id,Name,Label,ProfileId', owned],
      ['Id,Name,Label,Type', owned.replace(/[^,]*$/, 'Profile')],
      ['Id,Name,Label,IsCustom', owned.replace(/[^,]*$/, 'true')],
    ]) {
      const files = { ...filesWithout('PermissionSetAssignment', 'PermissionSetGroupComponent') };
      files['PermissionSet.csv'] = `${header}\n${row}\n`;
      files['PermissionSetAssignment.csv'] =
        'Id,AssigneeId,PermissionSetId\n0Pa000000000009,005000000000001AAA,0PS000000000009\n';
      withConsole(files, (org) => {
        const kinds = org.plan(ANN).users[0]?.items.filter(({ effect }) => effect === 'alreadyThere') ?? [];
        assert.deepEqual(kinds, [], `${header}: the set of a profile is no assignment`);
      });
    }
  });

  test('refuses logins of which it is not said whether they are frozen', () => {
    assert.throws(
      () => without(['UserLogin.IsFrozen'], () => undefined),
      /UserLogin\.csv, row 1: the UserLogin has no IsFrozen/,
    );
  });
});
