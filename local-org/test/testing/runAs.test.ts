import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testClass, TestOrg } from '../org/TestOrg.ts';

const USER = `static User make() {
    User one = new User(LastName = 'Test', Alias = 'test', Email = 't@example.com', Username = 'runas@example.com.test',
        ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id, TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US',
        LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
    insert one;
    return one;
}
static Integer seen = 0;`;

describe('System.runAs', () => {
  it('changes the user, its rights and its side of mixed DML, and nothing else', () => {
    const org = new TestOrg(
      testClass(
        'RunAsTest',
        {
          user: `User one = make(); Id before = UserInfo.getUserId();
            System.runAs(one) { Assert.areEqual(one.Id, UserInfo.getUserId()); } Assert.areEqual(before, UserInfo.getUserId());`,
          afterException: `User one = make(); Id before = UserInfo.getUserId();
            try { System.runAs(one) { throw new IllegalArgumentException('x'); } } catch (IllegalArgumentException e) { seen++; }
            Assert.areEqual(1, seen); Assert.areEqual(before, UserInfo.getUserId());`,
          statics: `seen = 1; System.runAs(make()) { seen++; } Assert.areEqual(2, seen);`,
          countsAsDml: `User one = make(); Integer before = Limits.getDmlStatements(); System.runAs(one) {} Assert.areEqual(before + 1, Limits.getDmlStatements());`,
          mixedDml: `User one = make(); insert new Account(Name = 'a');
            System.runAs(new User(Id = UserInfo.getUserId())) { update new User(Id = one.Id, IsActive = false); }
            insert new Account(Name = 'b'); Assert.areEqual(2, [SELECT COUNT() FROM Account]);`,
          mixedDmlWithout: `User one = make(); insert new Account(Name = 'a');
            try { update new User(Id = one.Id, IsActive = false); Assert.fail('no exception'); }
            catch (DmlException e) { Assert.areEqual(StatusCode.MIXED_DML_OPERATION, e.getDmlType(0)); }`,
          rights: `User one = make(); System.runAs(one) {
              try { update as user new User(Id = UserInfo.getUserId(), ProfileId = [SELECT Id FROM Profile WHERE Name = 'System Administrator' WITH SYSTEM_MODE].Id); Assert.fail('no exception'); }
              catch (SecurityException e) { seen++; } } Assert.areEqual(1, seen);`,
          unsaved: `try { System.runAs(new User()) {} Assert.fail('no exception'); } catch (IllegalArgumentException e) { seen++; } Assert.areEqual(1, seen);`,
        },
        USER,
      ),
    );
    assert.deepEqual(
      org.test('RunAsTest').flatMap(({ method, message }) => (message === null ? [] : [`${method}: ${message}`])),
      [],
    );
    org.close();
  });
});
