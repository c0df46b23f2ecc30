import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventObject, testClass, TestOrg, type Files } from '../org/TestOrg.ts';

/** A subscriber that notes what it gets as the account that the text of the event asks for. */
const BUS: Files = {
  'objects/After__e': eventObject('PublishAfterCommit'),
  'objects/Now__e': eventObject('PublishImmediately'),
  'AfterSubscriber.trigger': `trigger AfterSubscriber on After__e (after insert) { Subscriber.handle('after', Trigger.new.size()); for (After__e e : Trigger.new) Subscriber.one(e.Text__c, e.ReplayId); }`,
  'NowSubscriber.trigger': `trigger NowSubscriber on Now__e (after insert) { Subscriber.handle('now', Trigger.new.size()); }`,
  Subscriber: `public without sharing class Subscriber {
    public static void handle(String kind, Integer size) {
        insert as system new Account(Name = kind + size + ' ' + UserInfo.getUserType() + ' ' + EventBus.TriggerContext.currentContext().retries);
    }
    public static void one(String text, String replayId) {
        EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
        if (text == 'checkpoint') context.setResumeCheckpoint(replayId);
        if (text == 'retry while blocked' && [SELECT COUNT() FROM Account WHERE Name = 'blocked' WITH SYSTEM_MODE] > 0) throw new EventBus.RetryableException('blocked');
        if (text == 'retry') throw new EventBus.RetryableException('again');
        if (text == 'retry twice' && context.retries < 2) throw new EventBus.RetryableException('again ' + context.lastError);
        if (text == 'fail') throw new IllegalArgumentException('failed');
    }
}`,
};

/** A subscriber that publishes what it subscribes to. */
const LOOP: Files = {
  'objects/Loop__e': eventObject('PublishAfterCommit'),
  'LoopSubscriber.trigger':
    'trigger LoopSubscriber on Loop__e (after insert) { EventBus.publishWithAccessLevel(new Loop__e(), AccessLevel.SYSTEM_MODE); }',
};

const names = (org: TestOrg): unknown[] =>
  org.query('SELECT "Name" FROM "Account" ORDER BY "Id"').map((row) => row.Name);
const publish = (...texts: string[]): string =>
  `EventBus.publish(new List<After__e>{ ${texts.map((text) => `new After__e(Text__c = '${text}')`).join(', ')} });`;
const subscriber = (org: TestOrg): unknown[] => {
  const [row] = org.query(`SELECT * FROM "EventBusSubscriber" WHERE "Name" = 'AfterSubscriber'`);
  return [row?.Status, row?.Retries, row?.LastError];
};

