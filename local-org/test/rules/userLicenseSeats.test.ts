import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOf, errorsOf, RulesOrg } from './support/RulesOrg.ts';

const FULL = 'LICENSE_LIMIT_EXCEEDED: License Limit Exceeded';

test('only the surplus rows of an activation fail, in the order of the rows', () => {
  const org = new RulesOrg();
  org.setSeats('Salesforce', 3); // one is the administrator's
  const users = [1, 2, 3].map(() => org.user({ IsActive: false }));

  const results = org.dml(
    'update',
    'User',
    users.map((Id) => ({ Id, IsActive: true })),
  );

  assert.deepEqual(errorsOf(results), [null, null, FULL]);
  assert.deepEqual(
    users.map((id) => org.store.getRow('User', id)?.IsActive),
    [true, true, false],
  );
});

test('a row that fails anyway takes no seat', () => {
  const org = new RulesOrg();
  org.setSeats('Salesforce', 2);
  const [first, second] = [org.user({ IsActive: false }), org.user({ IsActive: false })];

  const results = org.dml('update', 'User', [
    { Id: first, IsActive: true, Username: 'not an address' },
    { Id: second, IsActive: true },
  ]);

  assert.deepEqual(codesOf(results), ['INVALID_EMAIL_ADDRESS', null]);
});

test('inserting an active user takes a seat, an inactive one none', () => {
  const org = new RulesOrg();
  org.setSeats('Salesforce', 1);

  const results = org.dml('insert', 'User', [org.newUser(), org.newUser({ IsActive: false })]);

  assert.deepEqual(errorsOf(results), [FULL, null]);
});

test('a license that is disabled has no seats', () => {
  const org = new RulesOrg();
  const id = org.user({ IsActive: false, ProfileId: org.profile('Identity User') });

  assert.deepEqual(errorsOf(org.dml('update', 'User', [{ Id: id, IsActive: true }])), [FULL]);
});

test('an over-allocated license stays closed when one seat is freed', () => {
  const org = new RulesOrg();
  org.setSeats('Salesforce', 2);
  const [leaving, , returning] = [org.user(), org.user(), org.user({ IsActive: false })];

  org.update('User', { Id: leaving, IsActive: false });

  assert.equal(org.rules.licenses.remaining('UserLicense', org.idOf('UserLicense', { Name: 'Salesforce' })), 0);
  assert.deepEqual(errorsOf(org.dml('update', 'User', [{ Id: returning, IsActive: true }])), [FULL]);
});

test('a freed seat serves the next transaction, not the same one', () => {
  const org = new RulesOrg();
  org.setSeats('Salesforce', 2);
  const [leaving, returning] = [org.user(), org.user({ IsActive: false })];

  org.transaction(() => {
    assert.deepEqual(errorsOf(org.dmlInside('update', 'User', [{ Id: leaving, IsActive: false }])), [null]);
    assert.deepEqual(errorsOf(org.dmlInside('update', 'User', [{ Id: returning, IsActive: true }])), [FULL]);
  });
  assert.deepEqual(errorsOf(org.dml('update', 'User', [{ Id: returning, IsActive: true }])), [null]);

  const swapped = org.dml('update', 'User', [
    { Id: returning, IsActive: false },
    { Id: leaving, IsActive: true },
  ]);
  assert.deepEqual(errorsOf(swapped), [null, FULL]);
});

test('with the switch a freed seat serves the same statement', () => {
  const org = new RulesOrg();
  org.rules.behavior.freedSeatsServeSameTransaction = true;
  org.setSeats('Salesforce', 2);
  const [leaving, returning] = [org.user(), org.user({ IsActive: false })];

  org.transaction(() => {
    org.dmlInside('update', 'User', [{ Id: leaving, IsActive: false }]);
    assert.deepEqual(errorsOf(org.dmlInside('update', 'User', [{ Id: returning, IsActive: true }])), [null]);
  });
});

test('a change of profile moves the seat of an active user between licenses', () => {
  const org = new RulesOrg();
  const platform = org.profile('Standard Platform User');
  org.setSeats('Salesforce Platform', 1);
  const [first, second, inactive] = [org.user(), org.user(), org.user({ IsActive: false })];

  const results = org.dml(
    'update',
    'User',
    [first, second, inactive].map((Id) => ({ Id, ProfileId: platform })),
  );

  assert.deepEqual(errorsOf(results), [null, FULL, null]);
  assert.equal(org.store.getRow('User', first)?.ProfileId, platform);
});

test('inside System.runAs of a test licenses are not counted', () => {
  const org = new RulesOrg();
  org.setSeats('Salesforce', 1);
  const id = org.user({ IsActive: false });

  org.transaction((transaction) => {
    transaction.ignoresLicenseLimits = true;
    assert.deepEqual(errorsOf(org.dmlInside('update', 'User', [{ Id: id, IsActive: true }])), [null]);
  });
});

test('a feature license checkbox takes a seat of its own with the same code', () => {
  const org = new RulesOrg(); // two seats of each feature license
  const users = [1, 2, 3].map(() => org.user());

  const results = org.dml(
    'update',
    'User',
    users.map((Id) => ({ Id, UserPermissionsKnowledgeUser: true })),
  );

  assert.deepEqual(errorsOf(results), [null, null, FULL]);
});

test('activation needs the feature seats again that deactivation freed', () => {
  const org = new RulesOrg();
  org.user({ UserPermissionsKnowledgeUser: true });
  org.user({ UserPermissionsKnowledgeUser: true });
  const away = org.user({ UserPermissionsKnowledgeUser: true, IsActive: false });
  org.setSeats('Salesforce', 20);

  assert.deepEqual(errorsOf(org.dml('update', 'User', [{ Id: away, IsActive: true }])), [FULL]);
  assert.deepEqual(
    errorsOf(org.dml('update', 'User', [{ Id: away, IsActive: true, UserPermissionsKnowledgeUser: false }])),
    [null],
  );
});

test('UsedLicenses counts active users, with an offset where a real org reports another number', () => {
  const org = new RulesOrg();
  const license = org.idOf('UserLicense', { Name: 'Salesforce' });
  org.user();
  org.user({ IsActive: false });
  assert.equal(org.store.getRow('UserLicense', license)?.UsedLicenses, 2);

  org.rules.licenses.matchUsed('UserLicense', license, 17);
  assert.equal(org.store.getRow('UserLicense', license)?.UsedLicenses, 17);
  org.user();
  assert.equal(org.store.getRow('UserLicense', license)?.UsedLicenses, 18);
});

test('cached counts lag until they are refreshed, seat checks do not', () => {
  const org = new RulesOrg();
  org.rules.behavior.licenseCountsAreCached = true;
  const license = org.idOf('UserLicense', { Name: 'Salesforce' });
  org.rules.licenses.refreshCache(5_000);
  org.setSeats('Salesforce', 2);
  org.user();

  assert.equal(org.store.getRow('UserLicense', license)?.UsedLicenses, 1);
  assert.equal(org.store.getRow('UserLicense', license)?.UsedLicensesLastUpdated, 5_000);
  assert.deepEqual(errorsOf(org.dml('insert', 'User', [org.newUser()])), [FULL]);
  org.rules.licenses.refreshCache(9_000);
  assert.equal(org.store.getRow('UserLicense', license)?.UsedLicenses, 2);
});
