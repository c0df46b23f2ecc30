import { FULL_LICENSE_KEY, FULL_LICENSE_ONLY } from '../../rules/assignment/licenseFit.ts';
import type { SchemaCatalog } from '../../schema/SchemaCatalog.ts';
import type { Store } from '../../store/Store.ts';
import { checkPermissionSet, type DeployTargets } from './checkPermissionSet.ts';
import { overlayProfile } from './overlayProfile.ts';
import type { PermissionSetMetadata } from './PermissionSetMetadata.ts';
import { profileName, type ProfileMetadata } from './ProfileMetadata.ts';
import { readGrants } from './readGrants.ts';

/** A profile that was found good: what will be written. */
export interface PlannedProfile {
  readonly name: string;
  readonly description: string | null;
  /** Of the permission set that the profile owns; null for a profile that is made. */
  readonly permissionSetId: string | null;
  readonly licenseId: string;
  readonly userType: string;
  readonly grants: PermissionSetMetadata;
}

const NO_GRANTS: PermissionSetMetadata = {
  label: '',
  description: null,
  license: null,
  hasActivationRequired: false,
  userPermissions: [],
  customPermissions: [],
  classes: [],
  objects: [],
  fields: [],
  tabs: [],
  applications: [],
  types: [],
};

/**
 * What deploying a profile's file makes of it, or the sentences that refuse it. A profile that the org does not have is made; it
 * grants what its file says and nothing else.
 */
export function planProfile(
  fileName: string,
  profile: ProfileMetadata,
  org: { readonly store: Store; readonly schema: SchemaCatalog; readonly targets: DeployTargets },
): PlannedProfile | readonly string[] {
  const { store, schema, targets } = org;
  const name = profileName(fileName);
  const [row] = store.findRows('Profile', { Name: name });
  const [owned] = row ? store.findRows('PermissionSet', { ProfileId: row.Id ?? null, IsOwnedByProfile: true }) : [];
  if (!row || !owned) return planNew(name, profile, org);
  const license = store.getRow('UserLicense', String(row.UserLicenseId));
  const isStandard = owned.IsCustom !== true;
  const refusals: string[] = [];
  if (profile.custom !== null && profile.custom === isStandard) {
    refusals.push(`${name} is a ${isStandard ? 'standard' : 'custom'} profile: correct the element custom.`);
  }
  if (profile.userLicense !== null && profile.userLicense !== license?.Name) {
    refusals.push(`The license of ${name} is ${String(license?.Name)}: a deployment cannot change it.`);
  }
  const before = readGrants(store, String(owned.Id));
  const grants = overlayProfile(before, profile, isStandard, schema);
  // What the profile had is not the file's fault.
  const known = new Set(checkPermissionSet(before, targets));
  refusals.push(
    ...checkNames(profile, targets),
    ...checkPermissionSet(grants, targets).filter((each) => !known.has(each)),
  );
  refusals.push(...checkLicense(grants, license?.LicenseDefinitionKey, before));
  if (refusals.length > 0) return [...new Set(refusals)];
  return {
    name,
    description: profile.description,
    permissionSetId: String(owned.Id),
    licenseId: String(row.UserLicenseId),
    userType: String(row.UserType),
    grants,
  };
}

function planNew(
  name: string,
  profile: ProfileMetadata,
  { store, schema, targets }: Parameters<typeof planProfile>[2],
): PlannedProfile | readonly string[] {
  if (profile.custom !== true) {
    return [`There is no standard profile ${name}. Say <custom>true</custom> to make a profile of that name.`];
  }
  if (profile.userLicense === null) return [`The element userLicense is missing: the new profile ${name} needs one.`];
  const licenses = store.findRows('UserLicense', { Name: profile.userLicense });
  const license = licenses.find((row) => row.Status === 'Active') ?? licenses[0];
  if (!license) return [`In field: userLicense - no UserLicense named ${profile.userLicense} found`];
  const grants = overlayProfile(NO_GRANTS, profile, false, schema);
  const refusals = [
    ...checkNames(profile, targets),
    ...checkPermissionSet(grants, targets),
    ...checkLicense(grants, license.LicenseDefinitionKey, NO_GRANTS),
  ];
  if (refusals.length > 0) return [...new Set(refusals)];
  const [sibling] = store.findRows('Profile', { UserLicenseId: license.Id ?? null });
  return {
    name,
    description: profile.description,
    permissionSetId: null,
    licenseId: String(license.Id),
    userType: String(sibling?.UserType ?? 'Standard'),
    grants,
  };
}

/** What is named and switched off has to exist, too. */
function checkNames(profile: ProfileMetadata, targets: DeployTargets): string[] {
  const named: PermissionSetMetadata = {
    ...NO_GRANTS,
    customPermissions: [...profile.customPermissions.keys()],
    classes: [...profile.classes.keys()],
    applications: [...profile.applications.keys()],
    types: [...profile.types.keys()],
    tabs: [...profile.tabs].map(([tab, visibility]) => ({ tab, visibility })),
  };
  const columns = targets.schema.object('PermissionSet')?.fields;
  const unknown = [...profile.userPermissions.keys()].filter(
    (permission) => !columns?.has(`permissions${permission.toLowerCase()}`),
  );
  return [
    ...unknown.map((permission) => `Unknown user permission: ${permission}. Check its API name.`),
    ...profile.objects
      .filter(({ object }) => !targets.schema.object(object))
      .map(({ object }) => `In field: object - no CustomObject named ${object} found`),
    ...checkPermissionSet(named, targets),
  ];
}

function checkLicense(grants: PermissionSetMetadata, licenseKey: unknown, before: PermissionSetMetadata): string[] {
  if (licenseKey === FULL_LICENSE_KEY) return [];
  return grants.userPermissions
    .filter((permission) => FULL_LICENSE_ONLY.includes(permission) && !before.userPermissions.includes(permission))
    .map((permission) => `The user license doesn't allow the permission: ${permission}`);
}
