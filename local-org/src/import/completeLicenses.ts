import { seedFeatureLicenses } from '../seed/base/licenses.ts';
import { readSeed } from '../seed/seedData.ts';
import type { SeedTarget } from '../seed/SeedTarget.ts';
import type { LicenseObject } from '../rules/licenses/LicenseCounts.ts';
import type { StoreValue } from '../store/RowValues.ts';

/** Seats in use that an org reported, by license object and Id. */
export type ReportedSeats = Map<string, { readonly object: LicenseObject; readonly id: string; readonly used: number }>;

/**
 * Fills in what a license is called, and lets each report what the real org reported. How many seats it has, and whether it
 * is active, nobody but the real org knows: without a file those stay empty.
 */
export function completeLicenses(target: SeedTarget, reported: ReportedSeats): void {
  const { store } = target;
  seedFeatureLicenses(target, () => 0);
  for (const row of store.findRows('UserLicense')) {
    const name = String(row.Name);
    const missing: Record<string, StoreValue> = {
      MasterLabel: name,
      LicenseDefinitionKey:
        readSeed('licenses').userLicenses[name]?.key ?? name.toUpperCase().replace(/[^A-Z0-9]+/g, '_'),
    };
    const filled = Object.entries(missing).filter(([field]) => row[field] === null);
    if (filled.length > 0) store.updateRow('UserLicense', String(row.Id), Object.fromEntries(filled));
  }
  for (const { object, id, used } of reported.values()) {
    if (store.getRow(object, id)) target.licenses.matchUsed(object, id, used);
  }
}
