import type { Store } from '../store/Store.ts';

/** Small reads that seat checks and audit rows make for every row: only the columns they need. */

/** The license of a profile; null when there is no such profile. */
export function licenseOfProfile(store: Store, profileId: string): string | null {
  const [row] = store.rawQuery('SELECT "UserLicenseId" AS id FROM "Profile" WHERE "Id" = ?', profileId);
  return typeof row?.id === 'string' ? row.id : null;
}

export interface ProfileSet {
  readonly id: string;
  readonly isCustom: boolean;
}

/** The hidden permission set that a profile owns. */
export function permissionSetOfProfile(store: Store, profileId: string): ProfileSet | null {
  const [row] = store.rawQuery(
    'SELECT "Id" AS id, "IsCustom" AS custom FROM "PermissionSet" WHERE "ProfileId" = ? AND "IsOwnedByProfile" = 1',
    profileId,
  );
  return row ? { id: String(row.id), isCustom: row.custom === 1 } : null;
}

/** One text column of a row; null when the row or the text is missing. */
export function textOfRow(store: Store, object: string, id: string | null, field: string): string | null {
  if (id === null) return null;
  const [row] = store.rawQuery(`SELECT "${field}" AS value FROM "${object}" WHERE "Id" = ?`, id);
  return typeof row?.value === 'string' ? row.value : null;
}

export function rowExists(store: Store, object: string, id: string): boolean {
  return store.rawQuery(`SELECT 1 AS hit FROM "${object}" WHERE "Id" = ?`, id).length > 0;
}

export interface UserFacts {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly isActive: boolean;
  readonly userType: string | null;
  readonly profileId: string | null;
}

/** What rules about assignments want to know of a user; null when there is none. */
export function userFacts(store: Store, id: string | null): UserFacts | null {
  if (id === null) return null;
  const [row] = store.rawQuery(
    'SELECT "Name" AS name, "Username" AS username, "IsActive" AS active, "UserType" AS type, "ProfileId" AS profile FROM "User" WHERE "Id" = ?',
    id,
  );
  if (!row) return null;
  return {
    id,
    name: typeof row.name === 'string' ? row.name : '',
    username: typeof row.username === 'string' ? row.username : '',
    isActive: row.active === 1,
    userType: typeof row.type === 'string' ? row.type : null,
    profileId: typeof row.profile === 'string' ? row.profile : null,
  };
}
