import type { FieldDescription } from './SchemaCatalog.ts';

/** The Apex type of a field's value, by describe type. */
const APEX_TYPES: Readonly<Record<string, string>> = {
  id: 'Id',
  reference: 'Id',
  string: 'String',
  textarea: 'String',
  email: 'String',
  phone: 'String',
  url: 'String',
  picklist: 'String',
  multipicklist: 'String',
  encryptedstring: 'String',
  combobox: 'String',
  boolean: 'Boolean',
  int: 'Integer',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  base64: 'Blob',
};

/** Undefined for describe types that the local org does not support (address, location, …). */
export function apexTypeOf(describeType: string): string | undefined {
  return APEX_TYPES[describeType];
}

const TEXT_TYPES = new Set(['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'multipicklist', 'combobox']);

/** True for values that SOQL compares as text, ignoring case. */
export function isTextType(describeType: string): boolean {
  return TEXT_TYPES.has(describeType);
}

const NUMBER_TYPES = new Set(['int', 'double', 'currency', 'percent']);

export function isNumberType(describeType: string): boolean {
  return NUMBER_TYPES.has(describeType);
}

/** Types whose values cannot be grouped on Salesforce (SOQL reference, "Field Types in GROUP BY"). */
const NOT_GROUPABLE = new Set([
  'double',
  'currency',
  'percent',
  'datetime',
  'time',
  'base64',
  'multipicklist',
  'textarea',
]);

/** The longest text that may be filtered, sorted and grouped. Longer ones are long text areas. */
const LONGEST_FILTERABLE_TEXT = 255;

const DEFAULT_LENGTHS: Readonly<Record<string, number>> = {
  id: 18,
  reference: 18,
  string: 255,
  textarea: 32_000,
  email: 80,
  phone: 40,
  url: 255,
  picklist: 255,
};

type MutableField = { -readonly [K in keyof FieldDescription]: FieldDescription[K] };

/** A field with what its type usually means on Salesforce; the caller overrides what it knows better. */
export function fieldOfType(
  name: string,
  type: string,
  apexType: string,
  known: Partial<FieldDescription>,
): FieldDescription {
  const length = known.length ?? DEFAULT_LENGTHS[type] ?? null;
  const isLong = type === 'textarea' && (length ?? 0) > LONGEST_FILTERABLE_TEXT;
  const isOpaque = isLong || type === 'base64';
  const field: MutableField = {
    name,
    label: labelOf(name),
    type,
    apexType,
    length,
    precision: null,
    scale: type === 'int' ? 0 : null,
    isNillable: true,
    isCreateable: true,
    isUpdateable: true,
    isFilterable: !isOpaque,
    isSortable: !isOpaque && type !== 'multipicklist',
    isGroupable: !isOpaque && (!NOT_GROUPABLE.has(type) || (type === 'textarea' && !isLong)),
    isUnique: false,
    isExternalId: false,
    isCustom: false,
    relationshipName: null,
    referenceTo: [],
    defaultValue: type === 'boolean' ? false : null,
    picklistValues: [],
    picklistLabels: [],
    isRestrictedPicklist: false,
    isCaseSensitive: false,
    isDefaultedOnCreate: type === 'boolean',
    isAutoNumber: false,
    displayFormat: null,
    isAggregatable: true,
    isIdLookup: type === 'id',
    helpText: null,
    deleteConstraint: 'SetNull',
  };
  return Object.assign(field, known, { length });
}

/** `LastModifiedDate` reads "Last Modified Date", `ProfileId` "Profile ID", `UserPermissionsMarketingUser` "Marketing User". */
function labelOf(name: string): string {
  return name
    .replace(/__c$/, '')
    .replace(/^(?:User)?Permissions(?=[A-Z])/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/ Id$/, ' ID');
}
