import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LARGE, seedSample } from '../../src/seed/sample.ts';
import { prepareOrgRules } from '../../src/rules/index.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import { Store } from '../../src/store/Store.ts';
import { Clock } from '../../src/org/Clock.ts';

/** The large org at a tenth of its size: shares do not depend on the size. */
test('the large org has the shape of the real one: assignments, groups, fields', () => {
  const schema = createSchema();
  const clock = new Clock();
  const store = new Store({ file: ':memory:', schema, clock });
  const { licenses } = prepareOrgRules({ store, schema, clock });
  seedSample({ store, schema, clock, licenses }, { ...LARGE, scale: (LARGE.scale ?? 0) / 10 });
  const count = (sql: string) => Number(store.rawQuery(`SELECT COUNT(*) AS n FROM ${sql}`)[0]?.n);
  const users = count('"User"');
  const assignments = count('"PermissionSetAssignment"');
  const near = (actual: number, expected: number, tolerance: number) =>
    assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
  near(users * 10, 109_880, 200);
  near(assignments / users, 295_620 / 109_880, 0.08);
  near(count('"PermissionSetAssignment" WHERE "PermissionSetGroupId" IS NOT NULL') / assignments, 0.131, 0.01);
  for (const [field, share] of [
    ['FederationIdentifier', 0.687],
    ['LastLoginDate', 0.673],
    ['UserRoleId', 0.761],
    ['ContactId', 0.482],
    ['EmployeeNumber', 0.221],
    ['ManagerId', 0.058],
  ] as const)
    near(count(`"User" WHERE "${field}" IS NOT NULL`) / users, share, 0.02);
  const twice = `(SELECT 1 FROM "PermissionSetAssignment" WHERE "PermissionSetGroupId" IS NOT NULL
    GROUP BY "AssigneeId", "PermissionSetGroupId" HAVING COUNT(*) > 1)`;
  assert.equal(count(twice), 0);
  store.close();
});
