import { fieldOfType } from '../fieldTypes.ts';
import type { FieldDescription, ObjectDescription } from '../SchemaCatalog.ts';
import { elementsOf, reportUnknownElements, textOf, type MetadataElement } from './metadataElement.ts';
import type { SchemaProblem } from './ProjectSchema.ts';
import { CUSTOM_METADATA_FIELDS, CUSTOM_SETTING_FIELDS, customObjectFields, EVENT_FIELDS } from './systemFields.ts';

/** Elements with a meaning for data, and those that only concern pages, search, reports and documentation. */
const KNOWN_ELEMENTS = new Set([
  ...['label', 'pluralLabel', 'nameField', 'sharingModel', 'externalSharingModel', 'customSettingsType', 'visibility'],
  ...['eventType', 'publishBehavior', 'fields', 'fieldSets', 'deploymentStatus', 'fullName', 'validationRules'],
  ...[
    'description',
    'enableActivities',
    'enableBulkApi',
    'enableFeeds',
    'enableHistory',
    'enableLicensing',
    'enableReports',
  ],
  ...['enableSearch', 'enableSharing', 'enableStreamingApi', 'startsWith', 'gender', 'protected', 'actionOverrides'],
  ...['compactLayoutAssignment', 'compactLayouts', 'listViews', 'searchLayouts', 'allowInChatterGroups', 'webLinks'],
]);

const SHARING_MODELS = ['Private', 'Read', 'ReadWrite', 'ControlledByParent'];

/** Reads a CustomObject element of an object that the project owns (`__c`, `__e`, `__mdt`). Its fields are added by the caller. */
export function readCustomObject(
  name: string,
  keyPrefix: string | null,
  element: MetadataElement,
  path: string,
  problems: SchemaProblem[],
): ObjectDescription {
  reportUnknownElements(element, KNOWN_ELEMENTS, `the object ${name}`, path, problems);
  const kind = kindOf(name, element);
  if (kind === 'event' && textOf(element, 'publishBehavior') === undefined) {
    problems.push({ path, code: 'SCH0201', message: `The platform event ${name} needs <publishBehavior>.` });
  }
  const sharingModel = textOf(element, 'sharingModel') ?? null;
  if (sharingModel !== null && !SHARING_MODELS.includes(sharingModel)) {
    problems.push({
      path,
      code: 'SCH0904',
      message: `Sharing model ${sharingModel} of ${name} is not supported by the local org.`,
    });
  }
  if (kind === 'custom' && sharingModel === null) {
    problems.push({ path, code: 'SCH0201', message: `The object ${name} needs <sharingModel>.` });
  }
  const label = textOf(element, 'label') ?? name;
  const isRecord = kind === 'custom' || kind === 'customSetting';
  return {
    name,
    label,
    labelPlural: textOf(element, 'pluralLabel') ?? label,
    keyPrefix,
    kind,
    fields: new Map(
      systemFieldsOf(kind, name, element, path, problems).map((field) => [field.name.toLowerCase(), field]),
    ),
    childRelationships: [],
    publishBehavior:
      kind === 'event' ? ((textOf(element, 'publishBehavior') as 'PublishAfterCommit') ?? 'PublishAfterCommit') : null,
    isCreateable: isRecord || kind === 'event',
    isUpdateable: isRecord,
    isDeletable: isRecord,
    isUndeletable: kind === 'custom',
    isTriggerable: kind === 'custom' || kind === 'event',
    isDmlSupported: true,
    isSetup: false,
    nameField: kind === 'metadataType' ? 'DeveloperName' : kind === 'event' ? null : 'Name',
    sharingModel: sharingModel as ObjectDescription['sharingModel'],
    customSettingsType: (textOf(element, 'customSettingsType') as 'Hierarchy' | undefined) ?? null,
  };
}

function kindOf(name: string, element: MetadataElement): ObjectDescription['kind'] {
  if (/__e$/i.test(name)) return 'event';
  if (/__mdt$/i.test(name)) return 'metadataType';
  return textOf(element, 'customSettingsType') === undefined ? 'custom' : 'customSetting';
}

function systemFieldsOf(
  kind: ObjectDescription['kind'],
  name: string,
  element: MetadataElement,
  path: string,
  problems: SchemaProblem[],
): readonly FieldDescription[] {
  if (kind === 'event') return EVENT_FIELDS;
  if (kind === 'metadataType') return CUSTOM_METADATA_FIELDS;
  if (kind === 'customSetting') return CUSTOM_SETTING_FIELDS;
  const [id, ...others] = customObjectFields(textOf(element, 'sharingModel') ?? null);
  return [id as FieldDescription, nameFieldOf(name, element, path, problems), ...others];
}

function nameFieldOf(
  object: string,
  element: MetadataElement,
  path: string,
  problems: SchemaProblem[],
): FieldDescription {
  const [nameField] = elementsOf(element, 'nameField');
  if (!nameField) {
    problems.push({ path, code: 'SCH0201', message: `The object ${object} needs <nameField>.` });
    return fieldOfType('Name', 'string', 'String', { length: 80 });
  }
  reportUnknownElements(
    nameField,
    new Set(['displayFormat', 'label', 'type', 'startingNumber', 'trackHistory', 'trackFeedHistory']),
    `the name field of ${object}`,
    path,
    problems,
  );
  const isAutoNumber = textOf(nameField, 'type') === 'AutoNumber';
  return fieldOfType('Name', 'string', 'String', {
    label: textOf(nameField, 'label') ?? 'Name',
    length: 80,
    // A record without a name gets its Id as name.
    isNillable: true,
    isDefaultedOnCreate: true,
    isAutoNumber,
    isCreateable: !isAutoNumber,
    isUpdateable: !isAutoNumber,
    displayFormat: isAutoNumber ? (textOf(nameField, 'displayFormat') ?? '{0}') : null,
    isIdLookup: true,
  });
}
