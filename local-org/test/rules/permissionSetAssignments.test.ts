import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recalculatePermissionSetGroup } from '../../src/security/permissionSetGroups.ts';
import { codesOf, errorsOf, NOW, RulesOrg } from './support/RulesOrg.ts';

const DAY = 86_400_000;

/** A group with one set in it, calculated. */
function group(org: RulesOrg, name: string, sets: readonly string[]): string {
  const id = org.store.insertRow('PermissionSetGroup', {
    DeveloperName: name,
    MasterLabel: name,
    Status: 'Updated',
    Language: 'en_US',
  });
  for (const PermissionSetId of sets)
    org.store.insertRow('PermissionSetGroupComponent', { PermissionSetGroupId: id, PermissionSetId });
  recalculatePermissionSetGroup(org.store, org.schema, id);
  return id;
}

test('assigning twice is a duplicate, in the database and in one statement', () => {
  const org = new RulesOrg();
  const [user, set, other] = [org.user(), org.permissionSet('One'), org.permissionSet('Two')];
  org.insert('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set });

  const results = org.dml('insert', 'PermissionSetAssignment', [
    { AssigneeId: user, PermissionSetId: set },
    { AssigneeId: user, PermissionSetId: other },
    { AssigneeId: user, PermissionSetId: other },
  ]);

  const duplicate = (id: string) =>
    `DUPLICATE_VALUE: Duplicate PermissionSetAssignment. Assignee: ${user.slice(0, 15)}; Permission Set: ${id.slice(0, 15)}`;
  assert.deepEqual(errorsOf(results), [duplicate(set), null, duplicate(other)]);
});

test('an expired assignment still stands in the way; extending it makes it live again', () => {
  const org = new RulesOrg();
  const [user, set] = [org.user(), org.permissionSet('One')];
  const id = org.store.insertRow('PermissionSetAssignment', {
    AssigneeId: user,
    PermissionSetId: set,
    ExpirationDate: NOW - DAY,
    IsRevoked: false,
  });

  assert.equal(org.store.getRow('PermissionSetAssignment', id)?.IsActive, false);
  assert.deepEqual(
    codesOf(org.dml('insert', 'PermissionSetAssignment', [{ AssigneeId: user, PermissionSetId: set }])),
    ['DUPLICATE_VALUE'],
  );

  org.update('PermissionSetAssignment', { Id: id, ExpirationDate: NOW + DAY });
  assert.equal(org.store.getRow('PermissionSetAssignment', id)?.IsActive, true);
});

test('an expiration in the past is refused on insert and update', () => {
  const org = new RulesOrg();
  const [user, set] = [org.user(), org.permissionSet('One')];
  assert.deepEqual(
    codesOf(
      org.dml('insert', 'PermissionSetAssignment', [
        { AssigneeId: user, PermissionSetId: set, ExpirationDate: NOW - 1 },
      ]),
    ),
    ['FIELD_INTEGRITY_EXCEPTION'],
  );
  const id = org.insert('PermissionSetAssignment', {
    AssigneeId: user,
    PermissionSetId: set,
    ExpirationDate: NOW + DAY,
  });
  assert.deepEqual(codesOf(org.dml('update', 'PermissionSetAssignment', [{ Id: id, ExpirationDate: NOW - 1 }])), [
    'FIELD_INTEGRITY_EXCEPTION',
  ]);
});

test('either a set or a group, never both or neither', () => {
  const org = new RulesOrg();
  const [user, set] = [org.user(), org.permissionSet('One')];
  const groupId = group(org, 'G', [set]);
  const results = org.dml('insert', 'PermissionSetAssignment', [
    { AssigneeId: user, PermissionSetId: set, PermissionSetGroupId: groupId },
    { AssigneeId: user },
  ]);
  assert.deepEqual(codesOf(results), ['FIELD_INTEGRITY_EXCEPTION', 'REQUIRED_FIELD_MISSING']);
});

test('the set of a profile and the hidden set of a group cannot be assigned, nor the former unassigned', () => {
  const org = new RulesOrg();
  const user = org.insert('User', org.newUser());
  const groupId = group(org, 'G', [org.permissionSet('One')]);
  const profileSet = org.idOf('PermissionSet', { ProfileId: org.profile('Read Only') });
  const aggregate = org.idOf('PermissionSet', { PermissionSetGroupId: groupId });

  assert.deepEqual(
    codesOf(
      org.dml('insert', 'PermissionSetAssignment', [
        { AssigneeId: user, PermissionSetId: profileSet },
        { AssigneeId: user, PermissionSetId: aggregate },
      ]),
    ),
    ['FIELD_INTEGRITY_EXCEPTION', 'FIELD_INTEGRITY_EXCEPTION'],
  );
  const own = org.idOf('PermissionSetAssignment', { AssigneeId: user });
  assert.deepEqual(codesOf(org.dml('delete', 'PermissionSetAssignment', [{ Id: own }])), [
    'INSUFFICIENT_ACCESS_OR_READONLY',
  ]);
});

test('an assignment of a group carries the hidden set of the group', () => {
  const org = new RulesOrg();
  const user = org.user({ FirstName: 'Ada', LastName: 'Lovelace' });
  const groupId = group(org, 'Sales_Team', [org.permissionSet('One')]);

  const id = org.insert('PermissionSetAssignment', { AssigneeId: user, PermissionSetGroupId: groupId });

  assert.equal(
    org.store.getRow('PermissionSetAssignment', id)?.PermissionSetId,
    org.idOf('PermissionSet', { PermissionSetGroupId: groupId }),
  );
  assert.deepEqual(
    codesOf(org.dml('insert', 'PermissionSetAssignment', [{ AssigneeId: user, PermissionSetGroupId: groupId }])),
    ['DUPLICATE_VALUE'],
  );
  org.dml('delete', 'PermissionSetAssignment', [{ Id: id }]);
  assert.deepEqual(org.trail(), [
    [
      'PermSetGroupAssign',
      `Permission set group Sales_Team: assigned to user Ada Lovelace (UserID: [${user.slice(0, 15)}])`,
    ],
    [
      'PermSetGroupUnassign',
      `Permission set group Sales_Team: unassigned from user Ada Lovelace (UserID: [${user.slice(0, 15)}])`,
    ],
  ]);
});

test('the audit trail writes the label of the set', () => {
  const org = new RulesOrg();
  const user = org.user({ FirstName: 'Ada', LastName: 'Lovelace' });
  const set = org.permissionSet('Report_Builder');
  const id = org.insert('PermissionSetAssignment', {
    AssigneeId: user,
    PermissionSetId: set,
    ExpirationDate: NOW + DAY,
  });
  org.dml('delete', 'PermissionSetAssignment', [{ Id: id }]);
  org.insert('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set });

  const named = `user Ada Lovelace (UserID: [${user.slice(0, 15)}])`;
  assert.deepEqual(org.trail(), [
    ['PermSetAssign_HasExpiration', `Permission set Report Builder: assigned to ${named}`],
    ['PermSetUnassign_HasExpiration', `Permission set Report Builder: unassigned from ${named}`],
    ['PermSetAssign', `Permission set Report Builder: assigned to ${named}`],
  ]);
});

test('a set with a user license wants that very license', () => {
  const org = new RulesOrg();
  const LicenseId = org.idOf('UserLicense', { Name: 'Salesforce Platform' });
  const set = org.permissionSet('Inventory', { LicenseId });
  const user = org.user({ FirstName: 'Ada', LastName: 'Lovelace' });
  const clerk = org.user({ ProfileId: org.profile('Standard Platform User') });

  assert.deepEqual(
    errorsOf(
      org.dml(
        'insert',
        'PermissionSetAssignment',
        [user, clerk].map((AssigneeId) => ({ AssigneeId, PermissionSetId: set })),
      ),
    ),
    [
      "FIELD_INTEGRITY_EXCEPTION: Can't assign permission set Inventory to user Ada Lovelace. The user license doesn't match the license of the permission set.",
      null,
    ],
  );
});

test('administrative permissions need the full license', () => {
  const org = new RulesOrg();
  const set = org.permissionSet('Freezers', { PermissionsFreezeUsers: true });
  const clerk = org.user({ FirstName: 'Ada', LastName: 'Lovelace', ProfileId: org.profile('Standard Platform User') });

  assert.deepEqual(
    errorsOf(org.dml('insert', 'PermissionSetAssignment', [{ AssigneeId: clerk, PermissionSetId: set }])),
    [
      "FIELD_INTEGRITY_EXCEPTION: Can't assign permission set Freezers to user Ada Lovelace. The user license doesn't allow the permission: FreezeUsers",
    ],
  );
});

test('a set that names a permission set license brings it along while there are seats', () => {
  const org = new RulesOrg();
  const license = org.permissionSetLicense('Sales Console User', 1);
  const set = org.permissionSet('Console', { LicenseId: license });
  const [first, second] = [org.user({ FirstName: 'Ada', LastName: 'Lovelace' }), org.user()];

  const results = org.dml(
    'insert',
    'PermissionSetAssignment',
    [first, second].map((AssigneeId) => ({ AssigneeId, PermissionSetId: set })),
  );

  assert.deepEqual(errorsOf(results), [null, 'LICENSE_LIMIT_EXCEEDED: License Limit Exceeded']);
  assert.equal(org.store.findRows('PermissionSetLicenseAssign', { PermissionSetLicenseId: license }).length, 1);
  assert.equal(org.store.getRow('PermissionSetLicense', license)?.UsedLicenses, 1);
  assert.deepEqual(
    org.trail().map(([action]) => action),
    ['PermSetLicenseAssign', 'PermSetAssign'],
  );
  assert.deepEqual(
    org.trail()[0]?.[1],
    `Permission set license Sales Console User: assigned to user Ada Lovelace (UserID: [${first.slice(0, 15)}])`,
  );
});

test('a set without a license whose permission needs one is refused until the license is assigned by hand', () => {
  const org = new RulesOrg();
  const license = org.permissionSetLicense('Lightning Scheduler', 5, {
    MaximumPermissionsLobbyManagementUserAccess: true,
  });
  const set = org.permissionSet('Appointments', { PermissionsLobbyManagementUserAccess: true });
  const user = org.user({ FirstName: 'Ada', LastName: 'Lovelace' });

  assert.deepEqual(
    errorsOf(org.dml('insert', 'PermissionSetAssignment', [{ AssigneeId: user, PermissionSetId: set }])),
    [
      "FIELD_INTEGRITY_EXCEPTION: Can't assign permission set Appointments to user Ada Lovelace. The user license doesn't allow the permission: LobbyManagementUserAccess",
    ],
  );
  org.insert('PermissionSetLicenseAssign', { AssigneeId: user, PermissionSetLicenseId: license });
  org.insert('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set });
});

test('unassigning releases the license, but not while another set needs it and not for fifty at once', () => {
  const org = new RulesOrg();
  const license = org.permissionSetLicense('Console', 100);
  const [one, two] = [
    org.permissionSet('One', { LicenseId: license }),
    org.permissionSet('Two', { LicenseId: license }),
  ];
  const user = org.user();
  const assign = (set: string, assignee = user) =>
    org.insert('PermissionSetAssignment', { AssigneeId: assignee, PermissionSetId: set });
  const held = () => org.store.findRows('PermissionSetLicenseAssign', { PermissionSetLicenseId: license }).length;
  const [first, second] = [assign(one), assign(two)];

  org.dml('delete', 'PermissionSetAssignment', [{ Id: first }]);
  assert.equal(held(), 1, 'still needed by the other set');
  org.dml('delete', 'PermissionSetAssignment', [{ Id: second }]);
  assert.equal(held(), 0, 'released');

  const many = Array.from({ length: 50 }, () => assign(one, org.user()));
  org.dml(
    'delete',
    'PermissionSetAssignment',
    many.map((Id) => ({ Id })),
  );
  assert.equal(held(), 50, 'fifty at once keep their licenses');
});

test('inactive users may get sets unless the switch says otherwise; users of the platform never', () => {
  const org = new RulesOrg();
  const [set, other] = [org.permissionSet('One'), org.permissionSet('Two')];
  const away = org.user({ IsActive: false });
  org.insert('PermissionSetAssignment', { AssigneeId: away, PermissionSetId: set });

  org.rules.behavior.inactiveUsersMayGetPermissionSets = false;
  assert.deepEqual(
    codesOf(org.dml('insert', 'PermissionSetAssignment', [{ AssigneeId: away, PermissionSetId: other }])),
    ['INACTIVE_OWNER_OR_USER'],
  );
  assert.deepEqual(
    codesOf(
      org.dml('insert', 'PermissionSetAssignment', [
        { AssigneeId: org.seeded.automatedProcessUserId, PermissionSetId: set },
      ]),
    ),
    ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'],
  );
});

test('only the expiration of an assignment can be changed', () => {
  const org = new RulesOrg();
  const id = org.insert('PermissionSetAssignment', {
    AssigneeId: org.user(),
    PermissionSetId: org.permissionSet('One'),
  });
  assert.deepEqual(codesOf(org.dml('update', 'PermissionSetAssignment', [{ Id: id, IsRevoked: true }])), [
    'INVALID_FIELD_FOR_INSERT_UPDATE',
  ]);
});
