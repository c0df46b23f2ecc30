import type { SQLInputValue } from 'node:sqlite';
import type { Store } from '../store/Store.ts';
import { NO_ACCESS, type ObjectAccess } from './AccessEvaluator.ts';

export interface FieldGrant {
  readonly read: boolean;
  readonly edit: boolean;
}

/** Everything that the permission rows of one user add up to. Keys of sets and maps are lower case. */
export interface PermissionGrants {
  /** API names in their own spelling by lower-case name. */
  readonly permissions: ReadonlyMap<string, string>;
  readonly customPermissions: ReadonlyMap<string, string>;
  readonly classes: ReadonlySet<string>;
  readonly objects: ReadonlyMap<string, ObjectAccess & { readonly viewAllFields: boolean }>;
  /** Key: `object.field`. */
  readonly fields: ReadonlyMap<string, FieldGrant>;
  /** What the profile says by itself of fields: without a word of it a standard field is open. Key: `object.field`. */
  readonly profileFields: ReadonlyMap<string, FieldGrant>;
  readonly visibleTabs: ReadonlySet<string>;
  readonly visibleApplications: ReadonlySet<string>;
  /** Custom metadata types and custom settings that may be read through the API and in user mode. */
  readonly readableTypes: ReadonlySet<string>;
  /** Milliseconds: when an assignment expires and this has to be read again; Infinity when none does. */
  readonly validUntil: number;
}

type Row = Record<string, unknown>;

/**
 * Reads what a user's profile, permission sets and permission set groups grant.
 * Left out: revoked and expired assignments, sets that a session has to activate first, and what a group mutes.
 */
export class PermissionGrantsReader {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  read(userId: string, now: number): PermissionGrants {
    const sources = this.sourcesOf(userId, now);
    const collected = new GrantCollector();
    const ofProfile = new GrantCollector();
    this.collect(sources.profile, [], ofProfile);
    collected.add(ofProfile);
    for (const source of sources.plain) this.collect([source], [], collected);
    for (const group of sources.groups) this.collect(group.sets, group.mutings, collected);
    return { ...collected.finish(this.nextExpiry(userId, now)), profileFields: ofProfile.fields };
  }

  private sourcesOf(
    userId: string,
    now: number,
  ): { profile: string[]; plain: string[]; groups: { sets: string[]; mutings: string[] }[] } {
    const profileSets = this.ids(
      `SELECT ps."Id" AS id FROM "User" u JOIN "PermissionSet" ps ON ps."ProfileId" = u."ProfileId" WHERE u."Id" = ? AND ps."IsOwnedByProfile" = 1`,
      userId,
    );
    const assigned = this.ids(
      `SELECT ps."Id" AS id FROM "PermissionSetAssignment" a JOIN "PermissionSet" ps ON ps."Id" = a."PermissionSetId"
       WHERE a."AssigneeId" = ? AND a."PermissionSetGroupId" IS NULL AND ps."IsOwnedByProfile" = 0
         AND COALESCE(ps."HasActivationRequired", 0) = 0 AND ${LIVE_ASSIGNMENT}`,
      userId,
      now,
    );
    const groups = this.ids(
      `SELECT g."Id" AS id FROM "PermissionSetAssignment" a JOIN "PermissionSetGroup" g ON g."Id" = a."PermissionSetGroupId"
       WHERE a."AssigneeId" = ? AND g."Status" = 'Updated' AND COALESCE(g."HasActivationRequired", 0) = 0 AND ${LIVE_ASSIGNMENT}`,
      userId,
      now,
    );
    return { profile: profileSets, plain: assigned, groups: groups.map((group) => this.partsOfGroup(group)) };
  }

  private partsOfGroup(groupId: string): { sets: string[]; mutings: string[] } {
    const parts = this.ids(
      `SELECT "PermissionSetId" AS id FROM "PermissionSetGroupComponent" WHERE "PermissionSetGroupId" = ?`,
      groupId,
    );
    const mutings = parts.filter(
      (id) => this.ids(`SELECT "Id" AS id FROM "MutingPermissionSet" WHERE "Id" = ?`, id).length > 0,
    );
    return { sets: parts.filter((id) => !mutings.includes(id)), mutings };
  }

  /** A muting set takes away what the other sets of its group give, not what the user has elsewhere. */
  private collect(sets: readonly string[], mutings: readonly string[], into: GrantCollector): void {
    const given = new GrantCollector();
    for (const set of sets) this.collectSet(set, 'PermissionSet', given);
    if (mutings.length > 0) {
      const muted = new GrantCollector();
      for (const muting of mutings) this.collectSet(muting, 'MutingPermissionSet', muted);
      given.remove(muted);
    }
    into.add(given);
  }

  private collectSet(id: string, table: 'PermissionSet' | 'MutingPermissionSet', into: GrantCollector): void {
    const [row] = this.rows(`SELECT * FROM "${table}" WHERE "Id" = ?`, id);
    for (const [column, value] of Object.entries(row ?? {})) {
      if (value === 1 && column.startsWith('Permissions')) into.addPermission(column.slice('Permissions'.length));
    }
    for (const grant of this.rows(`SELECT * FROM "ObjectPermissions" WHERE "ParentId" = ?`, id)) into.addObject(grant);
    for (const grant of this.rows(`SELECT * FROM "FieldPermissions" WHERE "ParentId" = ?`, id)) into.addField(grant);
    const classes = `SELECT c."Name" AS name FROM "SetupEntityAccess" s JOIN "ApexClass" c ON c."Id" = s."SetupEntityId" WHERE s."ParentId" = ?`;
    for (const grant of this.rows(classes, id)) into.classes.add(String(grant.name).toLowerCase());
    const custom = `SELECT c."DeveloperName" AS name FROM "SetupEntityAccess" s JOIN "CustomPermission" c ON c."Id" = s."SetupEntityId" WHERE s."ParentId" = ?`;
    for (const grant of this.rows(custom, id)) into.addCustomPermission(String(grant.name));
    for (const grant of this.rows(`SELECT "Kind", "Name" FROM "local_visibility" WHERE "ParentId" = ?`, id)) {
      into.addVisibility(String(grant.Kind), String(grant.Name));
    }
  }

