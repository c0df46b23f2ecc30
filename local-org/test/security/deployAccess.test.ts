import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { createSchema } from '../../src/schema/createSchema.ts';
import { readProjectSchema } from '../../src/schema/project/readProjectSchema.ts';
import { deployAccess } from '../../src/security/deploy/deployAccess.ts';
import { RulesOrg } from '../rules/support/RulesOrg.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function permissionSet(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><PermissionSet ${NAMESPACE}><label>Restorers</label>${content}</PermissionSet>`;
}

const OBJECT = `<CustomObject ${NAMESPACE}><deploymentStatus>Deployed</deploymentStatus><label>Log</label><pluralLabel>Logs</pluralLabel>
  <nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>
  <fields><fullName>Note__c</fullName><label>Note</label><type>Text</type><length>80</length></fields>
  <fields><fullName>Key__c</fullName><label>Key</label><type>Text</type><length>80</length><required>true</required></fields></CustomObject>`;

/** A folder with metadata files and an org whose schema knows the objects among them. */
function project(context: TestContext, files: Record<string, string>, classNames: string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-access-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const metadataFiles = Object.entries({ 'Log__c.object': OBJECT, ...files }).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
  const org = new RulesOrg({ schema: createSchema(readProjectSchema(metadataFiles, folder)) });
  const deploy = () => deployAccess({ store: org.store, schema: org.schema, metadataFiles, classNames });
  return { org, deploy, folder };
}

test('a permission set grants what its file says, and what it no longer says is taken back', (context) => {
  const granted = permissionSet(`
    <applicationVisibilities><application>Restore</application><visible>true</visible></applicationVisibilities>
    <classAccesses><apexClass>RestoreController</apexClass><enabled>true</enabled></classAccesses>
    <customPermissions><enabled>true</enabled><name>Restore_Users</name></customPermissions>
    <fieldPermissions><editable>false</editable><field>Log__c.Note__c</field><readable>true</readable></fieldPermissions>
    <objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead>
      <modifyAllRecords>false</modifyAllRecords><object>Log__c</object><viewAllRecords>true</viewAllRecords></objectPermissions>
    <tabSettings><tab>Console</tab><visibility>Visible</visibility></tabSettings>
    <userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions>`);
  const { org, deploy, folder } = project(
    context,
    {
      'Restorers.permissionset-meta.xml': granted,
      'Restore_Users.customPermission-meta.xml': `<CustomPermission ${NAMESPACE}><label>Restore Users</label></CustomPermission>`,
      'Console.tab-meta.xml': '<CustomTab/>',
      'Restore.app-meta.xml': '<CustomApplication/>',
    },
    ['RestoreController'],
  );
  const { access } = org.rules;
  const user = org.user();
  const rights = () => [
    access.isApplicationVisible(user, 'Restore'),
    access.canAccessClass(user, 'RestoreController'),
    access.hasCustomPermission(user, 'Restore_Users'),
    access.fieldAccess(user, 'Log__c', 'Note__c').read,
    access.fieldAccess(user, 'Log__c', 'Key__c').read,
    access.objectAccess(user, 'Log__c').viewAll,
    access.isTabVisible(user, 'Console'),
    access.hasSystemPermission(user, 'ViewSetup'),
  ];

  assert.deepEqual(deploy(), []);
  org.insert('PermissionSetAssignment', {
    AssigneeId: user,
    PermissionSetId: org.idOf('PermissionSet', { Name: 'Restorers' }),
  });
  assert.deepEqual(rights(), [true, true, true, true, true, true, true, true]);
  assert.equal(access.fieldAccess(user, 'Log__c', 'Note__c').edit, false);
  assert.equal(
    access.fieldAccess(org.admin, 'Log__c', 'Note__c').read,
    false,
    'Modify All Data gives no field of a custom object',
  );
  assert.equal(access.objectAccess(org.admin, 'Log__c').modifyAll, true);

  writeFileSync(join(folder, 'Restorers.permissionset-meta.xml'), permissionSet(''));
  assert.deepEqual(deploy(), []);
  assert.deepEqual(rights(), [false, false, false, false, false, false, false, false]);
  assert.equal(
    org.store.findRows('PermissionSetAssignment', { AssigneeId: user }).length,
    1,
    'who has the set keeps it',
  );
});

