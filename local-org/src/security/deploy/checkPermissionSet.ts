import type { FieldDescription, SchemaCatalog } from '../../schema/SchemaCatalog.ts';
import { missingDependencies } from '../permissionDependencies.ts';
import { setupObjectRights } from '../setupObjectAccess.ts';
import type { ObjectPermissionMetadata, PermissionSetMetadata } from './PermissionSetMetadata.ts';

/** What a permission set may refer to. Names are looked up without regard to case. */
export interface DeployTargets {
  readonly schema: SchemaCatalog;
  readonly hasClass: (name: string) => boolean;
  readonly hasTab: (name: string) => boolean;
  readonly hasApplication: (name: string) => boolean;
  readonly hasCustomPermission: (name: string) => boolean;
  readonly hasLicense: (name: string) => boolean;
}

/** The reasons why a deployment refuses the set, as sentences; empty when it would be taken. */
export function checkPermissionSet(set: PermissionSetMetadata, targets: DeployTargets): string[] {
  return [
    ...checkUserPermissions(set, targets.schema),
    ...missing(set.customPermissions, 'CustomPermission', targets.hasCustomPermission),
    ...missing(set.classes, 'ApexClass', targets.hasClass),
    ...missing(set.applications, 'CustomApplication', targets.hasApplication),
    ...missing(
      set.tabs.map((tab) => tab.tab),
      'CustomTab',
      targets.hasTab,
    ),
    ...set.tabs.filter((tab) => !TAB_VISIBILITIES.includes(tab.visibility)).map(badVisibility),
    ...missing(set.types, 'CustomObject', (name) => isConfigurationObject(targets.schema, name)),
    ...(set.license ? missing([set.license], 'UserLicense or PermissionSetLicense', targets.hasLicense) : []),
    ...set.objects.flatMap((object) => checkObject(object, targets.schema)),
    ...set.fields.flatMap((field) => checkField(field, set, targets.schema)),
  ];
}

/**
 * As checkPermissionSet, but what a muting set takes away may leave what it depends on: Delete is muted alone. Source: samples in
 * the Metadata API Developer Guide, "MutingPermissionSet", and in public projects.
 */
export function checkMutingPermissionSet(set: PermissionSetMetadata, targets: DeployTargets): string[] {
  return checkPermissionSet(set, targets).filter((message) => !message.includes(DEPENDS));
}

const DEPENDS = 'depends on permission(s):';

/** `None` is what a retrieve writes for a tab that is hidden. */
const TAB_VISIBILITIES = ['Visible', 'Available', 'None'];

function badVisibility(tab: { tab: string; visibility: string }): string {
  return `The visibility "${tab.visibility}" of tab ${tab.tab} is not known. Use Visible, Available or None.`;
}

function checkUserPermissions(set: PermissionSetMetadata, schema: SchemaCatalog): string[] {
  const columns = schema.object('PermissionSet')?.fields;
  const unknown = set.userPermissions.filter((name) => !columns?.has(`permissions${name.toLowerCase()}`));
  return [
    ...unknown.map((name) => `Unknown user permission: ${name}. Check its API name.`),
    ...missingDependencies(new Set(set.userPermissions)),
  ];
}

function missing(names: readonly string[], type: string, exists: (name: string) => boolean): string[] {
  return names.filter((name) => !exists(name)).map((name) => `In field: name - no ${type} named ${name} found`);
}

function isConfigurationObject(schema: SchemaCatalog, name: string): boolean {
  const kind = schema.object(name)?.kind;
  return kind === 'metadataType' || kind === 'customSetting';
}

function checkObject(access: ObjectPermissionMetadata, schema: SchemaCatalog): string[] {
  const object = schema.object(access.object);
  if (!object) return [`In field: object - no CustomObject named ${access.object} found`];
  if (setupObjectRights(object.name) || object.kind === 'metadataType' || object.kind === 'customSetting') {
    return [`Object permissions on ${object.name} are not possible: system permissions or type accesses open it.`];
  }
  const needs: [boolean, string, boolean, string][] = [
    [access.create, 'Create', access.read, 'Read'],
    [access.edit, 'Edit', access.read, 'Read'],
    [access.delete, 'Delete', access.edit && access.read, 'Read, Edit'],
    [access.viewAll, 'ViewAllRecords', access.read, 'Read'],
    [
      access.modifyAll,
      'ModifyAllRecords',
      access.read && access.edit && access.delete && access.viewAll,
      'Read, Edit, Delete, ViewAllRecords',
    ],
    [access.viewAllFields, 'ViewAllFields', access.read, 'Read'],
  ];
  return needs
    .filter(([wanted, , given]) => wanted && !given)
    .map(([, right, , needed]) => `Permission ${right} ${object.name} ${DEPENDS} ${needed} ${object.name}`);
}

function checkField(
  access: { field: string; read: boolean; edit: boolean },
  set: PermissionSetMetadata,
  schema: SchemaCatalog,
): string[] {
  const [objectName = '', fieldName = ''] = access.field.split('.');
  const object = schema.object(objectName);
  const field = object?.fields.get(fieldName.toLowerCase());
  if (!object || !field) return [`In field: field - no CustomField named ${access.field} found`];
  if (isAlwaysVisible(field)) return [`You cannot deploy to a required field: ${object.name}.${field.name}`];
  const problems: string[] = [];
  if (access.edit && !access.read) {
    problems.push(`Permission Edit ${access.field} ${DEPENDS} Read ${access.field}`);
  }
  if (access.edit && !field.isUpdateable && !field.isCreateable) {
    problems.push(`The field ${access.field} cannot be written: set editable to false.`);
  }
  const isObjectReadable = set.objects.some(
    (entry) => entry.object.toLowerCase() === object.name.toLowerCase() && entry.read,
  );
  if ((access.read || access.edit) && object.kind === 'custom' && !isObjectReadable) {
    problems.push(`Permission Read ${access.field} ${DEPENDS} Read ${object.name}`);
  }
  return problems;
}

/** Required fields and master-detail fields have no field-level security. */
function isAlwaysVisible(field: FieldDescription): boolean {
  return !field.isNillable && field.isCreateable && field.type !== 'boolean';
}
