import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testClass, TestOrg } from '../org/TestOrg.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const THING = `<CustomObject ${NAMESPACE}><deploymentStatus>Deployed</deploymentStatus><label>Thing</label><pluralLabel>Things</pluralLabel>
  <nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>
  <fields><fullName>Key__c</fullName><label>Key</label><type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique></fields>
  <fields><fullName>Amount__c</fullName><label>Amount</label><type>Number</type><precision>10</precision><scale>2</scale></fields>
  <fields><fullName>Kind__c</fullName><label>Kind</label><type>Text</type><length>20</length></fields>
  <fields><fullName>Parent__c</fullName><label>Parent</label><type>Lookup</type><referenceTo>Thing__c</referenceTo>
    <relationshipName>Kids</relationshipName><relationshipLabel>Kids</relationshipLabel></fields></CustomObject>`;

const PART = `<CustomObject ${NAMESPACE}><deploymentStatus>Deployed</deploymentStatus><label>Part</label><pluralLabel>Parts</pluralLabel>
  <nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>
  <fields><fullName>Thing__c</fullName><label>Thing</label><type>Lookup</type><deleteConstraint>Cascade</deleteConstraint><referenceTo>Thing__c</referenceTo>
    <relationshipName>Parts</relationshipName><relationshipLabel>Parts</relationshipLabel></fields></CustomObject>`;

const MEMBERS = `
  static void things() {
    insert as system new List<Thing__c>{
      new Thing__c(Name = 'b', Key__c = 'k1', Amount__c = 1, Kind__c = 'x'), new Thing__c(Name = 'a', Key__c = 'k2', Kind__c = 'x'),
      new Thing__c(Name = 'ä', Key__c = 'k3', Amount__c = 3, Kind__c = 'y'), new Thing__c(Name = 'Z', Key__c = 'k4', Amount__c = 2)
    };
  }
  static String keys(List<Thing__c> rows) {
    String keys = '';
    for (Thing__c row : rows) keys += row.Key__c;
    return keys;
  }
  static User reader() {
    User reader = new User(LastName = 'Reader', Alias = 'reader', Email = 'r@example.com', Username = 'r@example.com.queries',
      TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8',
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Read Only' WITH SYSTEM_MODE].Id);
    System.runAs(new User(Id = UserInfo.getUserId())) { insert as system reader; }
    return reader;
  }
  static void refused(Thing__c thing, String message) {
    Database.SaveResult result = Database.insert(thing, false, AccessLevel.SYSTEM_MODE);
    Assert.areEqual(message, result.getErrors()[0].getMessage());
    Assert.areEqual(StatusCode.INVALID_FIELD, result.getErrors()[0].getStatusCode());
  }
  static List<Object> ask(String text, Map<String, Object> binds) {
    return Database.queryWithBinds(text, binds, AccessLevel.SYSTEM_MODE);
  }`;

const CASES: Readonly<Record<string, string>> = {
  emptyValues: `things();
    Assert.areEqual('k2k1k4k3', keys([SELECT Key__c FROM Thing__c WITH SYSTEM_MODE ORDER BY Amount__c]), 'first');
    Assert.areEqual('k1k4k3k2', keys([SELECT Key__c FROM Thing__c WITH SYSTEM_MODE ORDER BY Amount__c NULLS LAST]), 'last');
    Assert.areEqual('k3k4k1k2', keys([SELECT Key__c FROM Thing__c WITH SYSTEM_MODE ORDER BY Amount__c DESC NULLS LAST]), 'down');
    Assert.areEqual('k2k3k4k1', keys([SELECT Key__c FROM Thing__c WITH SYSTEM_MODE ORDER BY Amount__c DESC NULLS FIRST]), 'up');`,
  locale: `things();
    Assert.areEqual('k2k3k1k4', keys([SELECT Key__c FROM Thing__c WITH SYSTEM_MODE ORDER BY Name]), 'as in a dictionary');
    User swede = [SELECT Id, LocaleSidKey FROM User WHERE Id = :UserInfo.getUserId() WITH SYSTEM_MODE];
    swede.LocaleSidKey = 'sv_SE';
    System.runAs(new User(Id = UserInfo.getUserId())) { update as system swede; }
    Assert.areEqual('k2k1k4k3', keys([SELECT Key__c FROM Thing__c WITH SYSTEM_MODE ORDER BY Name]), 'ä comes after z in Swedish');`,
  locks: `things();
    Assert.areEqual(4, [SELECT Id FROM Thing__c WITH SYSTEM_MODE FOR UPDATE].size(), 'locked');`,
  recycleBin: `things();
    List<Thing__c> gone = [SELECT Id FROM Thing__c WHERE Key__c IN ('k1', 'k2') WITH SYSTEM_MODE];
    delete as system gone;
    Assert.areEqual(2, [SELECT COUNT() FROM Thing__c WITH SYSTEM_MODE], 'deleted');
    Assert.areEqual(4, [SELECT COUNT() FROM Thing__c WITH SYSTEM_MODE ALL ROWS], 'with those in the bin');
    List<Thing__c> found = [SELECT Id, Key__c, IsDeleted FROM Thing__c WHERE IsDeleted = TRUE WITH SYSTEM_MODE ORDER BY Key__c ALL ROWS];
    Assert.areEqual('k1k2', keys(found), 'those in the bin');
    undelete as system found;
    Assert.areEqual(4, [SELECT COUNT() FROM Thing__c WHERE IsDeleted = FALSE WITH SYSTEM_MODE], 'back');
    Database.UndeleteResult again = Database.undelete(gone[0], false, AccessLevel.SYSTEM_MODE);
    Assert.areEqual(StatusCode.UNDELETE_FAILED, again.getErrors()[0].getStatusCode(), 'not in the bin');`,
  lookupsOfDeleted: `Thing__c parent = new Thing__c(Name = 'parent', Key__c = 'p'); insert as system parent;
    insert as system new Thing__c(Name = 'kid', Key__c = 'kid', Parent__c = parent.Id);
    delete as system parent;
    Assert.isNull([SELECT Parent__c FROM Thing__c WHERE Key__c = 'kid' WITH SYSTEM_MODE].Parent__c, 'cleared');
    undelete as system parent;
    Assert.areEqual(parent.Id, [SELECT Parent__c FROM Thing__c WHERE Key__c = 'kid' WITH SYSTEM_MODE].Parent__c, 'restored');`,
  dependentsOfDeleted: `Thing__c parent = new Thing__c(Name = 'parent', Key__c = 'p'); insert as system parent;
    Part__c part = new Part__c(Thing__c = parent.Id); insert as system part;
    Thing__c other = new Thing__c(Name = 'other', Key__c = 'o'); insert as system other;
    Thing__c kid = new Thing__c(Name = 'kid', Key__c = 'kid', Parent__c = parent.Id); insert as system kid;
    delete as system parent;
    Assert.areEqual(0, [SELECT COUNT() FROM Part__c WITH SYSTEM_MODE], 'goes along');
    kid.Parent__c = other.Id; update as system kid;
    undelete as system parent;
    Assert.areEqual(parent.Id, [SELECT Thing__c FROM Part__c WITH SYSTEM_MODE].Thing__c, 'comes back');
    Assert.areEqual(other.Id, [SELECT Parent__c FROM Thing__c WHERE Key__c = 'kid' WITH SYSTEM_MODE].Parent__c, 'set anew');`,
  parentsByKey: `things();
    Thing__c kid = new Thing__c(Name = 'kid', Key__c = 'kid', Parent__r = new Thing__c(Key__c = 'K2'));
    insert as system kid;
    Assert.areEqual('a', [SELECT Parent__r.Name FROM Thing__c WHERE Key__c = 'kid' WITH SYSTEM_MODE].Parent__r.Name, 'insert');
    update as system new Thing__c(Id = kid.Id, Parent__r = new Thing__c(Key__c = 'k4'));
    Thing__c read = [SELECT Parent__r.Name, Parent__r.Key__c FROM Thing__c WHERE Id = :kid.Id WITH SYSTEM_MODE];
    Assert.areEqual('Z', read.Parent__r.Name, 'update');
    update as system read;
    refused(new Thing__c(Parent__r = new Thing__c(Key__c = 'gone')), 'Foreign key external ID: gone not found for field Key__c in entity Thing__c');
    refused(new Thing__c(Parent__r = new Thing__c(Key__c = 'k2', Name = 'a')), 'More than 1 field provided in an external foreign key reference in entity: Thing__c');
    refused(new Thing__c(Parent__r = new Thing__c(Kind__c = 'x')), 'Field name provided, Kind__c does not match an External ID, Salesforce Id, or indexed field for Thing__c');
    try { insert as user new Thing__c(Name = 'secret', Parent__r = new Thing__c(Key__c = 'k2')); Assert.fail('no access to the field'); }
    catch (DmlException expected) { Assert.isTrue(expected.getDmlFieldNames(0).contains('Parent__c'), expected.getMessage()); }`,
  emptiedBin: `things();
    Part__c part = new Part__c(Thing__c = [SELECT Id FROM Thing__c WHERE Key__c = 'k1' WITH SYSTEM_MODE].Id); insert as system part;
    List<Thing__c> gone = [SELECT Id FROM Thing__c WHERE Key__c IN ('k1', 'k2') WITH SYSTEM_MODE ORDER BY Key__c];
    delete as system gone;
    Integer before = Limits.getDmlStatements();
    List<Database.EmptyRecycleBinResult> results = Database.emptyRecycleBin(new List<Thing__c>{ gone[0] });
    Assert.isTrue(results[0].isSuccess(), 'emptied'); Assert.areEqual(gone[0].Id, results[0].getId(), 'id');
    Assert.areEqual(before + 1, Limits.getDmlStatements(), 'one statement');
    Assert.areEqual(3, [SELECT COUNT() FROM Thing__c WITH SYSTEM_MODE ALL ROWS], 'for good');
    Assert.areEqual(0, [SELECT COUNT() FROM Part__c WITH SYSTEM_MODE ALL ROWS], 'with what went along');
    Assert.isFalse(Database.emptyRecycleBin(gone[0]).isSuccess(), 'not there any more');
    Thing__c alive = [SELECT Id FROM Thing__c WHERE Key__c = 'k3' WITH SYSTEM_MODE];
    Assert.isFalse(Database.emptyRecycleBin(new List<Id>{ alive.Id })[0].isSuccess(), 'not deleted');
    System.runAs(reader()) { Assert.isFalse(Database.emptyRecycleBin(gone[1]).isSuccess(), 'of somebody else'); }
    Database.UndeleteResult again = Database.undelete(gone[0], false, AccessLevel.SYSTEM_MODE);
    Assert.isFalse(again.isSuccess(), 'gone');`,
  describedFields: `Map<String, SObjectField> fields = Thing__c.SObjectType.getDescribe().fields.getMap();
    Assert.areEqual(SoapType.DOUBLE, fields.get('Amount__c').getDescribe().getSoapType(), 'number');
    Assert.areEqual(SoapType.ID, fields.get('Parent__c').getDescribe().getSoapType(), 'lookup');
    Assert.areEqual(SoapType.STRING, fields.get('Key__c').getDescribe().getSoapType(), 'text');
    Assert.areEqual(Schema.SoapType.BOOLEAN, fields.get('IsDeleted').getDescribe().getSoapType(), 'checkbox');
    Assert.areEqual(Schema.SoapType.DATETIME, fields.get('CreatedDate').getDescribe().getSoapType(), 'moment');
    Assert.isFalse(fields.get('Key__c').getDescribe().isEncrypted(), 'plain');`,
  upsertByKey: `things();
    List<Thing__c> rows = new List<Thing__c>{ new Thing__c(Key__c = 'K1', Name = 'changed'), new Thing__c(Key__c = 'new', Name = 'made') };
    List<Database.UpsertResult> results = Database.upsert(rows, Thing__c.Key__c, true, AccessLevel.SYSTEM_MODE);
    Assert.isFalse(results[0].isCreated(), 'found without regard to case'); Assert.isTrue(results[1].isCreated(), 'made');
    Assert.areEqual('changed', [SELECT Name FROM Thing__c WHERE Key__c = 'k1' WITH SYSTEM_MODE].Name, 'changed');
    upsert as system new Thing__c(Key__c = 'kid', Name = 'kid', Parent__r = new Thing__c(Key__c = 'k2')) Key__c;
    Assert.areEqual('a', [SELECT Parent__r.Name FROM Thing__c WHERE Key__c = 'kid' WITH SYSTEM_MODE].Parent__r.Name, 'parent by key');
    try { upsert as system new Thing__c(Name = 'no key') Key__c; Assert.fail('no key'); }
    catch (DmlException expected) { Assert.areEqual(StatusCode.MISSING_ARGUMENT, expected.getDmlType(0), 'no key'); }
    try { upsert as system new List<Thing__c>{ new Thing__c(Key__c = 'd'), new Thing__c(Key__c = 'D') } Key__c; Assert.fail('twice'); }
    catch (DmlException expected) { Assert.areEqual(StatusCode.DUPLICATE_VALUE, expected.getDmlType(0), 'twice'); }`,
  locators: `things();
    Database.QueryLocator locator = Database.getQueryLocator('SELECT Id FROM Thing__c', AccessLevel.SYSTEM_MODE);
    Integer count = 0;
    Database.QueryLocatorIterator rows = locator.iterator();
    while (rows.hasNext()) { rows.next(); count++; }
    Assert.areEqual(4, count, 'rows'); Assert.areEqual('SELECT Id FROM Thing__c', locator.getQuery(), 'text');
    try { Database.getQueryLocator('SELECT Kind__c, COUNT(Id) FROM Thing__c GROUP BY Kind__c', AccessLevel.SYSTEM_MODE); Assert.fail('text'); }
    catch (QueryException expected) { Assert.isTrue(expected.getMessage().contains('Aggregate'), expected.getMessage()); }
    try { Database.getQueryLocator([SELECT Kind__c, COUNT(Id) FROM Thing__c WITH SYSTEM_MODE GROUP BY Kind__c]); Assert.fail('inline'); }
    catch (QueryException expected) { Assert.isTrue(expected.getMessage().contains('Aggregate'), expected.getMessage()); }`,
  binds: `things();
    Map<String, Object> binds = new Map<String, Object>{ 'KEYS' => new Set<String>{ 'k1', 'k3' }, 'least' => 2 };
    Assert.areEqual(1, ask('SELECT Id FROM Thing__c WHERE Key__c IN :keys AND Amount__c > :least', binds).size(), 'names ignore case');
    Assert.areEqual(2, ask('SELECT Id FROM Thing__c LIMIT :least', binds).size(), 'limit');
    Assert.areEqual(2, Database.countQueryWithBinds('SELECT COUNT() FROM Thing__c WHERE Key__c IN :keys', binds, AccessLevel.SYSTEM_MODE), 'count');
    try { ask('SELECT Id FROM Thing__c WHERE Key__c = :missing', binds); Assert.fail('missing'); }
    catch (QueryException expected) { Assert.areEqual('Key \\u0027missing\\u0027 does not exist in the bindMap', expected.getMessage()); }
    String key = 'k2';
    Assert.areEqual(1, Database.query('SELECT Id FROM Thing__c WHERE Key__c = :key', AccessLevel.SYSTEM_MODE).size(), 'variable');`,
  dynamicRows: `things();
    Thing__c one = Database.query('SELECT Id, Name FROM Thing__c WHERE Key__c = \\u0027k1\\u0027', AccessLevel.SYSTEM_MODE);
    Assert.areEqual('b', one.Name, 'the only row');
    SObject record = Database.queryWithBinds('SELECT Id FROM Thing__c WHERE Key__c = :key', new Map<String, Object>{ 'key' => 'k2' }, AccessLevel.SYSTEM_MODE);
    Assert.areEqual(Thing__c.SObjectType, record.getSObjectType(), 'of any object');
    List<AggregateResult> groups = Database.query('SELECT Kind__c, COUNT(Id) n FROM Thing__c GROUP BY Kind__c', AccessLevel.SYSTEM_MODE);
    Assert.areEqual(3, groups.size(), 'groups');
    AggregateResult all = [SELECT COUNT(Id) n FROM Thing__c WITH SYSTEM_MODE];
    Assert.areEqual(4, all.get('n'), 'the only row of an inline query');
    try { one = Database.query('SELECT Id FROM Thing__c', AccessLevel.SYSTEM_MODE); Assert.fail('many rows'); }
    catch (QueryException expected) { Assert.areEqual('List has more than 1 row for assignment to SObject', expected.getMessage()); }
    try { one = Database.query('SELECT Id FROM User LIMIT 1', AccessLevel.SYSTEM_MODE); Assert.fail('another object'); }
    catch (TypeException expected) { Assert.areEqual('Invalid conversion from runtime type SObject:User to SObject:Thing__c', expected.getMessage()); }`,
  inaccessible: `try { List<Thing__c> rows = [SELECT Name, Key__c FROM Thing__c WHERE Amount__c = 1 WITH USER_MODE]; Assert.fail('no access'); }
    catch (QueryException expected) {
      Map<String, Set<String>> fields = expected.getInaccessibleFields();
      Assert.areEqual(new Set<String>{ 'Thing__c' }, fields.keySet(), 'objects');
      Assert.areEqual(new Set<String>{ 'Key__c', 'Amount__c' }, fields.get('Thing__c'), 'fields');
    }
    try { Database.query('SELECT Id FROM Nothing__c'); Assert.fail('no object'); }
    catch (QueryException expected) { Assert.areEqual(0, expected.getInaccessibleFields().size(), 'none'); }`,
  qualifiedChildren: `Thing__c parent = new Thing__c(Name = 'parent', Key__c = 'p'); insert as system parent;
    insert as system new Thing__c(Name = 'kid', Key__c = 'kid', Parent__c = parent.Id);
    Thing__c read = [SELECT Id, (SELECT Key__c FROM Thing__c.Kids__r) FROM Thing__c WHERE Key__c = 'p' WITH SYSTEM_MODE];
    Assert.areEqual('kid', read.Kids__r[0].Key__c, 'child');
    try { Database.query('SELECT Id, (SELECT Id FROM Account.Kids__r) FROM Thing__c'); Assert.fail('not its child'); }
    catch (QueryException expected) { Assert.isTrue(expected.getMessage().contains('Account.Kids__r'), expected.getMessage()); }`,
  groupsThatHave: `things();
    List<AggregateResult> rows = [SELECT Kind__c kind, COUNT(Id) n, SUM(Amount__c) total FROM Thing__c WITH SYSTEM_MODE
      GROUP BY Kind__c HAVING COUNT(Id) > 1 AND Kind__c != null];
    Assert.areEqual(1, rows.size(), 'groups'); Assert.areEqual('x', rows[0].get('kind'), 'kind');
    Assert.areEqual(2, rows[0].get('n'), 'count'); Assert.areEqual(1, rows[0].get('total'), 'nulls are left out of a sum');`,
  polymorphic: `things();
    Group queue = new Group(Name = 'Things', DeveloperName = 'Things', Type = 'Queue');
    System.runAs(new User(Id = UserInfo.getUserId())) {
      insert as system queue;
      insert as system new QueueSobject(QueueId = queue.Id, SobjectType = 'Thing__c');
      insert as system new GroupMember(GroupId = queue.Id, UserOrGroupId = UserInfo.getUserId());
    }
    Thing__c owned = [SELECT Id, OwnerId FROM Thing__c WHERE Key__c = 'k1' WITH SYSTEM_MODE];
    owned.OwnerId = queue.Id;
    update as system owned;
    Thing__c read = [SELECT Owner.Name, Owner.Type FROM Thing__c WHERE Owner.Type = 'Group' WITH SYSTEM_MODE];
    Assert.areEqual('Group: Things', read.Owner.Type + ': ' + read.Owner.Name, 'owner');
    Assert.areEqual(3, [SELECT COUNT() FROM Thing__c WHERE OwnerId IN (SELECT Id FROM User) WITH SYSTEM_MODE], 'owned by users');
    Assert.areEqual(1, [SELECT COUNT() FROM Thing__c WHERE OwnerId IN (SELECT Id FROM Group WHERE Type = 'Queue') WITH SYSTEM_MODE], 'by queues');
    Assert.areEqual(1, [SELECT COUNT() FROM GroupMember WHERE UserOrGroupId IN (SELECT Id FROM User WHERE IsActive = TRUE) WITH SYSTEM_MODE], 'members');
    Assert.areEqual(0, [SELECT COUNT() FROM GroupMember WHERE UserOrGroupId IN (SELECT Id FROM Group) WITH SYSTEM_MODE], 'groups in groups');
    Assert.areEqual(UserInfo.getName(), [SELECT UserOrGroup.Name FROM GroupMember WITH SYSTEM_MODE].UserOrGroup.Name, 'member');
    Assert.areEqual(0, [SELECT COUNT() FROM Task WHERE What.Type IN ('Account', 'Opportunity') WITH SYSTEM_MODE], 'what');`,
};

test('queries from Apex give what Salesforce gives', () => {
  const org = new TestOrg({
    'objects/Thing__c': THING,
    'objects/Part__c': PART,
    ...testClass('QueriesTest', CASES, MEMBERS),
  });
  assert.deepEqual(
    org.test('QueriesTest').flatMap(({ method, outcome, message }) => (outcome === 'passed' ? [] : [method, message])),
    [],
  );
  org.close();
});
