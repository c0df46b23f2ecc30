import type { FieldDescription } from '../SchemaCatalog.ts';
import { apexTypeOf, fieldOfType } from '../fieldTypes.ts';

function systemField(name: string, type: string, known: Partial<FieldDescription> = {}): FieldDescription {
  return fieldOfType(name, type, apexTypeOf(type) ?? 'String', {
    isNillable: false,
    isCreateable: false,
    isUpdateable: false,
    ...known,
  });
}

function reference(name: string, relationshipName: string, referenceTo: readonly string[]): FieldDescription {
  return systemField(name, 'reference', { relationshipName, referenceTo });
}

const ID = systemField('Id', 'id');
const CREATED = [systemField('CreatedDate', 'datetime'), reference('CreatedById', 'CreatedBy', ['User'])];
const AUDIT = [
  ...CREATED,
  systemField('LastModifiedDate', 'datetime'),
  reference('LastModifiedById', 'LastModifiedBy', ['User']),
  systemField('SystemModstamp', 'datetime'),
];
const IS_DELETED = systemField('IsDeleted', 'boolean');

/** The fields that every custom object has beside its name field and its own fields. */
export function customObjectFields(sharingModel: string | null): FieldDescription[] {
  const owner = fieldOfType('OwnerId', 'reference', 'Id', {
    isNillable: false,
    isDefaultedOnCreate: true,
    relationshipName: 'Owner',
    referenceTo: ['User', 'Group'],
  });
  return sharingModel === 'ControlledByParent' ? [ID, IS_DELETED, ...AUDIT] : [ID, owner, IS_DELETED, ...AUDIT];
}

/** SetupOwnerId is the organization, a profile or a user: whom the values apply to (hierarchy custom settings). */
export const CUSTOM_SETTING_FIELDS: readonly FieldDescription[] = [
  ID,
  IS_DELETED,
  fieldOfType('Name', 'string', 'String', { length: 38, isDefaultedOnCreate: true }),
  fieldOfType('SetupOwnerId', 'reference', 'Id', {
    isNillable: false,
    isUpdateable: false,
    isUnique: true,
    isDefaultedOnCreate: true,
    relationshipName: 'SetupOwner',
    referenceTo: ['Organization', 'Profile', 'User'],
  }),
  ...AUDIT,
];

/**
 * Apex may fill in the names of a record in memory, though no DML writes it
 * (mitchspano/apex-trigger-actions-framework, FormulaFilterTest).
 */
export const CUSTOM_METADATA_FIELDS: readonly FieldDescription[] = [
  ID,
  systemField('DeveloperName', 'string', { length: 40, isCreateable: true }),
  systemField('MasterLabel', 'string', { length: 40, isCreateable: true }),
  systemField('Label', 'string', { length: 40, isCreateable: true }),
  systemField('Language', 'picklist'),
  systemField('NamespacePrefix', 'string', { length: 15, isNillable: true }),
  systemField('QualifiedApiName', 'string', { length: 70, isCreateable: true }),
  systemField('SystemModstamp', 'datetime'),
];

/** ReplayId and EventUuid are known once the event was published. */
export const EVENT_FIELDS: readonly FieldDescription[] = [
  systemField('ReplayId', 'string', { isNillable: true }),
  systemField('EventUuid', 'string', { length: 36, isNillable: true }),
  ...CREATED.map((field) => ({ ...field, isNillable: true })),
];