describe('platform events of a running org', () => {
  it('reach their subscribers after the commit, together, as Automated Process', () => {
    const org = new TestOrg(BUS);
    org.execute(publish('a', 'b'));
    assert.deepEqual(names(org), []);
    org.work();
    assert.deepEqual(names(org), ['after2 AutomatedProcess 0']);
    assert.deepEqual(subscriber(org), ['Running', 0, null]);
    org.close();
  });

  it('vanish with a rollback, unless they are published immediately', () => {
    const org = new TestOrg(BUS);
    const both = `${publish('a')} EventBus.publish(new Now__e(Text__c = 'now'));`;
    assert.throws(() => org.execute(`${both} Integer zero = 0; zero = 1 / zero;`), /Divide by 0/);
    org.work();
    assert.deepEqual(names(org), ['now1 AutomatedProcess 0']);
    org.execute(`Savepoint before = Database.setSavepoint(); ${both} Database.rollback(before);`);
    org.work();
    assert.deepEqual(names(org), ['now1 AutomatedProcess 0', 'now1 AutomatedProcess 0']);
    org.close();
  });

  it('are not published when they do not fit', () => {
    const org = new TestOrg(BUS);
    org.execute(`Database.SaveResult result = EventBus.publish(new After__e(Text__c = 'x'.repeat(101)));
      Assert.isFalse(result.isSuccess()); Assert.areEqual(StatusCode.STRING_TOO_LONG, result.getErrors()[0].getStatusCode());`);
    org.work();
    assert.deepEqual(names(org), []);
    org.close();
  });

  it('come again after a RetryableException, and what failed is rolled back', () => {
    const org = new TestOrg(BUS);
    org.execute(publish('retry twice'));
    org.work();
    assert.deepEqual(names(org), ['after1 AutomatedProcess 2']);
    assert.deepEqual(subscriber(org), ['Running', 0, null]);
    org.close();
  });

  it('stop a subscriber after nine retries', () => {
    const org = new TestOrg(BUS);
    org.execute(publish('retry'));
    org.work();
    assert.deepEqual(subscriber(org), ['Error', 9, 'again']);
    org.execute(publish('fine'));
    org.work();
    assert.deepEqual(names(org), []);
    org.close();
  });

  it('wait for a stopped subscriber that is resumed where it left off, and not for one resumed from the tip', () => {
    const org = new TestOrg(BUS);
    org.execute(publish('before'));
    org.work();
    org.execute(publish('retry'));
    org.work();
    org.execute(publish('meanwhile'));
    org.work();
    assert.deepEqual(names(org), ['after1 AutomatedProcess 0']);

    org.org.events.resume(org.org, 'AfterSubscriber', 'leftOff');
    org.work();
    assert.deepEqual(subscriber(org), ['Error', 9, 'again'], 'The cause is still there.');
    assert.throws(() => org.org.events.resume(org.org, 'NowSubscriber', 'leftOff'), /NowSubscriber has not stopped/);
    assert.throws(() => org.org.events.resume(org.org, 'Nobody', 'tip'), /No trigger with the name Nobody/);

    org.org.events.resume(org.org, 'AfterSubscriber', 'tip');
    org.work();
    assert.deepEqual(subscriber(org), ['Running', 0, null]);
    assert.deepEqual(names(org), ['after1 AutomatedProcess 0']);
    org.execute(publish('new'));
    org.work();
    assert.deepEqual(names(org), ['after1 AutomatedProcess 0', 'after1 AutomatedProcess 0']);
    org.close();
  });

  it('come once to a subscriber that is resumed after its cause is gone', () => {
    const org = new TestOrg(BUS);
    org.execute(publish('retry while blocked'));
    org.execute(`insert as system new Account(Name = 'blocked');`);
    org.work();
    org.execute(publish('meanwhile'));
    org.work();
    assert.deepEqual(subscriber(org), ['Error', 9, 'blocked']);
    org.execute(`update as system new Account(Id = [SELECT Id FROM Account WITH SYSTEM_MODE].Id, Name = 'free');`);

    org.org.events.resume(org.org, 'AfterSubscriber', 'leftOff');
    org.work();
    assert.deepEqual(names(org), ['free', 'after2 AutomatedProcess 0']);
    assert.deepEqual(subscriber(org), ['Running', 0, null]);
    org.close();
  });

  it('do not reach a trigger that is switched off, and it is no subscriber', () => {
    const org = new TestOrg({
      ...BUS,
      'AfterSubscriber.trigger': `// Inactive\n${BUS['AfterSubscriber.trigger'] ?? ''}`,
    });
    org.execute(publish('a'));
    org.work();
    assert.deepEqual(names(org), []);
    assert.deepEqual(subscriber(org), [undefined, undefined, undefined]);
    const triggers = org.query('SELECT "Name", "Status", "TableEnumOrId" FROM "ApexTrigger" ORDER BY "Name"');
    assert.deepEqual(
      triggers.map((row) => ({ ...row })),
      [
        { Name: 'AfterSubscriber', Status: 'Inactive', TableEnumOrId: 'After__e' },
        { Name: 'NowSubscriber', Status: 'Active', TableEnumOrId: 'Now__e' },
      ],
    );
    org.close();
  });

  it('are lost when a subscriber throws anything else', () => {
    const org = new TestOrg(BUS);
    org.execute(publish('fail'));
    org.work();
    org.execute(publish('fine'));
    org.work();
    assert.deepEqual(names(org), ['after1 AutomatedProcess 0']);
    assert.match(org.log.join(), /AfterSubscriber failed: System.IllegalArgumentException: failed/);
    org.close();
  });

  it('come again from the checkpoint on', () => {
    const org = new TestOrg(BUS);
    org.execute(publish('a', 'checkpoint', 'b', 'c'));
    org.work();
    assert.deepEqual(names(org), ['after4 AutomatedProcess 0', 'after2 AutomatedProcess 0']);
    org.execute(publish('checkpoint', 'retry twice'));
    org.work();
    assert.deepEqual(names(org).slice(2), ['after1 AutomatedProcess 2']);
    org.close();
  });

  it('count as DML statements, immediate ones apart', () => {
    const org = new TestOrg(BUS);
    org.execute(`${publish('a', 'b')} Assert.areEqual(1, Limits.getDmlStatements()); Assert.areEqual(0, Limits.getPublishImmediateDML());
      EventBus.publish(new Now__e()); Assert.areEqual(1, Limits.getDmlStatements()); Assert.areEqual(1, Limits.getPublishImmediateDML());`);
    assert.throws(
      () => org.execute(`for (Integer i = 0; i < 151; i++) EventBus.publish(new Now__e());`),
      /LimitException: .*: 151/,
    );
    org.close();
  });
});

