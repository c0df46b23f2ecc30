import type { Store } from '../../store/Store.ts';
import { activeUsersOfLicense, usersOf } from './userCounts.ts';

/** A count that an SQL alias of a license table makes: the same text serves queries and seat checks. */
type CountSql = (alias: string) => string;

const OFFSET: CountSql = (alias) =>
  `COALESCE((SELECT "BaseOffset" FROM "local_license_count" WHERE "LicenseId" = ${alias}."Id"), 0)`;

const USER_LICENSE: CountSql = (alias) => `${activeUsersOfLicense(`${alias}."Id"`)} + ${OFFSET(alias)}`;

/** KB 000394412: since 2024 these permission set licenses are free again when their user is deactivated. */
const FREED_BY_DEACTIVATION = ['CPQ', 'Billing', 'Advanced Approvals'];

const PERMISSION_SET_LICENSE: CountSql = (alias) => {
  const isHeld = FREED_BY_DEACTIVATION.map((word) => `${alias}."MasterLabel" NOT LIKE '%${word}%'`).join(' AND ');
  const inactive = `org_behavior('inactiveUsersHoldPermissionSetLicenses') = 1 AND ${isHeld}`;
  return `${usersOf(`${alias}."Id"`, inactive)} + ${OFFSET(alias)}`;
};

const PACKAGE_LICENSE: CountSql = (alias) =>
  `${usersOf(`${alias}."Id"`, `org_behavior('inactiveUsersHoldPackageLicenses') = 1`)} + ${OFFSET(alias)}`;

const COUNTS = {
  UserLicense: USER_LICENSE,
  PermissionSetLicense: PERMISSION_SET_LICENSE,
  PackageLicense: PACKAGE_LICENSE,
} as const satisfies Record<string, CountSql>;

export type LicenseObject = keyof typeof COUNTS;

/** Seats of every kind of license: what queries show as UsedLicenses, and what is really left. */
export class LicenseCounts {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** Makes UsedLicenses and UsedLicensesLastUpdated of the license objects computed fields. */
  registerDerivedFields(): void {
    for (const [object, live] of Object.entries(COUNTS)) {
      this.store.registerDerivedField(
        object,
        'UsedLicenses',
        (alias) => `(CASE WHEN org_behavior('licenseCountsAreCached') = 1
          THEN COALESCE((SELECT "CachedUsed" FROM "local_license_count" WHERE "LicenseId" = ${alias}."Id"), 0) ELSE ${live(alias)} END)`,
      );
    }
    this.store.registerDerivedField(
      'UserLicense',
      'UsedLicensesLastUpdated',
      (alias) => `(CASE WHEN org_behavior('licenseCountsAreCached') = 1
        THEN (SELECT "CachedAt" FROM "local_license_count" WHERE "LicenseId" = ${alias}."Id") ELSE org_transaction_start() END)`,
    );
  }

  /** Seats in use now, not as cached. */
  used(object: LicenseObject, licenseId: string): number {
    const [row] = this.store.rawQuery(
      `SELECT ${COUNTS[object]('l')} AS used FROM "${object}" l WHERE l."Id" = ?`,
      licenseId,
    );
    return Number(row?.used ?? 0);
  }

  /**
   * Seats left; 0 for a license that is not active, Infinity for a package license of a whole site (-1). What an import did
   * not tell, status or total, refuses nobody: it is null.
   */
  remaining(object: LicenseObject, licenseId: string): number {
    const license = this.store.getRow(object, licenseId);
    if (!license) return 0;
    const isPackage = object === 'PackageLicense';
    const isUsable = isPackage
      ? license.Status !== 'Expired'
      : [null, 'Active'].includes(license.Status as string | null);
    if (!isUsable) return 0;
    const total = isPackage ? license.AllowedLicenses : license.TotalLicenses;
    if (total === null) return Number.MAX_SAFE_INTEGER;
    return total === -1 ? Infinity : Number(total) - this.used(object, licenseId);
  }

  /** Seats left of a feature license; a feature that the org never bought has none. */
  remainingOfFeature(field: string, countInactive: boolean): number {
    const [license] = this.store.rawQuery(
      'SELECT "Total" AS total FROM "local_feature_license" WHERE "Field" = ?',
      field,
    );
    const [used] = this.store.rawQuery(`SELECT ${usersOf('?', countInactive ? 'TRUE' : 'FALSE')} AS used`, field);
    return Number(license?.total ?? 0) - Number(used?.used ?? 0);
  }

  setFeatureSeats(field: string, label: string, total: number): void {
    this.store.rawRun(
      'INSERT OR REPLACE INTO "local_feature_license" ("Field", "Label", "Total") VALUES (?, ?, ?)',
      field,
      label,
      total,
    );
  }

  /** Lets UsedLicenses of a license be a number that a real org reported, whatever our rows count to. */
  matchUsed(object: LicenseObject, licenseId: string, used: number): void {
    this.write(licenseId, 'BaseOffset', used - this.used(object, licenseId) + this.offset(licenseId));
  }

  /** Brings cached counts up to date; only seen while the counts are cached. */
  refreshCache(now: number): void {
    for (const object of Object.keys(COUNTS) as LicenseObject[]) {
      for (const { Id } of this.store.findRows(object, {})) {
        this.write(String(Id), 'CachedUsed', this.used(object, String(Id)));
        this.write(String(Id), 'CachedAt', now);
      }
    }
  }

  private offset(licenseId: string): number {
    const [row] = this.store.rawQuery(
      'SELECT "BaseOffset" AS value FROM "local_license_count" WHERE "LicenseId" = ?',
      licenseId,
    );
    return Number(row?.value ?? 0);
  }

  private write(licenseId: string, column: 'BaseOffset' | 'CachedUsed' | 'CachedAt', value: number): void {
    this.store.rawRun(
      `INSERT INTO "local_license_count" ("LicenseId", "${column}") VALUES (?, ?)
       ON CONFLICT ("LicenseId") DO UPDATE SET "${column}" = excluded."${column}"`,
      licenseId,
      value,
    );
  }
}
