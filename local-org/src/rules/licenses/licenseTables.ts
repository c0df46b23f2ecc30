import type { DatabaseSync } from 'node:sqlite';

/**
 * What Salesforce keeps about licenses outside of queryable objects: seats of feature licenses, and per license what to add to
 * the counted seats (a real org's number that our rows alone do not make) and the count as it was last cached.
 */
export function createLicenseTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS "local_license_count" (
      "LicenseId" TEXT PRIMARY KEY, "BaseOffset" INTEGER NOT NULL DEFAULT 0, "CachedUsed" INTEGER, "CachedAt" INTEGER);
    CREATE TABLE IF NOT EXISTS "local_feature_license" ("Field" TEXT PRIMARY KEY, "Label" TEXT NOT NULL, "Total" INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS "local_deactivation_blocker" ("UserId" TEXT NOT NULL, "Message" TEXT NOT NULL);
  `);
}
