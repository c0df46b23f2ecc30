import { FEATURE_LICENSES } from '../../rules/licenses/featureLicenses.ts';
import type { SeedTarget } from '../SeedTarget.ts';
import { readLicenseTable, type LicensesSeed } from '../seedData.ts';

/** How many seats a license gets. */
export type SeatPlan = (license: {
  readonly name: string;
  readonly total: number;
  readonly isActive: boolean;
}) => number;

/**
 * Writes the user licenses of the real table. Names are not unique in it: users go to the row that is active.
 * @returns the Id of the usable row per name.
 */
export function seedUserLicenses(
  target: SeedTarget,
  licenses: LicensesSeed,
  seats: SeatPlan,
  createdAt: number,
): Map<string, string> {
  const usable = new Map<string, string>();
  for (const row of readLicenseTable('user-licenses.csv')) {
    const name = row.name ?? '';
    const isActive = row.status === 'Active';
    const isTwin = usable.has(name);
    const id = target.store.insertRow('UserLicense', {
      Name: name,
      MasterLabel: name,
      LicenseDefinitionKey: `${licenses.userLicenses[name]?.key ?? keyOf(name)}${isTwin ? '_2' : ''}`,
      Status: row.status ?? 'Disabled',
      TotalLicenses: seats({ name, total: Number(row.totalLicenses), isActive }),
      CreatedDate: createdAt,
      LastModifiedDate: createdAt,
      SystemModstamp: createdAt,
    });
    if (isActive || !isTwin) usable.set(name, id);
  }
  return usable;
}

/** Writes the permission set licenses of the real table; by label. */
export function seedPermissionSetLicenses(
  target: SeedTarget,
  licenses: LicensesSeed,
  scale: number,
  createdAt: number,
): Map<string, string> {
  const byLabel = new Map<string, string>();
  for (const row of readLicenseTable('permission-set-licenses.csv')) {
    const label = row.masterLabel ?? '';
    const seed = licenses.permissionSetLicenses[label];
    const name = seed?.name ?? label.replace(/[^A-Za-z0-9]/g, '');
    const total = Math.round(Number(row.totalLicenses) * (seed?.seatFactor ?? 1) * Math.max(1, scale));
    byLabel.set(
      label,
      target.store.insertRow('PermissionSetLicense', {
        MasterLabel: label,
        DeveloperName: name,
        PermissionSetLicenseKey: `${name}Psl`,
        Language: 'en_US',
        Status: total > 0 ? 'Active' : 'Disabled',
        TotalLicenses: total,
        ExpirationDate: row.expirationDate || null,
        ...Object.fromEntries((seed?.maximum ?? []).map((permission) => [`MaximumPermissions${permission}`, true])),
        CreatedDate: createdAt,
        LastModifiedDate: createdAt,
        SystemModstamp: createdAt,
      }),
    );
  }
  return byLabel;
}

/** Says how many seats each feature license has. */
export function seedFeatureLicenses(target: SeedTarget, seats: (field: string) => number): void {
  for (const { field, label } of FEATURE_LICENSES) target.licenses.setFeatureSeats(field, label, seats(field));
}

/** The real table does not tell LicenseDefinitionKey: a key of our own that is as unique as Salesforce's. */
function keyOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}