describe('subscribers that feed themselves', () => {
  it('do not hold up a running org', () => {
    const org = new TestOrg(LOOP);
    org.execute('EventBus.publish(new Loop__e());');
    for (let round = 0; round < 5; round++) org.org.events.deliver(org.org, false);
    assert.equal(org.org.events.hasPending, true);
    org.close();
  });
});

describe('platform events in tests', () => {
  it('wait for deliver or stopTest; each delivery is one attempt', () => {
    const count = `[SELECT COUNT() FROM Account]`;
    const state = `[SELECT Status, Retries, LastError, Topic, Type FROM EventBusSubscriber WHERE Name = 'AfterSubscriber']`;
    const org = new TestOrg({
      ...BUS,
      ...LOOP,
      ...testClass('BusTest', {
        deliver: `${publish('a')} Assert.areEqual(0, ${count}); Test.getEventBus().deliver(); Assert.areEqual(1, ${count});`,
        stop: `Test.startTest(); ${publish('a')} Test.stopTest(); Assert.areEqual(1, ${count});`,
        fail: `${publish('a')} Test.getEventBus().fail(); Test.getEventBus().deliver(); Assert.areEqual(0, ${count});`,
        retries: `${publish('retry twice')}
          Test.getEventBus().deliver(); Assert.areEqual(1, ${state}.Retries); Assert.areEqual('again null', ${state}.LastError); Assert.areEqual(0, ${count});
          Test.getEventBus().deliver(); Assert.areEqual(2, ${state}.Retries); Assert.areEqual(0, ${count});
          Test.getEventBus().deliver(); Assert.areEqual(0, ${state}.Retries); Assert.areEqual(1, ${count});`,
        error: `${publish('retry')} for (Integer i = 0; i < 10; i++) Test.getEventBus().deliver();
          Assert.areEqual('Error', ${state}.Status); Assert.areEqual('After__e', ${state}.Topic); Assert.areEqual('ApexTrigger', ${state}.Type);`,
        afterError: `Assert.areEqual('Running', ${state}.Status); ${publish('a')} Test.getEventBus().deliver(); Assert.areEqual(1, ${count});`,
        immediate: `Savepoint before = Database.setSavepoint(); EventBus.publish(new Now__e()); Database.rollback(before);
          Test.getEventBus().deliver(); Assert.areEqual(1, ${count});`,
        loop: `EventBus.publish(new Loop__e()); Test.getEventBus().deliver();`,
        undelivered: `${publish('a')}`,
        contextOutside: `try { EventBus.TriggerContext.currentContext(); Assert.fail('no exception'); } catch (UnexpectedException e) { Assert.isNotNull(e.getMessage()); }`,
      }),
    });
    assert.deepEqual(
      org
        .test('BusTest')
        .flatMap(({ method, message }) => (message === null ? [] : [`${method}: ${message.split('\n')[0]}`])),
      ['loop: System.LimitException: Maximum trigger depth exceeded by platform events'],
    );
    org.close();
  });
});

