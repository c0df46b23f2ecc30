import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { RowValues } from '../store/RowValues.ts';
import type { Store } from '../store/Store.ts';

/**
 * Writes the hidden permission set of a group (Type Group): its system permissions are what the parts of the group give less
 * what they mute. Salesforce computes it in the background, and so does GroupCalculation; the Status is Updated then.
 * @returns the Id of the hidden permission set.
 */
export function recalculatePermissionSetGroup(store: Store, schema: SchemaCatalog, groupId: string): string {
  const group = store.getRow('PermissionSetGroup', groupId);
  if (!group) throw new Error(`No permission set group ${groupId}.`);
  const parts = store
    .findRows('PermissionSetGroupComponent', { PermissionSetGroupId: groupId })
    .map((row) => String(row.PermissionSetId));
  const given = parts.map((id) => store.getRow('PermissionSet', id)).filter((row) => row !== null);
  const muted = parts.map((id) => store.getRow('MutingPermissionSet', id)).filter((row) => row !== null);
  const values: RowValues = {
    Name: String(group.DeveloperName),
    Label: String(group.MasterLabel),
    Type: 'Group',
    IsOwnedByProfile: false,
    IsCustom: true,
    HasActivationRequired: group.HasActivationRequired ?? false,
    PermissionSetGroupId: groupId,
  };
  for (const [key, field] of schema.object('PermissionSet')?.fields ?? []) {
    if (!key.startsWith('permissions') || field.type !== 'boolean') continue;
    values[field.name] =
      given.some((row) => row[field.name] === true) && !muted.some((row) => row[field.name] === true);
  }
  store.updateRow('PermissionSetGroup', groupId, { Status: 'Updated' });
  const [aggregate] = store.findRows('PermissionSet', { PermissionSetGroupId: groupId });
  if (!aggregate) return store.insertRow('PermissionSet', values);
  store.updateRow('PermissionSet', String(aggregate.Id), values);
  return String(aggregate.Id);
}
