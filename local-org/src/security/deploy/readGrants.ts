import type { RowValues } from '../../store/RowValues.ts';
import type { Store } from '../../store/Store.ts';
import type { PermissionSetMetadata } from './PermissionSetMetadata.ts';

/** What the rows of a permission set grant now, as a file would say it. Label and license are left out. */
export function readGrants(store: Store, parentId: string): PermissionSetMetadata {
  const row = store.getRow('PermissionSet', parentId) ?? {};
  const ofKind = (kind: string): string[] =>
    store
      .rawQuery('SELECT "Name" FROM "local_visibility" WHERE "ParentId" = ? AND "Kind" = ?', parentId, kind)
      .map((grant) => String(grant.Name));
  return {
    label: '',
    description: null,
    license: null,
    hasActivationRequired: false,
    userPermissions: Object.entries(row)
      .filter(([name, value]) => name.startsWith('Permissions') && value === true)
      .map(([name]) => name.slice('Permissions'.length)),
    customPermissions: entities(store, parentId, 'CustomPermission', 'DeveloperName'),
    classes: entities(store, parentId, 'ApexClass', 'Name'),
    objects: store.findRows('ObjectPermissions', { ParentId: parentId }).map(objectOf),
    fields: store.findRows('FieldPermissions', { ParentId: parentId }).map((grant) => ({
      field: String(grant.Field),
      read: grant.PermissionsRead === true,
      edit: grant.PermissionsEdit === true,
    })),
    tabs: ofKind('tab').map((tab) => ({ tab, visibility: 'Visible' })),
    applications: ofKind('application'),
    types: ofKind('type'),
  };
}

function entities(store: Store, parentId: string, object: string, nameField: string): string[] {
  return store
    .rawQuery(
      `SELECT e."${nameField}" AS name FROM "SetupEntityAccess" s JOIN "${object}" e ON e."Id" = s."SetupEntityId" WHERE s."ParentId" = ?`,
      parentId,
    )
    .map((row) => String(row.name));
}

function objectOf(row: RowValues): PermissionSetMetadata['objects'][number] {
  return {
    object: String(row.SobjectType),
    read: row.PermissionsRead === true,
    create: row.PermissionsCreate === true,
    edit: row.PermissionsEdit === true,
    delete: row.PermissionsDelete === true,
    viewAll: row.PermissionsViewAllRecords === true,
    modifyAll: row.PermissionsModifyAllRecords === true,
    viewAllFields: row.PermissionsViewAllFields === true,
  };
}
