import type { FieldDescription, ObjectDescription, SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';
import type { Clock } from '../org/Clock.ts';
import { NO_ACCESS, type AccessEvaluator, type FieldAccess, type ObjectAccess } from './AccessEvaluator.ts';
import { PermissionGrantsReader, type PermissionGrants } from './PermissionGrants.ts';
import { SharingConditions } from './SharingConditions.ts';
import { setupObjectRights, type SetupObjectRights } from './setupObjectAccess.ts';
import type { OrgBehavior } from '../rules/OrgBehavior.ts';

/** Objects whose rows decide about access; a change of one makes every cached answer stale. */
const DECISIVE_OBJECTS = new Set([
  '*',
  'User',
  'Profile',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'MutingPermissionSet',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'CustomPermission',
  'ApexClass',
]);

const ALL_ACCESS: ObjectAccess = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };
const NO_GRANT = { ...NO_ACCESS, viewAllFields: false };
const NO_FIELD_ACCESS: FieldAccess = { read: false, edit: false };

/** Reads access from the rows of the org and remembers it per user until one of the decisive objects changes. */
export class DatabaseAccessEvaluator implements AccessEvaluator {
  private readonly schema: SchemaCatalog;
  private readonly clock: Clock;
  private readonly reader: PermissionGrantsReader;
  private readonly sharing: SharingConditions;
  private readonly behavior: OrgBehavior;
  private readonly cache = new Map<string, PermissionGrants>();

  constructor(options: { store: Store; schema: SchemaCatalog; clock: Clock; behavior: OrgBehavior }) {
    this.schema = options.schema;
    this.clock = options.clock;
    this.behavior = options.behavior;
    this.reader = new PermissionGrantsReader(options.store);
    this.sharing = new SharingConditions({ ...options, access: this });
    options.store.onChange((object) => {
      if (DECISIVE_OBJECTS.has(object)) this.forget();
    });
  }

  /** Forgets every remembered answer, for changes that the store does not see. */
  forget(): void {
    this.cache.clear();
  }

  hasSystemPermission(userId: string, apiName: string): boolean {
    return this.grants(userId).permissions.has(apiName.toLowerCase());
  }

  hasCustomPermission(userId: string, apiName: string): boolean {
    return this.grants(userId).customPermissions.has(apiName.toLowerCase());
  }

  systemPermissions(userId: string): string[] {
    return [...this.grants(userId).permissions.values()].sort();
  }

  customPermissions(userId: string): string[] {
    return [...this.grants(userId).customPermissions.values()].sort();
  }

  canAccessClass(userId: string, className: string): boolean {
    const outer = className.split('.')[0]?.toLowerCase() ?? '';
    return this.hasSystemPermission(userId, 'AuthorApex') || this.grants(userId).classes.has(outer);
  }

  isTabVisible(userId: string, tab: string): boolean {
    return this.grants(userId).visibleTabs.has(tab.toLowerCase());
  }

  isApplicationVisible(userId: string, application: string): boolean {
    return this.grants(userId).visibleApplications.has(application.toLowerCase());
  }

  objectAccess(userId: string, object: string): ObjectAccess {
    const description = this.schema.object(object);
    if (!description) return NO_ACCESS;
    const setup = setupObjectRights(description.name);
    if (setup) return this.setupAccess(userId, description, setup);
    const grants = this.grants(userId);
    if (description.kind === 'metadataType' || description.kind === 'customSetting') {
      return this.configurationAccess(userId, description);
    }
    const { viewAllFields: _, ...given } = grants.objects.get(description.name.toLowerCase()) ?? NO_GRANT;
    if (this.hasSystemPermission(userId, 'ModifyAllData')) return ALL_ACCESS;
    if (this.hasSystemPermission(userId, 'ViewAllData')) return { ...given, read: true, viewAll: true };
    return given;
  }

  fieldAccess(userId: string, object: string, field: string): FieldAccess {
    const description = this.schema.object(object);
    const fieldDescription = description?.fields.get(field.toLowerCase());
    if (!description || !fieldDescription) return NO_FIELD_ACCESS;
    const access = this.objectAccess(userId, description.name);
    const granted = this.fieldGrant(userId, description, fieldDescription, access);
    const isWritable = fieldDescription.isCreateable || fieldDescription.isUpdateable;
    return { read: access.read && granted.read, edit: (access.edit || access.create) && granted.edit && isWritable };
  }