describe('the right to publish', () => {
  const files: Files = {
    'objects/After__e': eventObject('PublishAfterCommit'),
    'permissionsets/Publisher': `<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Publisher</label>
      <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead>
      <modifyAllRecords>false</modifyAllRecords><object>After__e</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>`,
    ...testClass(
      'RightTest',
      {
        refused: `System.runAs(reader()) {
          Database.SaveResult result = EventBus.publish(new After__e(Text__c = 'a'));
          Assert.isFalse(result.isSuccess(), 'no create access');
          Assert.areEqual('Access to entity After__e denied', result.getErrors()[0].getMessage().remove('\\''));
          List<Database.SaveResult> results = EventBus.publish(new List<After__e>{ new After__e() });
          Assert.isFalse(results[0].isSuccess(), 'no create access');
          Assert.isFalse(EventBus.publishWithAccessLevel(new After__e(), AccessLevel.USER_MODE).isSuccess(), 'user mode');
        }`,
        ofTheSystem: `System.runAs(reader()) {
          Assert.isTrue(EventBus.publishWithAccessLevel(new After__e(), AccessLevel.SYSTEM_MODE).isSuccess(), 'system mode');
          Assert.isTrue(EventBus.publishWithAccessLevel(new List<After__e>{ new After__e() }, AccessLevel.SYSTEM_MODE)[0].isSuccess(), 'system mode');
        }`,
        granted: `User publisher = reader();
          insert as system new PermissionSetAssignment(AssigneeId = publisher.Id,
            PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Publisher' WITH SYSTEM_MODE].Id);
          System.runAs(publisher) { Assert.isTrue(EventBus.publish(new After__e()).isSuccess(), 'create access'); }`,
        wrong: `try { EventBus.publishWithAccessLevel(new After__e(), null); Assert.fail('no level'); } catch (NullPointerException expected) { }
          try { EventBus.publish(new Account()); Assert.fail('no event'); } catch (UnexpectedException expected) { }`,
      },
      `static User reader() {
        User reader = new User(LastName = 'Reader', Alias = 'reader', Email = 'r@example.com', Username = 'r@example.com.local',
          TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8',
          ProfileId = [SELECT Id FROM Profile WHERE Name = 'Read Only' WITH SYSTEM_MODE].Id);
        insert as system reader;
        return reader;
      }`,
    ),
  };
  const outcomes = (org: TestOrg): unknown[] => org.test('RightTest').map(({ method, outcome }) => [method, outcome]);
  const PASSED = ['refused', 'ofTheSystem', 'granted', 'wrong'].map((name) => [name, 'passed']);

  it('is asked from API 67 on, unless the system publishes', () => {
    const org = new TestOrg(files);
    assert.deepEqual(outcomes(org), PASSED);
    org.org.behavior.publishNeedsCreateAccess = false;
    assert.deepEqual(outcomes(org)[0], ['refused', 'failed'], 'the switch takes the other reading');
    org.close();
  });

  it('is not asked of classes before API 67', () => {
    const org = new TestOrg(files, { apiVersion: 66 });
    assert.deepEqual(outcomes(org)[0], ['refused', 'failed']);
    org.close();
  });
});
