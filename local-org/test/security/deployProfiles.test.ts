import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, test, type TestContext } from 'node:test';
import { createSchema } from '../../src/schema/createSchema.ts';
import { readProjectSchema } from '../../src/schema/project/readProjectSchema.ts';
import { deployAccess } from '../../src/security/deploy/deployAccess.ts';
import { TestOrg } from '../org/TestOrg.ts';
import { RulesOrg } from '../rules/support/RulesOrg.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const OBJECT = `<CustomObject ${NAMESPACE}><deploymentStatus>Deployed</deploymentStatus><label>Log</label><pluralLabel>Logs</pluralLabel>
  <nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>
  <fields><fullName>Note__c</fullName><label>Note</label><type>Text</type><length>80</length></fields>
  <fields><fullName>Open__c</fullName><label>Open</label><type>Text</type><length>80</length></fields></CustomObject>`;

const profile = (content: string): string => `<Profile ${NAMESPACE}>${content}</Profile>`;
const CUSTOM = '<custom>true</custom><userLicense>Salesforce</userLicense>';
const permission = (name: string, isEnabled = true): string =>
  `<userPermissions><enabled>${isEnabled}</enabled><name>${name}</name></userPermissions>`;
const field = (name: string, readable: boolean, editable: boolean): string =>
  `<fieldPermissions><editable>${editable}</editable><field>${name}</field><readable>${readable}</readable></fieldPermissions>`;
const object = (name: string, ...rights: string[]): string =>
  `<objectPermissions>${['allowCreate', 'allowDelete', 'allowEdit', 'allowRead', 'modifyAllRecords', 'viewAllRecords']
    .map((right) => `<${right}>${rights.includes(right)}</${right}>`)
    .join('')}<object>${name}</object></objectPermissions>`;

const FULL = profile(`${CUSTOM}<description>Clerks</description>
  <applicationVisibilities><application>Logs</application><default>true</default><visible>true</visible></applicationVisibilities>
  <classAccesses><apexClass>LogController</apexClass><enabled>true</enabled></classAccesses>
  <customPermissions><enabled>true</enabled><name>Write_Logs</name></customPermissions>
  <layoutAssignments><layout>Log__c-Log Layout</layout></layoutAssignments>
  ${field('Log__c.Note__c', true, false)}
  ${object('Log__c', 'allowRead', 'allowCreate')}
  <tabVisibilities><tab>Logs</tab><visibility>DefaultOn</visibility></tabVisibilities>
  ${permission('ApiEnabled')}`);

function project(context: TestContext, files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-profiles-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const all: Record<string, string> = {
    'Log__c.object': OBJECT,
    'Logs.tab': '<CustomTab/>',
    'Logs.app': '<CustomApplication/>',
    'Write_Logs.customPermission': `<CustomPermission ${NAMESPACE}><label>Write Logs</label></CustomPermission>`,
    ...files,
  };
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const metadataFiles = Object.entries(all).map(([name, text]) => write(name, text));
  const org = new RulesOrg({ schema: createSchema(readProjectSchema(metadataFiles, folder)) });
  const deploy = (): string[] =>
    deployAccess({ store: org.store, schema: org.schema, metadataFiles, classNames: ['LogController'] }).map(
      ({ code, message }) => `${code} ${message}`,
    );
  const userOf = (name: string): string => org.user({ ProfileId: org.idOf('Profile', { Name: name }) });
  return { org, deploy, write, userOf };
}

describe('a profile of a project', () => {
  it('is made with its license, and grants what its file says and nothing else', (context) => {
    const { org, deploy, userOf } = project(context, { 'Clerk.profile-meta.xml': FULL });
    assert.deepEqual(deploy(), []);
    const clerk = userOf('Clerk');
    const { access } = org.rules;
    assert.deepEqual(
      [
        access.isApplicationVisible(clerk, 'Logs'),
        access.canAccessClass(clerk, 'LogController'),
        access.hasCustomPermission(clerk, 'Write_Logs'),
        access.isTabVisible(clerk, 'Logs'),
        access.hasSystemPermission(clerk, 'ApiEnabled'),
      ],
      [true, true, true, true, true],
    );
    assert.deepEqual(access.systemPermissions(clerk), ['ApiEnabled']);
    const { read, create, edit, viewAll } = access.objectAccess(clerk, 'Log__c');
    assert.deepEqual({ read, create, edit, viewAll }, { read: true, create: true, edit: false, viewAll: false });
    assert.deepEqual(access.fieldAccess(clerk, 'Log__c', 'Note__c'), { read: true, edit: false });
    assert.deepEqual(access.fieldAccess(clerk, 'Log__c', 'Open__c'), { read: false, edit: false });
    assert.equal(access.objectAccess(clerk, 'Account').read, false);
    const [row] = org.store.findRows('Profile', { Name: 'Clerk' });
    assert.equal(row?.Description, 'Clerks');
    assert.equal(row?.UserType, 'Standard');
    assert.equal(org.store.getRow('UserLicense', String(row?.UserLicenseId))?.Name, 'Salesforce');
  });

  it('changes what its file names when it is deployed again, and keeps the rest', (context) => {
    const { org, deploy, write, userOf } = project(context, { 'Clerk.profile': FULL });
    deploy();
    write(
      'Clerk.profile',
      profile(`${CUSTOM}${permission('ApiEnabled', false)}${permission('RunReports')}${object('Log__c', 'allowRead')}
        <tabVisibilities><tab>Logs</tab><visibility>DefaultOff</visibility></tabVisibilities>
        <classAccesses><apexClass>LogController</apexClass><enabled>false</enabled></classAccesses>`),
    );
    assert.deepEqual(deploy(), []);
    const clerk = userOf('Clerk');
    const { access } = org.rules;
    assert.deepEqual(access.systemPermissions(clerk), ['RunReports']);
    assert.equal(access.objectAccess(clerk, 'Log__c').create, false);
    assert.equal(access.isTabVisible(clerk, 'Logs'), false);
    assert.equal(access.canAccessClass(clerk, 'LogController'), false);
    assert.equal(access.hasCustomPermission(clerk, 'Write_Logs'), true);
    assert.equal(access.fieldAccess(clerk, 'Log__c', 'Note__c').read, true);
    assert.equal(org.store.findRows('Profile', { Name: 'Clerk' }).length, 1);
  });

  it('lies over the standard profile that its file name means', (context) => {
    const { org, deploy, userOf } = project(context, {
      'Admin.profile': profile(
        `<custom>false</custom><userLicense>Salesforce</userLicense>${object('Log__c', 'allowRead', 'viewAllRecords')}${field('Log__c.Note__c', true, true)}`,
      ),
      'Standard.profile': profile(object('Log__c', 'allowRead')),
    });
    const { access } = org.rules;
    const before = access.systemPermissions(org.admin);
    assert.equal(access.fieldAccess(org.admin, 'Log__c', 'Note__c').read, false);
    assert.deepEqual(deploy(), []);
    assert.deepEqual(access.fieldAccess(org.admin, 'Log__c', 'Note__c'), { read: true, edit: true });
    assert.deepEqual(access.systemPermissions(org.admin), before);
    assert.equal(access.objectAccess(org.admin, 'Account').modifyAll, true);
    assert.equal(access.objectAccess(userOf('Standard User'), 'Log__c').read, true);
    assert.equal(access.objectAccess(userOf('Read Only'), 'Log__c').read, false);
  });

  it('gives a standard profile no system permission and nothing on standard objects, but takes away', (context) => {
    const { org, deploy, userOf } = project(context, {
      'ReadOnly.profile': profile(
        permission('ApiEnabled') +
          permission('RunReports', false) +
          object('Account', 'allowRead', 'allowCreate', 'allowEdit') +
          object('Contact'),
      ),
    });
    assert.deepEqual(deploy(), []);
    const reader = userOf('Read Only');
    const { access } = org.rules;
    assert.equal(access.hasSystemPermission(reader, 'ApiEnabled'), false);
    assert.equal(access.hasSystemPermission(reader, 'RunReports'), false);
    assert.deepEqual(
      [access.objectAccess(reader, 'Account').read, access.objectAccess(reader, 'Account').create],
      [true, false],
    );
    assert.equal(access.objectAccess(reader, 'Contact').read, false);
  });

  it('may hide a standard field, which a permission set may show again', (context) => {
    const { org, deploy, userOf } = project(context, {
      'Standard.profile': profile(field('Account.Phone', false, false) + field('Account.Website', true, false)),
      'Phones.permissionset': `<PermissionSet ${NAMESPACE}><label>Phones</label>${field('Account.Phone', true, true)}</PermissionSet>`,
    });
    assert.deepEqual(deploy(), []);
    const user = userOf('Standard User');
    const { access } = org.rules;
    assert.deepEqual(access.fieldAccess(user, 'Account', 'Phone'), { read: false, edit: false });
    assert.deepEqual(access.fieldAccess(user, 'Account', 'Website'), { read: true, edit: false });
    assert.deepEqual(access.fieldAccess(user, 'Account', 'Fax'), { read: true, edit: true });
    assert.deepEqual(access.fieldAccess(userOf('Contract Manager'), 'Account', 'Phone'), { read: true, edit: true });
    org.insert('PermissionSetAssignment', {
      AssigneeId: user,
      PermissionSetId: org.idOf('PermissionSet', { Name: 'Phones' }),
    });
    assert.deepEqual(access.fieldAccess(user, 'Account', 'Phone'), { read: true, edit: true });
  });
});

const REFUSED: readonly [string, string, string, RegExp][] = [
  ['an unknown name and no word of custom', 'Clerk', '', /ACC0002 There is no standard profile Clerk/],
  ['no license', 'Clerk', '<custom>true</custom>', /ACC0002 The element userLicense is missing: the new profile Clerk/],
  [
    'a license that is not there',
    'Clerk',
    '<custom>true</custom><userLicense>Nope</userLicense>',
    /no UserLicense named Nope found/,
  ],
  [
    'another license than it has',
    'Standard',
    '<userLicense>Salesforce Platform</userLicense>',
    /The license of Standard User is Salesforce: a deployment cannot change it/,
  ],
  ['the wrong kind', 'Admin', '<custom>true</custom>', /System Administrator is a standard profile/],
  [
    'a permission that its license does not allow',
    'Clerk',
    `<custom>true</custom><userLicense>Salesforce Platform</userLicense>${permission('ModifyAllData')}${permission('ViewAllData')}`,
    /The user license doesn't allow the permission: ModifyAllData/,
  ],
  ['an unknown user permission', 'Admin', permission('FlyToTheMoon', false), /Unknown user permission: FlyToTheMoon/],
  [
    'a class that is not there, though switched off',
    'Admin',
    '<classAccesses><apexClass>Nope</apexClass><enabled>false</enabled></classAccesses>',
    /no ApexClass named Nope found/,
  ],
  ['an object that is not there', 'Admin', object('Nope__c'), /no CustomObject named Nope__c found/],
  ['a field that is not there', 'Admin', field('Log__c.Nope__c', true, false), /no CustomField named Log__c.Nope__c/],
  [
    'a right without the one that it depends on',
    'Clerk',
    `${CUSTOM}${object('Log__c', 'allowRead', 'allowDelete')}`,
    /Permission Delete Log__c depends on permission\(s\): Read, Edit Log__c/,
  ],
  [
    'Manage Users alone',
    'Clerk',
    `${CUSTOM}${permission('ManageUsers')}`,
    /Permission ManageUsers depends on permission\(s\)/,
  ],
  [
    'a tab visibility of permission sets',
    'Admin',
    '<tabVisibilities><tab>Logs</tab><visibility>Visible</visibility></tabVisibilities>',
    /The visibility "Visible" of tab Logs is not known. Use DefaultOn, DefaultOff or Hidden/,
  ],
  [
    'an element that the local org does not support',
    'Admin',
    '<loginIpRanges><startAddress>10.0.0.1</startAddress><endAddress>10.0.0.2</endAddress></loginIpRanges>',
    /ACC0901 The element loginIpRanges is not supported by the local org/,
  ],
  [
    'an element that nobody knows',
    'Admin',
    '<magic>true</magic>',
    /ACC0003 The element magic is not an element of a pro/,
  ],
];

for (const [what, name, content, expected] of REFUSED) {
  test(`a profile with ${what} is refused and nothing is written`, (context) => {
    const { org, deploy } = project(context, { [`${name}.profile`]: profile(content) });
    const before = org.store.findRows('Profile').length;
    assert.match(deploy().join('\n'), expected);
    assert.equal(org.store.findRows('Profile').length, before);
    assert.equal(org.store.findRows('CustomPermission').length, 0);
  });
}

test('what Apex may do in user mode is decided by the profile of a project', () => {
  const files = {
    'objects/Log__c': OBJECT,
    'profiles/Clerk': FULL.replace(/<applicationVis.*?Visibilities>|<tabVis.*?Visibilities>/gs, '').replace(
      'LogController',
      'Clerks',
    ),
    'customPermissions/Write_Logs': `<CustomPermission ${NAMESPACE}><label>Write Logs</label></CustomPermission>`,
    Clerks: 'public with sharing class Clerks { }',
    ClerksTest: `@IsTest private class ClerksTest {
      private static User clerk() {
        User clerk = new User(LastName = 'Clerk', Alias = 'clerk', Email = 'clerk@example.com', Username = 'clerk@example.com.local',
          TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8',
          ProfileId = [SELECT Id FROM Profile WHERE Name = 'Clerk' WITH SYSTEM_MODE].Id);
        insert as system clerk;
        return clerk;
      }
      @IsTest static void decides() {
        System.runAs(clerk()) {
          Assert.isTrue(FeatureManagement.checkPermission('Write_Logs'), 'custom permission');
          insert as user new Log__c(Name = 'one');
          insert as system new Log__c(Name = 'two', Note__c = 'note', Open__c = 'open');
          Assert.areEqual('note', [SELECT Note__c FROM Log__c WHERE Name = 'two' WITH USER_MODE].Note__c, 'readable');
          try { insert as user new Log__c(Name = 'three', Note__c = 'written'); Assert.fail('editable'); }
          catch (DmlException expected) { Assert.isTrue(expected.getMessage().contains('Note__c'), expected.getMessage()); }
          try { List<Log__c> rows = [SELECT Open__c FROM Log__c WITH USER_MODE]; Assert.fail('readable'); }
          catch (QueryException expected) { Assert.isTrue(expected.getMessage().contains('Open__c'), expected.getMessage()); }
          try { update as user [SELECT Id FROM Log__c WITH USER_MODE]; Assert.fail('updateable'); }
          catch (SecurityException expected) { Assert.isTrue(expected.getMessage().contains('Log__c'), expected.getMessage()); }
          try { List<Account> rows = [SELECT Id FROM Account WITH USER_MODE]; Assert.fail('object'); }
          catch (QueryException expected) { Assert.isTrue(expected.getMessage().contains('Account'), expected.getMessage()); }
        }
      }
    }`,
  };
  const org = new TestOrg(files);
  assert.deepEqual(
    org.test('ClerksTest').map(({ outcome, message }) => [outcome, message]),
    [['passed', null]],
  );
  org.close();
});