  visibleRowsSql(userId: string, object: string, alias: string): string | null {
    return this.sharing.condition(userId, object, alias, 'read');
  }

  editableRowsSql(userId: string, object: string, alias: string): string | null {
    return this.sharing.condition(userId, object, alias, 'edit');
  }

  private fieldGrant(
    userId: string,
    object: ObjectDescription,
    field: FieldDescription,
    access: ObjectAccess,
  ): FieldAccess {
    if (object.name === 'User' && field.name === 'NumberOfFailedLogins') {
      // Object Reference, User: this field is visible only to who manages users.
      return { read: this.hasSystemPermission(userId, 'ManageUsers'), edit: false };
    }
    if (!hasFieldLevelSecurity(object, field)) return { read: true, edit: true };
    const grants = this.grants(userId);
    const key = `${object.name}.${field.name}`.toLowerCase();
    // The profiles of a new org grant every standard field; only a profile that says so takes one away.
    if (!field.isCustom && !grants.profileFields.has(key)) return { read: true, edit: true };
    const granted = grants.fields.get(key) ?? NO_FIELD_ACCESS;
    const readsAll =
      grants.objects.get(object.name.toLowerCase())?.viewAllFields === true ||
      this.hasSystemPermission(userId, 'ViewAllFieldsGlobal');
    return { read: granted.read || granted.edit || (readsAll && access.read), edit: granted.edit };
  }

  private setupAccess(userId: string, object: ObjectDescription, rights: SetupObjectRights): ObjectAccess {
    const hasAny = (permissions: readonly string[]) =>
      permissions.some((name) => this.hasSystemPermission(userId, name));
    const freezerSeesLogins =
      object.name === 'UserLogin' &&
      this.behavior.freezeUsersOpensUserLogin &&
      this.hasSystemPermission(userId, 'FreezeUsers');
    const read = (rights.read === 'anyone' ? this.hasProfile(userId) : hasAny(rights.read)) || freezerSeesLogins;
    return {
      read,
      create: read && hasAny(rights.create),
      edit: read && (hasAny(rights.edit) || freezerSeesLogins),
      delete: read && hasAny(rights.delete),
      viewAll: read && (object.name !== 'User' || this.hasSystemPermission(userId, 'ViewAllUsers')),
      modifyAll: read && hasAny(rights.edit),
    };
  }

  /** Custom metadata and custom settings are read with Customize Application, View All Custom Settings or a grant of their own. */
  private configurationAccess(userId: string, object: ObjectDescription): ObjectAccess {
    const customizes = this.hasSystemPermission(userId, 'CustomizeApplication');
    const viewsSettings = object.kind === 'customSetting' && this.hasSystemPermission(userId, 'ViewAllCustomSettings');
    const read = customizes || viewsSettings || this.grants(userId).readableTypes.has(object.name.toLowerCase());
    const write = customizes && object.kind === 'customSetting';
    return { read, create: write, edit: write, delete: write, viewAll: read, modifyAll: write };
  }

  /** System users without a profile hold no permissions at all (platform-facts: Automated Process). */
  private hasProfile(userId: string): boolean {
    return this.sharing.user(userId)?.profileId != null;
  }

  private grants(userId: string): PermissionGrants {
    const now = this.clock.now();
    const known = this.cache.get(userId);
    if (known && now < known.validUntil) return known;
    const grants = this.reader.read(userId, now);
    this.cache.set(userId, grants);
    return grants;
  }
}

/** Required fields, system fields and fields of configuration objects have no field-level security. */
function hasFieldLevelSecurity(object: ObjectDescription, field: FieldDescription): boolean {
  if (object.kind === 'metadataType' || object.kind === 'customSetting' || object.kind === 'event') {
    return false;
  }
  const isWritable = field.isCreateable || field.isUpdateable;
  if (!field.isCustom && !isWritable) return false;
  const isRequired = !field.isNillable && field.isCreateable && field.type !== 'boolean';
  return !isRequired;
}
