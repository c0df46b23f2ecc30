import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Clock } from '../../src/org/Clock.ts';
import { prepareOrgRules } from '../../src/rules/index.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import { Store } from '../../src/store/Store.ts';

const PROFILES = ['00e000000000001AAA', '00e000000000002AAA'];
const LICENSES = ['0PL000000000001AAA', '0PL000000000002AAA'];
const PACKAGES = ['050000000000001AAA'];
const FLAGS = ['UserPermissionsMarketingUser', 'UserPermissionsSupportUser'] as const;

const userRow = fc.record({
  IsActive: fc.boolean(),
  ProfileId: fc.constantFrom(...PROFILES, null),
  UserPermissionsMarketingUser: fc.boolean(),
  UserPermissionsSupportUser: fc.boolean(),
});
const step = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), row: userRow }),
  fc.record({ kind: fc.constant('update' as const), at: fc.nat(9), row: userRow }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(9) }),
  fc.record({ kind: fc.constant('give' as const), at: fc.nat(9), license: fc.constantFrom(...LICENSES, ...PACKAGES) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(9), license: fc.constantFrom(...LICENSES) }),
  fc.record({ kind: fc.constant('take' as const), at: fc.nat(9) }),
  fc.record({ kind: fc.constant('bulk' as const), row: userRow }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What the triggers should have counted, by looking at every row. */
const RECOUNT = [
  'SELECT "ProfileId" AS k, SUM("IsActive") AS a, SUM(1 - "IsActive") AS i FROM "User" WHERE "ProfileId" IS NOT NULL GROUP BY 1',
  ...FLAGS.map(
    (flag) =>
      `SELECT '${flag}', SUM("IsActive"), SUM(1 - "IsActive") FROM "User" WHERE "${flag}" = 1 HAVING COUNT(*) > 0`,
  ),
  ...[
    ['PermissionSetLicenseAssign', 'AssigneeId', 'PermissionSetLicenseId'],
    ['UserPackageLicense', 'UserId', 'PackageLicenseId'],
  ].map(
    ([object, user, license]) => `SELECT x."${license}", SUM(u."IsActive"), SUM(1 - u."IsActive") FROM "${object}" x
      JOIN "User" u ON u."Id" = x."${user}" GROUP BY 1`,
  ),
].join(' UNION ALL ');

test('the counts of users always agree with the rows, whatever changes them', () => {
  const schema = createSchema();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.nat(25), (steps, undoneFrom) => {
      const clock = new Clock();
      const store = new Store({ file: ':memory:', schema, clock });
      prepareOrgRules({ store, schema, clock });
      try {
        steps.slice(0, undoneFrom).forEach((one, index) => take(store, one, index));
        agree(store);
        const savepoint = store.savepoint();
        steps.slice(undoneFrom).forEach((one, index) => take(store, one, undoneFrom + index));
        agree(store);
        savepoint.rollback();
        savepoint.release();
        agree(store);
      } finally {
        store.close();
      }
    }),
    { numRuns: 60 },
  );
});

function agree(store: Store): void {
  const expected = store.rawQuery(`SELECT k, a, i FROM (${RECOUNT}) WHERE a + i > 0 ORDER BY k`);
  const kept = store.rawQuery(
    'SELECT "Key" AS k, "Active" AS a, "Inactive" AS i FROM "local_user_count" WHERE "Active" <> 0 OR "Inactive" <> 0 ORDER BY k',
  );
  assert.deepEqual(kept, expected);
}

function take(store: Store, one: Step, index: number): void {
  const pick = (object: string, at: number): string | null => {
    const rows = store.rawQuery(`SELECT "Id" AS id FROM "${object}" ORDER BY "Id"`);
    return rows.length === 0 ? null : String(rows[at % rows.length]?.id);
  };
  const userId = 'at' in one ? pick('User', one.at) : null;
  const insert = (row: Record<string, string | boolean | null>) =>
    store.insertRow('User', { ...row, LastName: 'x', Username: `u${index}@example.com` });
  switch (one.kind) {
    case 'insert':
      insert(one.row);
      return;
    case 'bulk':
      store.withoutIndexes(['User', 'UserPackageLicense'], () => insert(one.row));
      return;
    case 'update':
      if (userId) store.updateRow('User', userId, one.row);
      return;
    case 'delete':
      if (userId) store.deleteRow('User', userId);
      return;
    case 'give':
      if (userId && one.license.startsWith('050'))
        store.insertRow('UserPackageLicense', { UserId: userId, PackageLicenseId: one.license });
      else if (userId)
        store.insertRow('PermissionSetLicenseAssign', { AssigneeId: userId, PermissionSetLicenseId: one.license });
      return;
    case 'move': {
      const id = pick('PermissionSetLicenseAssign', one.at);
      if (id)
        store.updateRow('PermissionSetLicenseAssign', id, { AssigneeId: userId, PermissionSetLicenseId: one.license });
      return;
    }
    case 'take': {
      const id = pick('PermissionSetLicenseAssign', one.at);
      if (id) store.deleteRow('PermissionSetLicenseAssign', id);
    }
  }
}
