import type { SchemaCatalog } from '../../schema/SchemaCatalog.ts';
import type { RowValues } from '../../store/RowValues.ts';
import type { Store } from '../../store/Store.ts';
import { createVisibilityTable } from '../visibilityTable.ts';
import { recalculatePermissionSetGroup } from '../permissionSetGroups.ts';
import type { PlannedProfile } from './deployProfiles.ts';
import type { PermissionSetMetadata } from './PermissionSetMetadata.ts';

export interface PermissionSetGroupMetadata {
  readonly label: string;
  readonly description: string | null;
  readonly hasActivationRequired: boolean;
  readonly permissionSets: readonly string[];
  readonly mutingPermissionSets: readonly string[];
}

type Parent = 'PermissionSet' | 'MutingPermissionSet';

/** Writes access metadata that was found good into the org's tables. */
export class AccessWriter {
  private readonly store: Store;
  private readonly schema: SchemaCatalog;

  constructor(store: Store, schema: SchemaCatalog) {
    this.store = store;
    this.schema = schema;
    createVisibilityTable(store.database);
  }

  writeApexClass(name: string): void {
    if (this.find('ApexClass', { Name: name })) return;
    this.store.insertRow('ApexClass', { Name: name, Status: 'Active', IsValid: true });
  }

  writeCustomPermission(name: string, label: string, description: string | null): void {
    const values: RowValues = {
      DeveloperName: name,
      MasterLabel: label,
      Description: description,
      Language: 'en_US',
      IsProtected: false,
    };
    this.upsert('CustomPermission', { DeveloperName: name }, values);
  }

  writePermissionSet(name: string, set: PermissionSetMetadata): string {
    const id = this.upsert(
      'PermissionSet',
      { Name: name, IsOwnedByProfile: false },
      {
        Name: name,
        Label: set.label,
        Description: set.description,
        IsCustom: true,
        IsOwnedByProfile: false,
        Type: set.hasActivationRequired ? 'Session' : 'Regular',
        HasActivationRequired: set.hasActivationRequired,
        LicenseId: set.license ? this.licenseId(set.license) : null,
        ...this.permissionColumns('PermissionSet', set.userPermissions),
      },
    );
    this.writeGrants(id, set);
    this.recalculateGroupsOf(id);
    return id;
  }

  /** A profile, and the hidden permission set that it owns and that holds what it grants. */
  writeProfile(profile: PlannedProfile): void {
    const { name, description, licenseId, userType, grants } = profile;
    const values = { Description: description, ...this.permissionColumns('Profile', grants.userPermissions) };
    const [row] = this.store.findRows('Profile', { Name: name });
    const id = row?.Id
      ? String(row.Id)
      : this.store.insertRow('Profile', {
          Name: name,
          UserLicenseId: licenseId,
          UserType: userType,
          IsSsoEnabled: false,
        });
    this.store.updateRow(
      'Profile',
      id,
      description === null ? { ...values, Description: row?.Description ?? null } : values,
    );
    const setId =
      profile.permissionSetId ??
      this.store.insertRow('PermissionSet', {
        // Salesforce makes up name and label of these sets from an Id, so nobody can rely on them.
        Name: `X${id}`,
        Label: id,
        ProfileId: id,
        IsOwnedByProfile: true,
        IsCustom: true,
        Type: 'Profile',
        LicenseId: licenseId,
      });
    this.store.updateRow('PermissionSet', setId, this.permissionColumns('PermissionSet', grants.userPermissions));
    this.writeGrants(setId, grants);
  }

  writeMutingPermissionSet(name: string, set: PermissionSetMetadata): string {
    const id = this.upsert(
      'MutingPermissionSet',
      { DeveloperName: name },
      {
        DeveloperName: name,
        MasterLabel: set.label,
        Language: 'en_US',
        ...this.permissionColumns('MutingPermissionSet', set.userPermissions),
      },
    );
    this.writeGrants(id, set);
    this.recalculateGroupsOf(id);
    return id;
  }

  writeGroup(name: string, group: PermissionSetGroupMetadata): string {
    const id = this.upsert(
      'PermissionSetGroup',
      { DeveloperName: name },
      {
        DeveloperName: name,
        MasterLabel: group.label,
        Description: group.description,
        Language: 'en_US',
        Status: 'Updated',
        HasActivationRequired: group.hasActivationRequired,
      },
    );
    this.replaceChildren(
      'PermissionSetGroupComponent',
      'PermissionSetGroupId',
      id,
      [
        ...group.permissionSets.map((set) => this.require('PermissionSet', { Name: set, IsOwnedByProfile: false })),
        ...group.mutingPermissionSets.map((set) => this.require('MutingPermissionSet', { DeveloperName: set })),
      ].map((part) => ({ PermissionSetGroupId: id, PermissionSetId: part })),
    );
    recalculatePermissionSetGroup(this.store, this.schema, id);
    return id;
  }

