import type { FieldDescription } from '../SchemaCatalog.ts';
import { apexTypeOf, fieldOfType } from '../fieldTypes.ts';
import { elementsOf, reportUnknownElements, textOf, type MetadataElement } from './metadataElement.ts';
import type { SchemaProblem } from './ProjectSchema.ts';

/** Metadata type of a field to its describe type. */
const DESCRIBE_TYPES: Readonly<Record<string, string>> = {
  Text: 'string',
  TextArea: 'textarea',
  LongTextArea: 'textarea',
  Html: 'textarea',
  Number: 'double',
  Currency: 'currency',
  Percent: 'percent',
  Checkbox: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Email: 'email',
  Phone: 'phone',
  Url: 'url',
  Picklist: 'picklist',
  Lookup: 'reference',
  Hierarchy: 'reference',
  AutoNumber: 'string',
};

/** Elements with a meaning for data, and those that only concern pages, reports and documentation. */
const KNOWN_ELEMENTS = new Set([
  ...['fullName', 'label', 'type', 'length', 'precision', 'scale', 'required', 'unique', 'caseSensitive', 'externalId'],
  ...[
    'defaultValue',
    'referenceTo',
    'relationshipName',
    'deleteConstraint',
    'valueSet',
    'displayFormat',
    'startingNumber',
  ],
  ...['description', 'inlineHelpText', 'relationshipLabel', 'visibleLines', 'trackHistory', 'trackTrending'],
  ...['trackFeedHistory', 'fieldManageability', 'securityClassification', 'businessStatus', 'complianceGroup'],
]);

const REQUIRED_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  Text: ['length'],
  LongTextArea: ['length', 'visibleLines'],
  Html: ['length', 'visibleLines'],
  Number: ['precision', 'scale'],
  Currency: ['precision', 'scale'],
  Percent: ['precision', 'scale'],
  Checkbox: ['defaultValue'],
  Picklist: ['valueSet'],
  Lookup: ['referenceTo'],
};

export interface CustomField {
  readonly field: FieldDescription;
  /** Of a lookup: its name on the parent, without `__r`. */
  readonly childRelationshipName: string | null;
}

/** Reads a CustomField element. Null, with problems, when it cannot be used. */
export function readCustomField(element: MetadataElement, path: string, problems: SchemaProblem[]): CustomField | null {
  const name = textOf(element, 'fullName');
  const metadataType = textOf(element, 'type');
  if (!name || !metadataType) {
    problems.push({ path, code: 'SCH0103', message: 'A custom field needs <fullName> and <type>.' });
    return null;
  }
  reportUnknownElements(element, KNOWN_ELEMENTS, `the field ${name}`, path, problems);
  const type = DESCRIBE_TYPES[metadataType];
  const apexType = type === undefined ? undefined : apexTypeOf(type);
  if (type === undefined || apexType === undefined) {
    problems.push({
      path,
      code: 'SCH0902',
      message: `Field type ${metadataType} of ${name} is not supported by the local org.`,
    });
    return null;
  }
  reportMissingProperties(element, metadataType, name, path, problems);
  const picklist = readPicklist(element, name, path, problems);
  const isBoolean = type === 'boolean';
  const defaultValue =
    readDefault(element, name, apexType, path, problems) ?? picklist.defaultValue ?? (isBoolean ? false : null);
  const field = fieldOfType(name, type, apexType, {
    label: textOf(element, 'label') ?? name,
    length: lengthOf(element, metadataType),
    precision: numberOf(element, 'precision'),
    scale: numberOf(element, 'scale'),
    isNillable: !isTrue(element, 'required') && !isBoolean,
    isUnique: isTrue(element, 'unique'),
    isCaseSensitive: isTrue(element, 'caseSensitive'),
    isExternalId: isTrue(element, 'externalId'),
    isIdLookup: isTrue(element, 'externalId'),
    isCustom: true,
    isDefaultedOnCreate: isBoolean || defaultValue !== null,
    defaultValue,
    picklistValues: picklist.values,
    picklistLabels: picklist.labels,
    isRestrictedPicklist: picklist.isRestricted,
    helpText: textOf(element, 'inlineHelpText') ?? null,
    ...(type === 'reference' ? referenceParts(element, name, metadataType) : {}),
    ...(metadataType === 'AutoNumber' ? autoNumberParts(element) : {}),
  });
  return { field, childRelationshipName: textOf(element, 'relationshipName') ?? null };
}

