import type { SchemaCatalog } from '../../schema/SchemaCatalog.ts';
import type { ObjectPermissionMetadata, PermissionSetMetadata } from './PermissionSetMetadata.ts';
import type { ProfileMetadata } from './ProfileMetadata.ts';

/**
 * What a profile grants after its file was deployed over what it granted before: a deployed profile changes what its file names
 * (Metadata API Developer Guide, "Profile"). System permissions and the permissions on standard objects of a standard profile
 * cannot be changed on Salesforce; here a file can only take them away, so that nobody has more than there.
 */
export function overlayProfile(
  before: PermissionSetMetadata,
  profile: ProfileMetadata,
  isStandard: boolean,
  schema: SchemaCatalog,
): PermissionSetMetadata {
  const isFixed = (object: string): boolean => isStandard && schema.object(object)?.kind === 'standard';
  return {
    ...before,
    userPermissions: switched(before.userPermissions, profile.userPermissions, !isStandard),
    customPermissions: switched(before.customPermissions, profile.customPermissions),
    classes: switched(before.classes, profile.classes),
    applications: switched(before.applications, profile.applications),
    types: switched(before.types, profile.types),
    tabs: replaced(
      before.tabs,
      [...profile.tabs].map(([tab, visibility]) => ({ tab, visibility })),
      ({ tab }) => tab,
    ),
    objects: objectsAfter(before.objects, profile.objects, isFixed),
    fields: replaced(before.fields, profile.fields, ({ field }) => field),
  };
}

function switched(before: readonly string[], changes: ReadonlyMap<string, boolean>, mayAdd = true): string[] {
  const byName = new Map(before.map((name) => [name.toLowerCase(), name]));
  for (const [name, isEnabled] of changes) {
    if (!isEnabled) byName.delete(name.toLowerCase());
    else if (mayAdd && !byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), name);
  }
  return [...byName.values()];
}

function replaced<Grant>(before: readonly Grant[], after: readonly Grant[], nameOf: (grant: Grant) => string): Grant[] {
  const byName = new Map(before.map((grant) => [nameOf(grant).toLowerCase(), grant]));
  for (const grant of after) byName.set(nameOf(grant).toLowerCase(), grant);
  return [...byName.values()];
}

const NONE = { read: false, create: false, edit: false, delete: false, viewAll: false, modifyAll: false };

function objectsAfter(
  before: readonly ObjectPermissionMetadata[],
  after: readonly ObjectPermissionMetadata[],
  isFixed: (object: string) => boolean,
): ObjectPermissionMetadata[] {
  const known = new Map(before.map((access) => [access.object.toLowerCase(), access]));
  const allowed = after.map((access) => {
    if (!isFixed(access.object)) return access;
    const had = known.get(access.object.toLowerCase()) ?? { ...NONE, viewAllFields: false };
    return {
      object: access.object,
      read: access.read && had.read,
      create: access.create && had.create,
      edit: access.edit && had.edit,
      delete: access.delete && had.delete,
      viewAll: access.viewAll && had.viewAll,
      modifyAll: access.modifyAll && had.modifyAll,
      viewAllFields: access.viewAllFields && had.viewAllFields,
    };
  });
  // Salesforce has no row for an object that cannot even be read.
  return replaced(before, allowed, ({ object }) => object).filter(({ read }) => read);
}