const REFUSED: readonly [string, string, RegExp][] = [
  [
    'a class that is not there',
    '<classAccesses><apexClass>Nope</apexClass><enabled>true</enabled></classAccesses>',
    /no ApexClass named Nope found/,
  ],
  [
    'a custom permission that is not there',
    '<customPermissions><enabled>true</enabled><name>Nope</name></customPermissions>',
    /no CustomPermission named Nope found/,
  ],
  [
    'a tab that is not there',
    '<tabSettings><tab>Nope</tab><visibility>Visible</visibility></tabSettings>',
    /no CustomTab named Nope found/,
  ],
  [
    'an app that is not there',
    '<applicationVisibilities><application>Nope</application><visible>true</visible></applicationVisibilities>',
    /no CustomApplication named Nope found/,
  ],
  [
    'an object that is not there',
    '<objectPermissions><allowRead>true</allowRead><object>Nope__c</object></objectPermissions>',
    /no CustomObject named Nope__c found/,
  ],
  [
    'a field that is not there',
    '<fieldPermissions><field>Log__c.Nope__c</field><readable>true</readable></fieldPermissions>',
    /no CustomField named Log__c.Nope__c found/,
  ],
  ['a license that is not there', '<license>Nope</license>', /named Nope found/],
  [
    'a required field',
    '<objectPermissions><allowRead>true</allowRead><object>Log__c</object></objectPermissions><fieldPermissions><field>Log__c.Key__c</field><readable>true</readable></fieldPermissions>',
    /You cannot deploy to a required field: Log__c.Key__c/,
  ],
  [
    'a field without its object',
    '<fieldPermissions><field>Log__c.Note__c</field><readable>true</readable></fieldPermissions>',
    /Permission Read Log__c.Note__c depends on permission\(s\): Read Log__c/,
  ],
  [
    'delete without edit',
    '<objectPermissions><allowRead>true</allowRead><allowDelete>true</allowDelete><object>Log__c</object></objectPermissions>',
    /Permission Delete Log__c depends on permission\(s\): Read, Edit Log__c/,
  ],
  [
    'Manage Users alone',
    '<userPermissions><enabled>true</enabled><name>ManageUsers</name></userPermissions>',
    /Permission ManageUsers depends on permission\(s\): AssignPermissionSets, DelegatedTwoFactor, FreezeUsers/,
  ],
  [
    'an unknown user permission',
    '<userPermissions><enabled>true</enabled><name>FlyToTheMoon</name></userPermissions>',
    /Unknown user permission: FlyToTheMoon/,
  ],
  [
    'an element that the local org does not know',
    '<flowAccesses><enabled>true</enabled><flow>F</flow></flowAccesses>',
    /The element flowAccesses is not supported by the local org/,
  ],
  ['an element that nobody knows', '<magic>true</magic>', /The element magic is not an element of a permission set/],
  [
    'a setup object',
    '<objectPermissions><allowRead>true</allowRead><object>User</object></objectPermissions>',
    /Object permissions on User are not possible/,
  ],
];

for (const [what, content, expected] of REFUSED) {
  test(`a permission set with ${what} is refused and nothing is written`, (context) => {
    const { org, deploy } = project(context, { 'Restorers.permissionset': permissionSet(content) });
    const problems = deploy();
    assert.match(problems.map((problem) => problem.message).join('\n'), expected);
    assert.equal(org.store.findRows('PermissionSet', { Name: 'Restorers' }).length, 0);
  });
}

test('broken XML is refused with the file', (context) => {
  const { deploy } = project(context, {
    'Broken.permissionset': '<PermissionSet><label>x</PermissionSet>',
    'Admin.profile': '<Profile><custom></Profile>',
  });
  assert.deepEqual(
    deploy().map((problem) => [problem.code, problem.path.split(/[\\/]/).pop()]),
    [
      ['ACC0003', 'Broken.permissionset'],
      ['ACC0003', 'Admin.profile'],
    ],
  );
});

test('a group adds its sets and takes away what is muted', (context) => {
  const { org, deploy } = project(context, {
    'A.permissionset': permissionSet(
      '<userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions>',
    ),
    'B.permissionset': permissionSet(
      '<userPermissions><enabled>true</enabled><name>ViewRoles</name></userPermissions>',
    ),
    'M.mutingpermissionset': `<MutingPermissionSet ${NAMESPACE}><label>M</label><userPermissions><enabled>true</enabled><name>ViewRoles</name></userPermissions></MutingPermissionSet>`,
    'G.permissionsetgroup': `<PermissionSetGroup ${NAMESPACE}><label>Group</label><permissionSets>A</permissionSets><permissionSets>B</permissionSets><mutingPermissionSets>M</mutingPermissionSets><status>Updated</status></PermissionSetGroup>`,
  });
  assert.deepEqual(deploy(), []);
  const user = org.user();
  org.insert('PermissionSetAssignment', {
    AssigneeId: user,
    PermissionSetGroupId: org.idOf('PermissionSetGroup', { DeveloperName: 'G' }),
  });
  assert.deepEqual(
    ['ViewSetup', 'ViewRoles'].map((name) => org.rules.access.hasSystemPermission(user, name)),
    [true, false],
  );
  const aggregate = org.store.findRows('PermissionSet', { Type: 'Group' })[0];
  assert.deepEqual([aggregate?.PermissionsViewSetup, aggregate?.PermissionsViewRoles], [true, false]);
});
