import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOf, RulesOrg } from './support/RulesOrg.ts';

test('freezing and unfreezing write the audit trail without an Id', () => {
  const org = new RulesOrg();
  const id = org.user({ FirstName: 'Ada', LastName: 'Lovelace' });
  const login = org.idOf('UserLogin', { UserId: id });

  org.update('UserLogin', { Id: login, IsFrozen: true });
  org.update('UserLogin', { Id: login, IsFrozen: false });

  assert.deepEqual(org.trail(), [
    ['frozeuser', 'Froze user account for Ada Lovelace'],
    ['unfrozeuser', 'Unfroze user account for Ada Lovelace'],
  ]);
});

test('nobody freezes themselves', () => {
  const org = new RulesOrg();
  const login = org.idOf('UserLogin', { UserId: org.admin });
  assert.deepEqual(codesOf(org.dml('update', 'UserLogin', [{ Id: login, IsFrozen: true }])), ['CANNOT_FREEZE_SELF']);
});

test('a password can be unlocked but not locked', () => {
  const org = new RulesOrg();
  const id = org.user({ Username: 'ada@test.example', NumberOfFailedLogins: 10 });
  const login = org.idOf('UserLogin', { UserId: id });
  assert.deepEqual(codesOf(org.dml('update', 'UserLogin', [{ Id: login, IsPasswordLocked: true }])), [
    'CANNOT_PASSWORD_LOCKOUT',
  ]);

  org.store.updateRow('UserLogin', login, { IsPasswordLocked: true });
  org.update('UserLogin', { Id: login, IsPasswordLocked: false });

  assert.deepEqual(org.trail(), [['unlockeduser', `Unlocked user ada@test.example (UserID: [${id.slice(0, 15)}])`]]);
  assert.equal(org.store.getRow('User', id)?.NumberOfFailedLogins, 0);
});

test('logins are neither created nor deleted', () => {
  const org = new RulesOrg();
  const login = org.idOf('UserLogin', { UserId: org.admin });
  assert.throws(
    () => org.dml('insert', 'UserLogin', [{ UserId: org.admin }]),
    /DML operation INSERT not allowed on UserLogin/,
  );
  assert.throws(() => org.dml('delete', 'UserLogin', [{ Id: login }]), /DML operation DELETE not allowed on UserLogin/);
});
