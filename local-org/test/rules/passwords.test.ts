import assert from 'node:assert/strict';
import { test } from 'node:test';
import { types } from '../../src/platform/setup/index.ts';
import type { ResetPasswordResultValue } from '../../src/platform/setup/ResetPasswordResult.ts';
import { RulesOrg, thrownBy } from './support/RulesOrg.ts';

function resetPassword(userId: string, sendUserEmail: boolean): ResetPasswordResultValue {
  const id = 'System.System#resetPassword(Id,Boolean)';
  const implementation = types.map((type) => type.implementations.get(id)).find((found) => found !== undefined);
  assert.ok(implementation);
  return implementation(userId, sendUserEmail) as ResetPasswordResultValue;
}

test('a reset mails a link without the password, counts as DML and is audited', () => {
  const org = new RulesOrg();
  const user = org.user({ FirstName: 'Ada', LastName: 'Lovelace', Email: 'ada@test.example' });

  const password = org.transaction((transaction) => {
    const result = resetPassword(user, true);
    assert.equal(transaction.limits.get('DmlStatements'), 1);
    return result.password;
  });

  const [mail, ...others] = org.rules.mail.list();
  assert.equal(others.length, 0);
  assert.deepEqual(mail?.to, ['ada@test.example']);
  assert.match(mail?.body ?? '', /Ada Lovelace[^]*https:\/\/\S+/);
  assert.ok(password.length >= 8 && !(mail?.body ?? '').includes(password));
  assert.deepEqual(org.trail(), [['resetpassword', 'Reset password for user Ada Lovelace']]);
});

test('without sendUserEmail nothing is mailed, and tests mail nothing at all', () => {
  const org = new RulesOrg();
  const user = org.user();
  org.transaction(() => resetPassword(user, false));
  org.transaction(() => resetPassword(user, true), { isTest: true });
  assert.deepEqual(org.rules.mail.list(), []);
});

test('a mail cannot be called back: it is there after the transaction failed', () => {
  const org = new RulesOrg();
  const user = org.user();
  assert.throws(() =>
    org.transaction(() => {
      resetPassword(user, true);
      throw new Error('something else failed');
    }),
  );
  assert.equal(org.rules.mail.list().length, 1);
  assert.deepEqual(org.trail(), [], 'the audit trail is rolled back');
  org.rules.mail.clear();
  assert.deepEqual(org.rules.mail.list(), []);
});

test('inactive users, users of single sign-on and callers without the permission are refused', () => {
  const org = new RulesOrg();
  const sso = org.store.insertRow('Profile', {
    Name: 'SSO',
    IsSsoEnabled: true,
    UserType: 'Standard',
    UserLicenseId: org.idOf('UserLicense', { Name: 'Salesforce' }),
  });
  const [active, inactive, single] = [org.user(), org.user({ IsActive: false }), org.user({ ProfileId: sso })];
  const thrown = (target: string, userId = org.admin) =>
    thrownBy(() => org.transaction(() => resetPassword(target, true), { userId })).type;

  assert.equal(thrown(inactive), 'System.InvalidParameterValueException');
  assert.equal(thrown(single), 'System.InvalidParameterValueException');
  assert.equal(thrown(org.seeded.automatedProcessUserId), 'System.InvalidParameterValueException');
  assert.equal(thrown(active, active), 'System.NoAccessException');
  assert.deepEqual(org.rules.mail.list(), []);
});
