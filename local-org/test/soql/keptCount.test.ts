import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { LocalOrg } from '../../src/org/LocalOrg.ts';
import { ProductOrg } from '../product/histories/ProductOrg.ts';

const product = new ProductOrg();
after(() => product.close());
const { store } = (product as unknown as { host: { org: LocalOrg } }).host.org;

const HOLDERS = [
  { object: 'UserPackageLicense', user: 'User', group: 'PackageLicenseId' },
  { object: 'PermissionSetLicenseAssign', user: 'Assignee', group: 'PermissionSetLicenseId' },
] as const;

type Holder = (typeof HOLDERS)[number];

/** By group; with another condition, which holds always, rows have to be counted. */
function counts({ object, user, group }: Holder, isActive: boolean, more = ''): string[] {
  const soql = `SELECT COUNT(Id) n, ${group} FROM ${object} WHERE ${user}.IsActive = ${isActive}${more} GROUP BY ${group}`;
  return product
    .query(soql)
    .map((row) => `${String(row[group])} ${String(row.n)}`)
    .sort();
}

function counted(holder: Holder, isActive: boolean): string[] {
  return counts(holder, isActive, ' AND Id != null');
}

describe('counts that the store keeps', () => {
  it('are what counting the rows gives, also after users were deactivated and rows deleted', () => {
    for (const holder of HOLDERS) {
      const before = counts(holder, false);
      assert.ok(before.length > 0, `no inactive user in ${holder.object}`);
      assert.deepEqual(before, counted(holder, false));
      assert.deepEqual(counts(holder, true), counted(holder, true));
      const column = `${holder.user}Id`;
      const [active, other] = store.rawQuery(
        `SELECT x."Id" AS row, u."Id" AS user FROM "${holder.object}" x JOIN "User" u ON u."Id" = x."${column}"
          WHERE u."IsActive" = 1`,
      );
      store.updateRow('User', String(active?.user), { IsActive: false });
      store.deleteRow(holder.object, String(other?.row));
      assert.notDeepEqual(counts(holder, false), before);
      assert.deepEqual(counts(holder, false), counted(holder, false));
      assert.deepEqual(counts(holder, true), counted(holder, true));
    }
  });

  it('are read where nothing else is asked, and nowhere else', () => {
    const [holder] = HOLDERS;
    const before = counted(holder, false);
    store.rawRun('UPDATE "local_user_count" SET "Inactive" = "Inactive" + 1000000');
    assert.notDeepEqual(counts(holder, false), before, 'the rows were counted');
    for (const [clause, soql] of [
      ['HAVING', 'GROUP BY PackageLicenseId HAVING COUNT(Id) > 1'],
      ['ORDER BY', 'GROUP BY PackageLicenseId ORDER BY COUNT(Id)'],
      ['LIMIT', 'GROUP BY PackageLicenseId LIMIT 1'],
      ['another group', 'GROUP BY UserId'],
    ] as const) {
      const rows = product.query(`SELECT COUNT(Id) n FROM UserPackageLicense WHERE User.IsActive = false ${soql}`);
      assert.ok(
        rows.every(({ n }) => Number(n) < 1_000_000),
        clause,
      );
    }
  });
});
