import type { Store } from '../../store/Store.ts';
import type { RoleSeed } from '../seedData.ts';

/** Writes the tree of roles, each with the two groups that Salesforce keeps for it; by name. */
export function seedRoles(store: Store, roles: readonly RoleSeed[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const role of roles) {
    const developerName = role.name.replace(/[^A-Za-z0-9]+/g, '_');
    const id = store.insertRow('UserRole', {
      Name: role.name,
      DeveloperName: developerName,
      ParentRoleId: role.parent ? (ids.get(role.parent) ?? null) : null,
      PortalType: role.portal ?? 'None',
      OpportunityAccessForAccountOwner: 'Edit',
      CaseAccessForAccountOwner: 'Edit',
      RollupDescription: role.name,
    });
    ids.set(role.name, id);
    for (const type of ['Role', 'RoleAndSubordinates']) {
      store.insertRow('Group', {
        Name: role.name,
        DeveloperName: `${developerName}_${type}`,
        Type: type,
        RelatedId: id,
      });
    }
  }
  return ids;
}