  private nextExpiry(userId: string, now: number): number {
    const [row] = this.rows(
      `SELECT MIN("ExpirationDate") AS next FROM "PermissionSetAssignment" WHERE "AssigneeId" = ? AND "ExpirationDate" > ?`,
      userId,
      now,
    );
    return typeof row?.next === 'number' ? row.next : Infinity;
  }

  private ids(sql: string, ...params: SQLInputValue[]): string[] {
    return this.rows(sql, ...params).map((row) => String(row.id));
  }

  private rows(sql: string, ...params: SQLInputValue[]): Row[] {
    return this.store.rawQuery(sql, ...params);
  }
}

const LIVE_ASSIGNMENT = `COALESCE(a."IsRevoked", 0) = 0 AND (a."ExpirationDate" IS NULL OR a."ExpirationDate" > ?)`;

/** Adds up grants: a user has what any source gives. */
class GrantCollector {
  readonly permissions = new Map<string, string>();
  readonly customPermissions = new Map<string, string>();
  readonly classes = new Set<string>();
  readonly objects = new Map<string, ObjectAccess & { viewAllFields: boolean }>();
  readonly fields = new Map<string, FieldGrant>();
  readonly visibility: Record<string, Set<string>> = { tab: new Set(), application: new Set(), type: new Set() };

  addPermission(name: string): void {
    this.permissions.set(name.toLowerCase(), name);
  }

  addCustomPermission(name: string): void {
    this.customPermissions.set(name.toLowerCase(), name);
  }

  addVisibility(kind: string, name: string): void {
    this.visibility[kind]?.add(name.toLowerCase());
  }

  addObject(row: Row): void {
    this.mergeObject(String(row.SobjectType).toLowerCase(), {
      read: row.PermissionsRead === 1,
      create: row.PermissionsCreate === 1,
      edit: row.PermissionsEdit === 1,
      delete: row.PermissionsDelete === 1,
      viewAll: row.PermissionsViewAllRecords === 1,
      modifyAll: row.PermissionsModifyAllRecords === 1,
      viewAllFields: row.PermissionsViewAllFields === 1,
    });
  }

  addField(row: Row): void {
    this.mergeField(String(row.Field).toLowerCase(), {
      read: row.PermissionsRead === 1,
      edit: row.PermissionsEdit === 1,
    });
  }

  add(other: GrantCollector): void {
    for (const name of other.permissions.values()) this.addPermission(name);
    for (const name of other.customPermissions.values()) this.addCustomPermission(name);
    for (const name of other.classes) this.classes.add(name);
    for (const [name, access] of other.objects) this.mergeObject(name, access);
    for (const [name, access] of other.fields) this.mergeField(name, access);
    for (const [kind, names] of Object.entries(other.visibility))
      for (const name of names) this.addVisibility(kind, name);
  }

  remove(muted: GrantCollector): void {
    for (const name of muted.permissions.keys()) this.permissions.delete(name);
    for (const name of muted.customPermissions.keys()) this.customPermissions.delete(name);
    for (const name of muted.classes) this.classes.delete(name);
    for (const [name, access] of muted.objects) {
      const given = this.objects.get(name);
      if (given)
        this.objects.set(
          name,
          combine(given, access, (has, takes) => has && !takes),
        );
    }
    for (const [name, access] of muted.fields) {
      const given = this.fields.get(name);
      if (given) this.fields.set(name, { read: given.read && !access.read, edit: given.edit && !access.edit });
    }
  }

  finish(validUntil: number): Omit<PermissionGrants, 'profileFields'> {
    return {
      permissions: this.permissions,
      customPermissions: this.customPermissions,
      classes: this.classes,
      objects: this.objects,
      fields: this.fields,
      visibleTabs: this.visibility.tab ?? new Set(),
      visibleApplications: this.visibility.application ?? new Set(),
      readableTypes: this.visibility.type ?? new Set(),
      validUntil,
    };
  }

  private mergeObject(name: string, access: ObjectAccess & { viewAllFields: boolean }): void {
    const known = this.objects.get(name) ?? { ...NO_ACCESS, viewAllFields: false };
    this.objects.set(
      name,
      combine(known, access, (has, gets) => has || gets),
    );
  }

  private mergeField(name: string, access: FieldGrant): void {
    const known = this.fields.get(name);
    this.fields.set(name, { read: access.read || (known?.read ?? false), edit: access.edit || (known?.edit ?? false) });
  }
}

type FullAccess = ObjectAccess & { viewAllFields: boolean };

function combine(left: FullAccess, right: FullAccess, join: (left: boolean, right: boolean) => boolean): FullAccess {
  return {
    read: join(left.read, right.read),
    create: join(left.create, right.create),
    edit: join(left.edit, right.edit),
    delete: join(left.delete, right.delete),
    viewAll: join(left.viewAll, right.viewAll),
    modifyAll: join(left.modifyAll, right.modifyAll),
    viewAllFields: join(left.viewAllFields, right.viewAllFields),
  };
}
