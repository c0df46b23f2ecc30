import { childrenOf, flagOf, readMetadataElement, textOf, type MetadataElement } from './metadataElements.ts';
import {
  complaintsAbout,
  grantElements,
  readFields,
  readObjects,
  type ElementParts,
  type PermissionSetMetadata,
} from './PermissionSetMetadata.ts';

/** What a profile file says. It changes what it names; the rest of the profile stays as it is. */
export interface ProfileMetadata {
  /** Null when the file does not say. */
  readonly custom: boolean | null;
  readonly userLicense: string | null;
  readonly description: string | null;
  /** By name: enabled or not. */
  readonly userPermissions: ReadonlyMap<string, boolean>;
  readonly customPermissions: ReadonlyMap<string, boolean>;
  readonly classes: ReadonlyMap<string, boolean>;
  readonly applications: ReadonlyMap<string, boolean>;
  /** Custom metadata types and custom settings. */
  readonly types: ReadonlyMap<string, boolean>;
  /** By tab: as permission sets say it, Visible, Available or None. */
  readonly tabs: ReadonlyMap<string, string>;
  readonly objects: PermissionSetMetadata['objects'];
  readonly fields: PermissionSetMetadata['fields'];
}

/** Elements of a profile and what may stand in each. Source: Metadata API Developer Guide, Profile. */
const UNDERSTOOD: ElementParts = {
  custom: [],
  description: [],
  fullName: [],
  userLicense: [],
  ...grantElements(),
  tabVisibilities: ['tab', 'visibility'],
  // Layouts are files here that mean nothing, and so does who gets which.
  layoutAssignments: ['layout', 'recordType'],
};

/** Elements that Salesforce knows and the local org does not: refused, because they open or close something. */
const KNOWN_ONLY = new Set([
  'agentAccesses',
  'categoryGroupVisibilities',
  'dataspaceScopes',
  'externalCredentialPrincipalAccesses',
  'externalDataSourceAccesses',
  'fieldLevelSecurities',
  'flowAccesses',
  'loginFlows',
  'loginHours',
  'loginIpRanges',
  'pageAccesses',
  'profileActionOverrides',
  'recordTypeVisibilities',
  'servicePresenceStatusAccesses',
]);

/** Metadata API Developer Guide, "ProfileTabVisibility". */
const TAB_VISIBILITIES: Readonly<Record<string, string>> = {
  DefaultOn: 'Visible',
  DefaultOff: 'Available',
  Hidden: 'None',
};

/** File names of standard profiles that differ from the names that users see. Source: Tooling API, Profile.FullName. */
const STANDARD_NAMES: Readonly<Record<string, string>> = {
  Admin: 'System Administrator',
  ContractManager: 'Contract Manager',
  MarketingProfile: 'Marketing User',
  ReadOnly: 'Read Only',
  SolutionManager: 'Solution Manager',
  Standard: 'Standard User',
  StandardAul: 'Standard Platform User',
};

/** The name of a profile, as Profile.Name has it, by the name of its file. */
export function profileName(fileName: string): string {
  return STANDARD_NAMES[fileName] ?? fileName;
}

/** Reads the XML of a profile. Throws an Error with a sentence when it is no such file at all. */
export function readProfileMetadata(text: string): { profile: ProfileMetadata; complaints: readonly string[] } {
  const element = readMetadataElement(text, 'Profile');
  const complaints = [...complaintsAbout(element, UNDERSTOOD, KNOWN_ONLY, 'a profile')];
  const tabs = new Map<string, string>();
  for (const child of childrenOf(element, 'tabVisibilities')) {
    const [tab, visibility] = [textOf(child, 'tab') ?? '', textOf(child, 'visibility') ?? ''];
    const known = TAB_VISIBILITIES[visibility];
    if (known) tabs.set(tab, known);
    else
      complaints.push(
        `The visibility "${visibility}" of tab ${tab} is not known. Use DefaultOn, DefaultOff or Hidden.`,
      );
  }
  return {
    complaints,
    profile: {
      custom: textOf(element, 'custom') === null ? null : flagOf(element, 'custom'),
      userLicense: textOf(element, 'userLicense'),
      description: textOf(element, 'description'),
      userPermissions: switches(element, 'userPermissions', 'name'),
      customPermissions: switches(element, 'customPermissions', 'name'),
      classes: switches(element, 'classAccesses', 'apexClass'),
      applications: switches(element, 'applicationVisibilities', 'application', 'visible'),
      types: new Map([
        ...switches(element, 'customMetadataTypeAccesses', 'name'),
        ...switches(element, 'customSettingAccesses', 'name'),
      ]),
      tabs,
      objects: readObjects(element),
      fields: readFields(element),
    },
  };
}

function switches(element: MetadataElement, child: string, name: string, flag = 'enabled'): Map<string, boolean> {
  return new Map(childrenOf(element, child).map((entry) => [textOf(entry, name) ?? '', flagOf(entry, flag)]));
}
