import type { Store } from '../../store/Store.ts';

/** What the rules about assignments want to know of a permission set. */
export interface SetFacts {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly isOwnedByProfile: boolean;
  /** A user license or a permission set license. */
  readonly licenseId: string | null;
  /** API names without the prefix. */
  readonly permissions: readonly string[];
}

export function permissionSetFacts(store: Store, id: string | null): SetFacts | null {
  if (id === null) return null;
  const row = store.getRow('PermissionSet', id);
  if (!row) return null;
  return {
    id,
    label: String(row.Label ?? row.Name),
    type: String(row.Type ?? 'Regular'),
    isOwnedByProfile: row.IsOwnedByProfile === true,
    licenseId: typeof row.LicenseId === 'string' ? row.LicenseId : null,
    permissions: Object.keys(row)
      .filter((field) => field.startsWith('Permissions') && row[field] === true)
      .map((field) => field.slice('Permissions'.length)),
  };
}

export interface GroupFacts {
  readonly id: string;
  readonly label: string;
  readonly status: string;
  /** The hidden permission set of the group. */
  readonly aggregateId: string | null;
  readonly sets: readonly SetFacts[];
}

export function permissionSetGroupFacts(store: Store, id: string | null): GroupFacts | null {
  if (id === null) return null;
  const group = store.getRow('PermissionSetGroup', id);
  if (!group) return null;
  const [aggregate] = store.rawQuery('SELECT "Id" AS id FROM "PermissionSet" WHERE "PermissionSetGroupId" = ?', id);
  const parts = store.rawQuery(
    'SELECT "PermissionSetId" AS id FROM "PermissionSetGroupComponent" WHERE "PermissionSetGroupId" = ?',
    id,
  );
  return {
    id,
    label: String(group.MasterLabel),
    status: String(group.Status ?? 'Updated'),
    aggregateId: aggregate ? String(aggregate.id) : null,
    sets: parts.map((part) => permissionSetFacts(store, String(part.id))).filter((set) => set !== null),
  };
}
