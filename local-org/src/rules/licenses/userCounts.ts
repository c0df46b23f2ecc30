import type { KeptTable } from '../../store/KeptTables.ts';
import type { Store } from '../../store/Store.ts';
import { FEATURE_LICENSES } from './featureLicenses.ts';

const TABLE = 'local_user_count';

/** Which users hold a license: by a row of this object. */
const HELD_BY_ROWS = [
  {
    ...{ object: 'PermissionSetLicenseAssign', user: 'AssigneeId', relationship: 'Assignee' },
    ...{ license: 'PermissionSetLicenseId', licenseObject: 'PermissionSetLicense' },
  },
  {
    ...{ object: 'UserPackageLicense', user: 'UserId', relationship: 'User' },
    ...{ license: 'PackageLicenseId', licenseObject: 'PackageLicense' },
  },
] as const;

/**
 * How many active and how many inactive users there are for a profile, a permission set license, a package license (by Id) and
 * a feature license (by its field on User): a seat check costs the same in an org of any size.
 */
export function userCounts(store: Store): KeptTable {
  const columns = store.layout('User').columns;
  const features = FEATURE_LICENSES.map(({ field }) => field).filter((field) => columns.has(field));
  const watched = ['IsActive', 'ProfileId', ...features];
  const isChanged = watched.map((field) => `old."${field}" IS NOT new."${field}"`).join(' OR ');
  const triggers: Record<string, string> = {
    'User/insert': `AFTER INSERT ON "User" BEGIN ${ofUser('new', 1, features)} END`,
    'User/delete': `AFTER DELETE ON "User" BEGIN ${ofUser('old', -1, features)} END`,
    'User/update': `AFTER UPDATE OF ${watched.map((field) => `"${field}"`).join(', ')} ON "User" WHEN ${isChanged} BEGIN
      ${ofUser('old', -1, features)} ${ofUser('new', 1, features)} END`,
  };
  for (const { object, user, license } of HELD_BY_ROWS) {
    const add = (row: 'new' | 'old', sign: 1 | -1) =>
      upsert(`SELECT ${row}."${license}", ${sign} * u."IsActive", ${sign} * (1 - u."IsActive") FROM "User" u
        WHERE u."Id" = ${row}."${user}" AND ${row}."${license}" IS NOT NULL`);
    triggers[`${object}/insert`] = `AFTER INSERT ON "${object}" BEGIN ${add('new', 1)} END`;
    triggers[`${object}/delete`] = `AFTER DELETE ON "${object}" BEGIN ${add('old', -1)} END`;
    triggers[`${object}/update`] = `AFTER UPDATE OF "${user}", "${license}" ON "${object}" BEGIN
      ${add('old', -1)} ${add('new', 1)} END`;
  }
  return {
    name: TABLE,
    objects: ['User', ...HELD_BY_ROWS.map(({ object }) => object)],
    create: `CREATE TABLE "${TABLE}" ("Key" TEXT PRIMARY KEY, "Active" INTEGER NOT NULL, "Inactive" INTEGER NOT NULL)`,
    clear: `DELETE FROM "${TABLE}"`,
    fill: fillSql(features),
    triggers,
  };
}

/** Lets queries ask how many active or inactive users hold each license. */
export function registerUserCounts(store: Store): void {
  for (const { object, relationship, license, licenseObject } of HELD_BY_ROWS) {
    store.registerKeptCount(object, {
      group: license,
      flag: [relationship, 'IsActive'],
      sql: `SELECT c."Key" AS key, c."Active" AS checked, c."Inactive" AS unchecked
        FROM "${licenseObject}" l JOIN "${TABLE}" c ON c."Key" = l."Id"`,
    });
  }
}

/** The sum of the active users of all profiles of a user license. */
export function activeUsersOfLicense(licenseId: string): string {
  return `COALESCE((SELECT SUM(c."Active") FROM "Profile" p JOIN "${TABLE}" c ON c."Key" = p."Id"
    WHERE p."UserLicenseId" = ${licenseId}), 0)`;
}

/** Active users, and where the condition holds inactive ones too. */
export function usersOf(key: string, countsInactive: string): string {
  return `COALESCE((SELECT c."Active" + CASE WHEN ${countsInactive} THEN c."Inactive" ELSE 0 END
    FROM "${TABLE}" c WHERE c."Key" = ${key}), 0)`;
}

/** What one user adds: to the profile, to the features, and to the licenses that rows give to the user. */
function ofUser(row: 'new' | 'old', sign: 1 | -1, features: readonly string[]): string {
  const keys = [
    `SELECT ${row}."ProfileId" AS key WHERE ${row}."ProfileId" IS NOT NULL`,
    ...features.map((field) => `SELECT '${field}' WHERE ${row}."${field}" = 1`),
    ...HELD_BY_ROWS.map(
      ({ object, user, license }) =>
        `SELECT x."${license}" FROM "${object}" x WHERE x."${user}" = ${row}."Id" AND x."${license}" IS NOT NULL`,
    ),
  ].join(' UNION ALL ');
  return upsert(`SELECT key, ${sign} * ${row}."IsActive", ${sign} * (1 - ${row}."IsActive") FROM (${keys}) WHERE TRUE`);
}

function upsert(select: string): string {
  return `INSERT INTO "${TABLE}" ${select} ON CONFLICT ("Key") DO UPDATE
    SET "Active" = "Active" + excluded."Active", "Inactive" = "Inactive" + excluded."Inactive";`;
}

function fillSql(features: readonly string[]): string[] {
  // One pass over the users for all features.
  const sums = features.map(
    (field, index) =>
      `SUM("${field}" = 1 AND "IsActive" = 1) AS a${index}, SUM("${field}" = 1 AND "IsActive" = 0) AS i${index}`,
  );
  const rows = features.map(
    (field, index) => `SELECT '${field}', a${index}, i${index} FROM s WHERE a${index} + i${index} > 0`,
  );
  return [
    `INSERT INTO "${TABLE}" SELECT "ProfileId", SUM("IsActive"), SUM(1 - "IsActive") FROM "User"
      WHERE "ProfileId" IS NOT NULL GROUP BY "ProfileId"`,
    `WITH s AS MATERIALIZED (SELECT ${sums.join(', ')} FROM "User") INSERT INTO "${TABLE}" ${rows.join(' UNION ALL ')}`,
    ...HELD_BY_ROWS.map(
      ({ object, user, license }) =>
        `INSERT INTO "${TABLE}" SELECT x."${license}", SUM(u."IsActive"), SUM(1 - u."IsActive")
          FROM "${object}" x JOIN "User" u ON u."Id" = x."${user}" WHERE x."${license}" IS NOT NULL GROUP BY x."${license}"`,
    ),
  ];
}
