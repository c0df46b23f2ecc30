import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testClass, TestOrg } from '../org/TestOrg.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function textField(name: string): string {
  return `<fields><fullName>${name}</fullName><label>${name}</label><length>40</length><type>Text</type></fields>`;
}

const VISIT = `<CustomObject ${XMLNS}><label>Visit</label><pluralLabel>Visits</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
  <nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>${textField('Note__c')}
  <fields><fullName>Account__c</fullName><label>Account</label><referenceTo>Account</referenceTo><relationshipName>Visits</relationshipName><relationshipLabel>Visits</relationshipLabel><type>Lookup</type></fields>
</CustomObject>`;

const objectRights = (object: string, rights: string): string => {
  const names = ['allowCreate', 'allowDelete', 'allowEdit', 'allowRead'];
  const flags = names.map((name) => `<${name}>${rights.includes(name.charAt(5))}</${name}>`).join('');
  return `<objectPermissions>${flags}<modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
};
const fieldRights = (field: string, rights: string): string =>
  `<fieldPermissions><editable>${rights.includes('E')}</editable><field>${field}</field><readable>${rights.includes('R')}</readable></fieldPermissions>`;
const permissionSet = (content: string): string =>
  `<PermissionSet ${XMLNS}>${content}<label>Set</label></PermissionSet>`;

const SUPPORT = `
  static User person(String profile) {
    User person = new User(LastName = 'Person', Alias = 'person', Email = 'person@example.com',
      Username = 'p' + Crypto.getRandomInteger() + '@example.com.test', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US',
      LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8',
      ProfileId = [SELECT Id FROM Profile WHERE Name = :profile WITH SYSTEM_MODE].Id);
    insert as system person;
    return person;
  }
  static User minimal() { return person('Minimum Access - Salesforce'); }
  static void assign(User person, String name) {
    insert as system new PermissionSetAssignment(AssigneeId = person.Id,
      PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = :name WITH SYSTEM_MODE].Id);
  }
  static void assignGroup(User person, String name) {
    insert as system new PermissionSetAssignment(AssigneeId = person.Id,
      PermissionSetGroupId = [SELECT Id FROM PermissionSetGroup WHERE DeveloperName = :name WITH SYSTEM_MODE].Id);
  }
  static String failureOf(SObject record) {
    try { update as user record; return 'updated'; } catch (Exception problem) { return problem.getMessage(); }
  }`;

const org = new TestOrg({
  'objects/Account': `<CustomObject ${XMLNS}>${['Open__c', 'Seen__c', 'Secret__c'].map(textField).join('')}</CustomObject>`,
  'objects/Visit__c': VISIT,
  'permissionsets/Reader': permissionSet(
    fieldRights('Account.Open__c', 'RE') +
      fieldRights('Account.Seen__c', 'R') +
      fieldRights('Visit__c.Account__c', 'RE') +
      objectRights('Account', 'CRE') +
      objectRights('Visit__c', 'CR'),
  ),
  'permissionsets/Wide': permissionSet(
    fieldRights('Account.Open__c', 'RE') +
      fieldRights('Account.Secret__c', 'RE') +
      objectRights('Account', 'CRED') +
      '<userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions>',
  ),
  'mutingpermissionsets/Quiet': `<MutingPermissionSet ${XMLNS}>${fieldRights('Account.Secret__c', 'E')}<label>Quiet</label>
    <objectPermissions><allowCreate>false</allowCreate><allowDelete>true</allowDelete><allowEdit>false</allowEdit><allowRead>false</allowRead><modifyAllRecords>false</modifyAllRecords><object>Account</object><viewAllRecords>false</viewAllRecords></objectPermissions>
    <userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions></MutingPermissionSet>`,
  'permissionsetgroups/Muted': `<PermissionSetGroup ${XMLNS}><label>Muted</label><mutingPermissionSets>Quiet</mutingPermissionSets><permissionSets>Wide</permissionSets><status>Updated</status></PermissionSetGroup>`,
  ...testClass(
    'MutingTest',
    {
      takesAway: `
        User person = minimal();
        assignGroup(person, 'Muted');
        System.runAs(person) {
          Account one = new Account(Name = 'one', Open__c = 'a', Secret__c = 'b');
          insert as system one;
          Assert.areEqual('b', [SELECT Secret__c FROM Account WITH USER_MODE].Secret__c, 'still readable');
          Assert.areEqual('updated', failureOf(new Account(Id = one.Id, Open__c = 'c')), 'not muted');
          Assert.isTrue(failureOf(new Account(Id = one.Id, Secret__c = 'c')).contains('Secret__c'), 'muted');
          Assert.isFalse(Schema.sObjectType.Account.isDeletable(), 'muted');
          Assert.isTrue(Schema.sObjectType.Account.isUpdateable(), 'not muted');
          Assert.isFalse(Schema.sObjectType.Account.fields.Secret__c.isUpdateable(), 'muted');
          try { delete as user one; Assert.fail('muted'); }
          catch (SecurityException expected) { Assert.isTrue(expected.getMessage().contains('Account'), expected.getMessage()); }
        }`,
      notWhatASetGives: `
        User person = minimal();
        assignGroup(person, 'Muted');
        assign(person, 'Wide');
        System.runAs(person) {
          Account one = new Account(Name = 'one');
          insert as system one;
          Assert.areEqual('updated', failureOf(new Account(Id = one.Id, Secret__c = 'c')), 'by the set itself');
          delete as user one;
        }`,
    },
    SUPPORT,
  ),
  ...testClass(
    'StripTest',
    {
      readable: `
        User person = minimal();
        assign(person, 'Reader');
        System.runAs(person) {
          List<Account> rows = accounts();
          SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, rows);
          Account first = (Account) decision.getRecords()[0];
          Assert.areEqual('open', first.Open__c, 'readable');
          Assert.areEqual('seen', first.Seen__c, 'readable');
          Assert.isFalse(first.isSet('Secret__c'), 'not readable');
          try { String secret = first.Secret__c; Assert.fail('reads a field that is gone'); } catch (SObjectException expected) { Assert.isNotNull(expected, 'thrown'); }
          Assert.areEqual(rows[0].Id, first.Id, 'Id');
          Assert.areEqual(new Set<Integer>{ 0 }, decision.getModifiedIndexes(), 'the second has no secret');
          Assert.areEqual(new Map<String, Set<String>>{ 'Account' => new Set<String>{ 'Secret__c' } }, decision.getRemovedFields(), 'removed');
          Assert.areEqual('secret', rows[0].Secret__c, 'the original is as it was');
        }`,
      updatable: `
        User person = minimal();
        assign(person, 'Reader');
        System.runAs(person) {
          SObjectAccessDecision decision = Security.stripInaccessible(AccessType.UPDATABLE, accounts());
          Assert.areEqual(new Set<String>{ 'Seen__c', 'Secret__c' }, decision.getRemovedFields().get('Account'), 'removed');
          Assert.areEqual(new Set<Integer>{ 0, 1 }, decision.getModifiedIndexes(), 'both');
          update as user decision.getRecords();
        }`,
      creatable: `
        User person = minimal();
        assign(person, 'Reader');
        System.runAs(person) {
          List<Account> rows = new List<Account>{ new Account(Name = 'new', Open__c = 'open', Seen__c = 'seen') };
          SObjectAccessDecision decision = Security.stripInaccessible(AccessType.CREATABLE, rows);
          Assert.areEqual(new Set<String>{ 'Seen__c' }, decision.getRemovedFields().get('Account'), 'removed');
          insert as user decision.getRecords();
          Assert.isNull(rows[0].Id, 'copies were inserted');
        }`,
      upsertable: `
        User person = minimal();
        assign(person, 'Reader');
        System.runAs(person) {
          SObjectAccessDecision decision = Security.stripInaccessible(AccessType.UPSERTABLE,
            new List<SObject>{ new Account(Name = 'new', Open__c = 'open', Secret__c = 'secret') });
          Assert.areEqual(new Set<String>{ 'Secret__c' }, decision.getRemovedFields().get('Account'), 'removed');
          try {
            Security.stripInaccessible(AccessType.UPSERTABLE, new List<Visit__c>{ new Visit__c(Name = 'x') });
            Assert.fail('may not be edited');
          } catch (NoAccessException expected) {
            Assert.areEqual('No access to entity: Visit__c', expected.getMessage(), 'text');
          }
        }`,
      withoutTheObject: `
        System.runAs(minimal()) {
          List<Account> rows = new List<Account>{ new Account(Name = 'x', Open__c = 'y') };
          for (AccessType access : AccessType.values()) {
            try { Security.stripInaccessible(access, rows); Assert.fail('no access'); }
            catch (NoAccessException expected) { Assert.areEqual('No access to entity: Account', expected.getMessage(), 'text'); }
          }
          SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, rows, false);
          Assert.isTrue(decision.getRemovedFields().get('Account').contains('Open__c'), 'fields all the same');
        }`,
      nothingToStrip: `
        User person = minimal();
        assign(person, 'Reader');
        System.runAs(person) {
          SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, new List<Account>{ new Account(Open__c = 'x') });
          Assert.isTrue(decision.getModifiedIndexes().isEmpty() && decision.getRemovedFields().isEmpty(), 'nothing');
          Assert.areEqual('x', ((List<Account>) decision.getRecords())[0].Open__c, 'typed');
          Assert.areEqual(0, Security.stripInaccessible(AccessType.READABLE, new List<Account>()).getRecords().size(), 'empty');
        }`,
      parentsAndChildren: `
        User person = minimal();
        assign(person, 'Reader');
        System.runAs(person) {
          Id accountId = accounts()[0].Id;
          insert as system new Visit__c(Name = 'v', Note__c = 'note', Account__c = accountId);
          List<Account> parents = [SELECT Name, (SELECT Name, Note__c FROM Visits__r) FROM Account WHERE Id = :accountId WITH SYSTEM_MODE];
          SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, parents);
          Visit__c child = ((Account) decision.getRecords()[0]).Visits__r[0];
          Assert.isFalse(child.isSet('Note__c'), 'stripped');
          Assert.areEqual('v', child.Name, 'kept');
          Assert.areEqual(new Set<String>{ 'Note__c' }, decision.getRemovedFields().get('Visit__c'), 'by object');
          Assert.areEqual(new Set<Integer>{ 0 }, decision.getModifiedIndexes(), 'of the parent');
          Assert.areEqual('note', parents[0].Visits__r[0].Note__c, 'the original is as it was');
          List<Visit__c> visits = [SELECT Account__r.Open__c, Account__r.Secret__c FROM Visit__c WITH SYSTEM_MODE];
          decision = Security.stripInaccessible(AccessType.READABLE, visits);
          Account parent = ((Visit__c) decision.getRecords()[0]).Account__r;
          Assert.areEqual('open', parent.Open__c, 'kept');
          Assert.isFalse(parent.isSet('Secret__c'), 'stripped');
          Assert.areEqual('secret', visits[0].Account__r.Secret__c, 'the original is as it was');
        }`,
      ofNull: `
        try { Security.stripInaccessible(null, new List<Account>()); Assert.fail('null'); } catch (NullPointerException expected) { Assert.isNotNull(expected, 'thrown'); }
        try { Security.stripInaccessible(AccessType.READABLE, null); Assert.fail('null'); } catch (NullPointerException expected) { Assert.isNotNull(expected, 'thrown'); }`,
    },
    `${SUPPORT}
    static List<Account> accounts() {
      insert as system new List<Account>{
        new Account(Name = 'one', Open__c = 'open', Seen__c = 'seen', Secret__c = 'secret'), new Account(Name = 'two', Seen__c = 'seen') };
      return new List<Account>{
        [SELECT Name, Open__c, Seen__c, Secret__c FROM Account WHERE Name = 'one' WITH SYSTEM_MODE],
        [SELECT Name, Open__c, Seen__c FROM Account WHERE Name = 'two' WITH SYSTEM_MODE] };
    }`,
  ),
  ...testClass(
    'NestedRunAsTest',
    {
      innermostCounts: `
        User reader = minimal();
        assign(reader, 'Reader');
        User nobody = minimal();
        Id before = UserInfo.getUserId();
        System.runAs(reader) {
          Assert.isTrue(Schema.sObjectType.Account.isCreateable(), 'reader');
          System.runAs(nobody) {
            Assert.areEqual(nobody.Id, UserInfo.getUserId(), 'inside');
            Assert.isFalse(Schema.sObjectType.Account.isCreateable(), 'nobody');
            System.runAs(reader) { Assert.isTrue(Schema.sObjectType.Account.isCreateable(), 'again'); }
            Assert.areEqual(nobody.Id, UserInfo.getUserId(), 'back to nobody');
          }
          Assert.areEqual(reader.Id, UserInfo.getUserId(), 'back to the reader');
          Assert.isTrue(Schema.sObjectType.Account.isCreateable(), 'and to its rights');
        }
        Assert.areEqual(before, UserInfo.getUserId(), 'back');`,
      afterExceptions: `
        User reader = minimal();
        assign(reader, 'Reader');
        User nobody = minimal();
        System.runAs(reader) {
          try {
            System.runAs(nobody) { insert as user new Account(Name = 'x'); }
            Assert.fail('must throw');
          } catch (SecurityException expected) {
            Assert.areEqual(reader.Id, UserInfo.getUserId(), 'set back');
          }
          insert as user new Account(Name = 'x');
        }`,
      ownersAndSharing: `
        User reader = minimal();
        assign(reader, 'Reader');
        User other = minimal();
        assign(other, 'Reader');
        System.runAs(reader) {
          insert as user new Account(Name = 'of the reader');
          System.runAs(other) {
            insert as user new Account(Name = 'of the other');
            Assert.areEqual('of the other', [SELECT Name FROM Account WITH USER_MODE].Name, 'only the own');
          }
          Assert.areEqual('of the reader', [SELECT Name FROM Account WITH USER_MODE].Name, 'only the own');
        }
        Assert.areEqual(2, [SELECT COUNT() FROM Account WITH SYSTEM_MODE], 'both');`,
      eachCountsAsDml: `
        User reader = minimal();
        Integer before = Limits.getDmlStatements();
        System.runAs(reader) { System.runAs(reader) { System.runAs(reader) { Integer i = 0; } } }
        Assert.areEqual(before + 3, Limits.getDmlStatements(), 'three blocks');`,
    },
    SUPPORT,
  ),
});
after(() => org.close());

for (const name of ['MutingTest', 'StripTest', 'NestedRunAsTest']) {
  for (const { method, outcome, message } of org.test(name)) {
    test(`${name}.${method}`, () => assert.equal(outcome, 'passed', message ?? ''));
  }
}
