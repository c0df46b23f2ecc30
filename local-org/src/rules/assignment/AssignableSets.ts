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

export interface GroupFacts {
  readonly id: string;
  readonly status: string;
  /** The hidden permission set of the group. */
  readonly aggregateId: string | null;
  readonly sets: readonly SetFacts[];
}

const DECISIVE_OBJECTS = new Set([
  '*',
  'PermissionSet',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'PermissionSetLicense',
]);

/** Permission sets and groups as the rules see them, remembered until one changes: their rows have hundreds of columns. */
export class AssignableSets {
  private readonly store: Store;
  private readonly sets = new Map<string, SetFacts | null>();
  private readonly groups = new Map<string, GroupFacts | null>();
  private readonly licenses = new Map<string, readonly string[]>();

  constructor(store: Store) {
    this.store = store;
    store.onChange((object) => {
      if (!DECISIVE_OBJECTS.has(object)) return;
      this.sets.clear();
      this.groups.clear();
      this.licenses.clear();
    });
  }

  /** Null when there is no such permission set. */
  set(id: string | null): SetFacts | null {
    return id === null ? null : remember(this.sets, id, () => this.readSet(id));
  }

  /** Null when there is no such permission set group. */
  group(id: string | null): GroupFacts | null {
    return id === null ? null : remember(this.groups, id, () => this.readGroup(id));
  }

  /** The permission set licenses that a permission has to come from; empty when none is needed. */
  licensesFor(permission: string): readonly string[] {
    return remember(this.licenses, permission, () => {
      const column = `MaximumPermissions${permission}`;
      if (!this.store.layout('PermissionSetLicense').columns.has(column)) return [];
      const sql = `SELECT "Id" AS id FROM "PermissionSetLicense" WHERE "${column}" = 1`;
      return this.store.rawQuery(sql).map((row) => String(row.id));
    });
  }

  private readSet(id: string): SetFacts | null {
    const row = this.store.getRow('PermissionSet', id);
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

  private readGroup(id: string): GroupFacts | null {
    const group = this.store.getRow('PermissionSetGroup', id);
    if (!group) return null;
    const [aggregate] = this.store.rawQuery(
      'SELECT "Id" AS id FROM "PermissionSet" WHERE "PermissionSetGroupId" = ?',
      id,
    );
    const parts = this.store.rawQuery(
      'SELECT "PermissionSetId" AS id FROM "PermissionSetGroupComponent" WHERE "PermissionSetGroupId" = ?',
      id,
    );
    return {
      id,
      status: String(group.Status ?? 'Updated'),
      aggregateId: aggregate ? String(aggregate.id) : null,
      sets: parts.map((part) => this.set(String(part.id))).filter((set) => set !== null),
    };
  }
}

function remember<T>(cache: Map<string, T>, key: string, read: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = read();
  cache.set(key, value);
  return value;
}