function reportMissingProperties(
  element: MetadataElement,
  metadataType: string,
  field: string,
  path: string,
  problems: SchemaProblem[],
): void {
  for (const property of REQUIRED_PROPERTIES[metadataType] ?? []) {
    if (element[property] !== undefined) continue;
    const message = `The field ${field} of type ${metadataType} needs <${property}>.`;
    problems.push({ path, code: 'SCH0201', message });
  }
}

/** A hierarchy relationship exists on User only and points to User. */
function referenceParts(element: MetadataElement, name: string, metadataType: string): Partial<FieldDescription> {
  const constraint = textOf(element, 'deleteConstraint') as FieldDescription['deleteConstraint'] | undefined;
  return {
    relationshipName: name.replace(/__c$/i, '__r'),
    referenceTo: [metadataType === 'Hierarchy' ? 'User' : (textOf(element, 'referenceTo') ?? '')],
    deleteConstraint: constraint ?? 'SetNull',
  };
}

function autoNumberParts(element: MetadataElement): Partial<FieldDescription> {
  return {
    isAutoNumber: true,
    isNillable: false,
    isCreateable: false,
    isUpdateable: false,
    isDefaultedOnCreate: true,
    displayFormat: textOf(element, 'displayFormat') ?? '{0}',
  };
}

function isTrue(element: MetadataElement, name: string): boolean {
  return textOf(element, name) === 'true';
}

function lengthOf(element: MetadataElement, metadataType: string): number | null {
  if (metadataType === 'TextArea') return 255;
  if (metadataType === 'AutoNumber') return 30;
  const length = numberOf(element, 'length');
  if (length !== null) return length;
  // fieldOfType fills in the length of the other types.
  return { Email: 80, Phone: 40, Url: 255, Picklist: 255, Lookup: 18, Hierarchy: 18 }[metadataType] ?? null;
}

function numberOf(element: MetadataElement, name: string): number | null {
  const text = textOf(element, name);
  return text === undefined ? null : Number(text);
}

interface Picklist {
  readonly values: readonly string[];
  readonly labels: readonly string[];
  readonly isRestricted: boolean;
  readonly defaultValue: string | null;
}

function readPicklist(element: MetadataElement, field: string, path: string, problems: SchemaProblem[]): Picklist {
  const values: string[] = [];
  const labels: string[] = [];
  let defaultValue: string | null = null;
  const [valueSet] = elementsOf(element, 'valueSet');
  if (!valueSet) return { values, labels, isRestricted: false, defaultValue };
  reportUnknownElements(
    valueSet,
    new Set(['restricted', 'valueSetDefinition']),
    `the value set of ${field}`,
    path,
    problems,
  );
  for (const value of elementsOf(valueSet, 'valueSetDefinition').flatMap((definition) =>
    elementsOf(definition, 'value'),
  )) {
    const name = textOf(value, 'fullName');
    if (!name) {
      problems.push({ path, code: 'SCH0103', message: `A value of the picklist ${field} has no <fullName>.` });
      continue;
    }
    values.push(name);
    labels.push(textOf(value, 'label') ?? name);
    if (textOf(value, 'default') === 'true') defaultValue = name;
  }
  return { values, labels, isRestricted: textOf(valueSet, 'restricted') === 'true', defaultValue };
}

/** Literals only: a formula in <defaultValue> would need Salesforce's formula language. */
function readDefault(
  element: MetadataElement,
  field: string,
  apexType: string,
  path: string,
  problems: SchemaProblem[],
): unknown {
  const text = textOf(element, 'defaultValue');
  if (text === undefined) return null;
  if (apexType === 'Boolean') {
    if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  } else if (apexType === 'Decimal') {
    if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  } else if (apexType === 'String') {
    const match = /^(["'])(.*)\1$/s.exec(text);
    if (match) return match[2] ?? '';
  }
  problems.push({
    path,
    code: 'SCH0903',
    message: `The default value of ${field} is a formula (${text}), which is not supported by the local org; use a literal.`,
  });
  return null;
}
