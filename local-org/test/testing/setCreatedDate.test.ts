import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testClass, TestOrg } from '../org/TestOrg.ts';

const HELPERS = `static Integer refused = 0;
static Account make() { Account one = new Account(Name = 'One'); insert one; return one; }
static void refuse(Id recordId, Datetime at) {
    try { Test.setCreatedDate(recordId, at); Assert.fail('no exception'); }
    catch (Exception refusal) { refused++; }
}`;

describe('Test.setCreatedDate', () => {
  it('dates back what the test inserted, also twice, and nothing else', () => {
    const org = new TestOrg(
      testClass(
        'DatedTest',
        {
          datesBack: `Account one = make(); Datetime old = Datetime.newInstanceGmt(2020, 2, 3);
            Test.setCreatedDate(one.Id, old); Test.setCreatedDate(one.Id, old.addDays(1));
            Assert.areEqual(old.addDays(1), [SELECT CreatedDate FROM Account WHERE Id = :one.Id].CreatedDate);
            Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE CreatedDate < 2020-02-05T00:00:00Z]);`,
          refuses: `refuse(null, Datetime.now()); refuse(make().Id, null); refuse(UserInfo.getUserId(), Datetime.now());
            refuse(Id.valueOf('001000000000999'), Datetime.now()); Assert.areEqual(4, refused);`,
        },
        HELPERS,
      ),
    );
    assert.deepEqual(
      org.test('DatedTest').flatMap(({ method, message }) => (message === null ? [] : [`${method}: ${message}`])),
      [],
    );
    org.close();
  });
});