  /** Every permission column of the table: true for those named, false for the rest, so that deploying again also takes away. */
  permissionColumns(table: Parent | 'Profile', permissions: readonly string[]): RowValues {
    const wanted = new Set(permissions.map((name) => `permissions${name.toLowerCase()}`));
    const values: RowValues = {};
    for (const [key, field] of this.schema.object(table)?.fields ?? []) {
      if (key.startsWith('permissions') && field.type === 'boolean') values[field.name] = wanted.has(key);
    }
    return values;
  }

  private writeGrants(parentId: string, set: PermissionSetMetadata): void {
    this.replaceChildren(
      'ObjectPermissions',
      'ParentId',
      parentId,
      set.objects.map((access) => ({
        ParentId: parentId,
        SobjectType: this.schema.object(access.object)?.name ?? access.object,
        PermissionsRead: access.read,
        PermissionsCreate: access.create,
        PermissionsEdit: access.edit,
        PermissionsDelete: access.delete,
        PermissionsViewAllRecords: access.viewAll,
        PermissionsModifyAllRecords: access.modifyAll,
        PermissionsViewAllFields: access.viewAllFields,
      })),
    );
    this.replaceChildren(
      'FieldPermissions',
      'ParentId',
      parentId,
      set.fields.map((access) => ({
        ParentId: parentId,
        SobjectType: this.schema.object(access.field.split('.')[0] ?? '')?.name ?? null,
        Field: access.field,
        PermissionsRead: access.read,
        PermissionsEdit: access.edit,
      })),
    );
    this.replaceChildren(
      'SetupEntityAccess',
      'ParentId',
      parentId,
      [
        ...set.classes.map((name) => ({ id: this.require('ApexClass', { Name: name }), type: 'ApexClass' })),
        ...set.customPermissions.map((name) => ({
          id: this.require('CustomPermission', { DeveloperName: name }),
          type: 'CustomPermission',
        })),
      ].map(({ id, type }) => ({ ParentId: parentId, SetupEntityId: id, SetupEntityType: type })),
    );
    this.writeVisibility(parentId, [
      ...set.tabs.filter((tab) => tab.visibility === 'Visible').map((tab) => ['tab', tab.tab] as const),
      ...set.applications.map((name) => ['application', name] as const),
      ...set.types.map((name) => ['type', name] as const),
    ]);
  }

  private writeVisibility(parentId: string, grants: readonly (readonly [string, string])[]): void {
    const { database } = this.store;
    database.prepare('DELETE FROM "local_visibility" WHERE "ParentId" = ?').run(parentId);
    const insert = database.prepare(
      'INSERT OR IGNORE INTO "local_visibility" ("ParentId", "Kind", "Name") VALUES (?, ?, ?)',
    );
    for (const [kind, name] of grants) insert.run(parentId, kind, name);
  }

  private recalculateGroupsOf(setId: string): void {
    for (const part of this.store.findRows('PermissionSetGroupComponent', { PermissionSetId: setId })) {
      recalculatePermissionSetGroup(this.store, this.schema, String(part.PermissionSetGroupId));
    }
  }

  private replaceChildren(object: string, parentField: string, parentId: string, rows: readonly RowValues[]): void {
    for (const old of this.store.findRows(object, { [parentField]: parentId }))
      this.store.deleteRow(object, String(old.Id));
    for (const row of rows) this.store.insertRow(object, row);
  }

  private licenseId(name: string): string {
    const licenses = this.store.findRows('UserLicense', { Name: name });
    // License names are not unique: the one that has seats is meant.
    const license = licenses.find((row) => row.Status === 'Active') ?? licenses[0];
    if (license) return String(license.Id);
    const byLabel =
      this.find('PermissionSetLicense', { MasterLabel: name }) ??
      this.find('PermissionSetLicense', { DeveloperName: name });
    if (!byLabel) throw new Error(`No license ${name}.`);
    return byLabel;
  }

  private upsert(object: string, key: RowValues, values: RowValues): string {
    const id = this.find(object, key);
    if (!id) return this.store.insertRow(object, values);
    this.store.updateRow(object, id, values);
    return id;
  }

  private find(object: string, key: RowValues): string | null {
    const [row] = this.store.findRows(object, key);
    return row ? String(row.Id) : null;
  }

  private require(object: string, key: RowValues): string {
    const id = this.find(object, key);
    if (!id) throw new Error(`No ${object} with ${JSON.stringify(key)}.`);
    return id;
  }
}
