import { childrenOf, flagOf, readMetadataElement, textOf, type MetadataElement } from './metadataElements.ts';

export interface ObjectPermissionMetadata {
  readonly object: string;
  readonly create: boolean;
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
  readonly viewAllFields: boolean;
}

/** The content of a permission set (or muting permission set) file, as far as it grants something. */
export interface PermissionSetMetadata {
  readonly label: string;
  readonly description: string | null;
  readonly license: string | null;
  readonly hasActivationRequired: boolean;
  readonly userPermissions: readonly string[];
  readonly customPermissions: readonly string[];
  readonly classes: readonly string[];
  readonly objects: readonly ObjectPermissionMetadata[];
  readonly fields: readonly { readonly field: string; readonly read: boolean; readonly edit: boolean }[];
  readonly tabs: readonly { readonly tab: string; readonly visibility: string }[];
  readonly applications: readonly string[];
  /** Custom metadata types and custom settings. */
  readonly types: readonly string[];
}

/** Elements by name, each with what may stand in it. */
export type ElementParts = Readonly<Record<string, readonly string[]>>;

/** Elements of a permission set and what may stand in each. Source: Metadata API Developer Guide, PermissionSet. */
const UNDERSTOOD: ElementParts = {
  label: [],
  description: [],
  license: [],
  hasActivationRequired: [],
  ...grantElements(),
  tabSettings: ['tab', 'visibility'],
};

/** Elements of grants that permission sets and profiles share. */
export function grantElements(): ElementParts {
  return {
    userPermissions: ['enabled', 'name'],
    customPermissions: ['enabled', 'name'],
    classAccesses: ['apexClass', 'enabled'],
    objectPermissions: [
      'allowCreate',
      'allowDelete',
      'allowEdit',
      'allowRead',
      'modifyAllRecords',
      'object',
      'viewAllFields',
      'viewAllRecords',
    ],
    fieldPermissions: ['editable', 'field', 'readable'],
    applicationVisibilities: ['application', 'default', 'visible'],
    customMetadataTypeAccesses: ['enabled', 'name'],
    customSettingAccesses: ['enabled', 'name'],
  };
}

/** Elements that Salesforce knows and the local org does not: refused, so that nothing is granted there and missing here. */
const KNOWN_ONLY = new Set([
  'agentAccesses',
  'dataspaceScopes',
  'emailRoutingAddressAccesses',
  'externalCredentialPrincipalAccesses',
  'externalDataSourceAccesses',
  'flowAccesses',
  'pageAccesses',
  'recordTypeVisibilities',
  'servicePresenceStatusAccesses',
]);

export interface PermissionSetReading {
  readonly set: PermissionSetMetadata;
  /** Sentences; empty when every element was understood. */
  readonly complaints: readonly string[];
}

/** Reads the XML of a permission set. Throws an Error with a sentence when it is no such file at all. */
export function readPermissionSetMetadata(
  text: string,
  root: 'PermissionSet' | 'MutingPermissionSet',
): PermissionSetReading {
  const element = readMetadataElement(text, root);
  const complaints = [...complaintsAbout(element, UNDERSTOOD, KNOWN_ONLY, 'a permission set')];
  const label = textOf(element, 'label');
  if (!label) complaints.push('The element label is missing: a permission set needs one.');
  return {
    complaints,
    set: {
      label: label ?? '',
      description: textOf(element, 'description'),
      license: textOf(element, 'license'),
      hasActivationRequired: flagOf(element, 'hasActivationRequired'),
      userPermissions: enabledNames(element, 'userPermissions', 'name'),
      customPermissions: enabledNames(element, 'customPermissions', 'name'),
      classes: enabledNames(element, 'classAccesses', 'apexClass'),
      objects: readObjects(element),
      fields: readFields(element),
      tabs: childrenOf(element, 'tabSettings').map((child) => ({
        tab: textOf(child, 'tab') ?? '',
        visibility: textOf(child, 'visibility') ?? '',
      })),
      applications: childrenOf(element, 'applicationVisibilities')
        .filter((child) => flagOf(child, 'visible'))
        .map((child) => textOf(child, 'application') ?? ''),
      types: [
        ...enabledNames(element, 'customMetadataTypeAccesses', 'name'),
        ...enabledNames(element, 'customSettingAccesses', 'name'),
      ],
    },
  };
}

/** What of an element is not understood, as sentences. */
export function* complaintsAbout(
  element: MetadataElement,
  understood: ElementParts,
  knownOnly: ReadonlySet<string>,
  what: string,
): Generator<string> {
  for (const [name, values] of Object.entries(element)) {
    if (name === '#text') continue;
    const parts = understood[name];
    if (!parts) {
      yield knownOnly.has(name)
        ? `The element ${name} is not supported by the local org. Keep it in ${what} outside of the project.`
        : `The element ${name} is not an element of ${what}. Remove it.`;
      continue;
    }
    for (const value of values) {
      if (typeof value === 'string') continue;
      for (const part of Object.keys(value)) {
        if (!parts.includes(part)) yield `The element ${part} inside ${name} is not known. Remove it.`;
      }
    }
  }
}

function enabledNames(element: MetadataElement, child: string, name: string): string[] {
  return childrenOf(element, child)
    .filter((entry) => flagOf(entry, 'enabled'))
    .map((entry) => textOf(entry, name) ?? '');
}

export function readObjects(element: MetadataElement): ObjectPermissionMetadata[] {
  return childrenOf(element, 'objectPermissions').map(readObject);
}

export function readFields(element: MetadataElement): PermissionSetMetadata['fields'] {
  return childrenOf(element, 'fieldPermissions').map((child) => ({
    field: textOf(child, 'field') ?? '',
    read: flagOf(child, 'readable'),
    edit: flagOf(child, 'editable'),
  }));
}

function readObject(child: MetadataElement): ObjectPermissionMetadata {
  return {
    object: textOf(child, 'object') ?? '',
    create: flagOf(child, 'allowCreate'),
    read: flagOf(child, 'allowRead'),
    edit: flagOf(child, 'allowEdit'),
    delete: flagOf(child, 'allowDelete'),
    viewAll: flagOf(child, 'viewAllRecords'),
    modifyAll: flagOf(child, 'modifyAllRecords'),
    viewAllFields: flagOf(child, 'viewAllFields'),
  };
}
