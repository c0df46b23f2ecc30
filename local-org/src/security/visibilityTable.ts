import type { DatabaseSync } from 'node:sqlite';

/**
 * What permission sets grant and no queryable object of the local org holds: visible tabs and apps, and custom metadata
 * types and settings that may be read. Kind is `tab`, `application` or `type`.
 */
export function createVisibilityTable(database: DatabaseSync): void {
  database.exec(`CREATE TABLE IF NOT EXISTS "local_visibility" (
    "ParentId" TEXT NOT NULL, "Kind" TEXT NOT NULL, "Name" TEXT NOT NULL, PRIMARY KEY ("ParentId", "Kind", "Name"))`);
}
