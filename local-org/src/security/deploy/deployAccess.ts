import type { SchemaCatalog } from '../../schema/SchemaCatalog.ts';
import type { Store } from '../../store/Store.ts';
import {
  findAccessMetadata,
  readText,
  type AccessMetadataFile,
  type AccessMetadataFiles,
} from './accessMetadataFiles.ts';
import { checkMutingPermissionSet, checkPermissionSet, type DeployTargets } from './checkPermissionSet.ts';
import type { DeployProblem } from './DeployProblem.ts';
import { planProfile, type PlannedProfile } from './deployProfiles.ts';
import { flagOf, readMetadataElement, textOf, textsOf } from './metadataElements.ts';
import { readPermissionSetMetadata, type PermissionSetMetadata } from './PermissionSetMetadata.ts';
import { readProfileMetadata, type ProfileMetadata } from './ProfileMetadata.ts';
import { AccessWriter, type PermissionSetGroupMetadata } from './AccessWriter.ts';

export interface AccessDeployment {
  readonly store: Store;
  readonly schema: SchemaCatalog;
  /** Absolute paths of every metadata file of the project; other kinds are left alone. */
  readonly metadataFiles: readonly string[];
  /** Names of the Apex classes of the project. */
  readonly classNames: readonly string[];
}

interface Parsed<T> {
  readonly file: AccessMetadataFile;
  readonly content: T;
}

/**
 * Deploys custom permissions, profiles, permission sets, muting sets and permission set groups into the org's tables. Deploying again
 * replaces what a set grants and keeps who has it.
 * Nothing is written when there is a problem: Salesforce rolls a deployment back, too.
 */
export function deployAccess(deployment: AccessDeployment): DeployProblem[] {
  const files = findAccessMetadata(deployment.metadataFiles);
  const problems: DeployProblem[] = [];
  const sets = readSets(files.permissionSets, 'PermissionSet', problems);
  const mutings = readSets(files.mutingPermissionSets, 'MutingPermissionSet', problems);
  const groups = readGroups(files.permissionSetGroups, problems);
  const permissions = readCustomPermissions(files.customPermissions, problems);
  const profiles = readProfiles(files.profiles, problems);
  const targets = deployTargets(deployment, files);
  for (const { file, content } of sets) {
    for (const message of checkPermissionSet(content, targets))
      problems.push({ path: file.path, code: 'ACC0002', message });
  }
  for (const { file, content } of mutings) {
    for (const message of checkMutingPermissionSet(content, targets))
      problems.push({ path: file.path, code: 'ACC0002', message });
  }
  problems.push(...checkGroups(groups, sets, mutings, deployment.store));
  const planned = planProfiles(profiles, deployment, targets, problems);
  if (problems.length > 0) return problems;

  const writer = new AccessWriter(deployment.store, deployment.schema);
  for (const name of deployment.classNames) writer.writeApexClass(name);
  for (const { file, content } of permissions)
    writer.writeCustomPermission(file.name, content.label, content.description);
  for (const profile of planned) writer.writeProfile(profile);
  for (const { file, content } of sets) writer.writePermissionSet(file.name, content);
  for (const { file, content } of mutings) writer.writeMutingPermissionSet(file.name, content);
  for (const { file, content } of groups) writer.writeGroup(file.name, content);
  return [];
}

function readSets(
  files: readonly AccessMetadataFile[],
  root: 'PermissionSet' | 'MutingPermissionSet',
  problems: DeployProblem[],
): Parsed<PermissionSetMetadata>[] {
  return read(files, problems, (text, complain) => {
    const { set, complaints } = readPermissionSetMetadata(text, root);
    complaints.forEach(complain);
    return set;
  });
}

function readProfiles(files: readonly AccessMetadataFile[], problems: DeployProblem[]): Parsed<ProfileMetadata>[] {
  return read(files, problems, (text, complain) => {
    const { profile, complaints } = readProfileMetadata(text);
    complaints.forEach(complain);
    return profile;
  });
}

function planProfiles(
  profiles: readonly Parsed<ProfileMetadata>[],
  { store, schema }: AccessDeployment,
  targets: DeployTargets,
  problems: DeployProblem[],
): PlannedProfile[] {
  return profiles.flatMap(({ file, content }) => {
    const planned = planProfile(file.name, content, { store, schema, targets });
    if ('grants' in planned) return [planned];
    for (const message of planned) problems.push({ path: file.path, code: 'ACC0002', message });
    return [];
  });
}

function readGroups(
  files: readonly AccessMetadataFile[],
  problems: DeployProblem[],
): Parsed<PermissionSetGroupMetadata>[] {
  const known = [
    'description',
    'hasActivationRequired',
    'label',
    'mutingPermissionSets',
    'permissionSets',
    'status',
    '#text',
  ];
  return read(files, problems, (text, complain) => {
    const element = readMetadataElement(text, 'PermissionSetGroup');
    for (const name of Object.keys(element)) {
      if (!known.includes(name))
        complain(`The element ${name} is not an element of a permission set group. Remove it.`);
    }
    const label = textOf(element, 'label');
    if (!label) complain('The element label is missing: a permission set group needs one.');
    return {
      label: label ?? '',
      description: textOf(element, 'description'),
      hasActivationRequired: flagOf(element, 'hasActivationRequired'),
      permissionSets: textsOf(element, 'permissionSets'),
      mutingPermissionSets: textsOf(element, 'mutingPermissionSets'),
    };
  });
}

function readCustomPermissions(
  files: readonly AccessMetadataFile[],
  problems: DeployProblem[],
): Parsed<{ label: string; description: string | null }>[] {
  const known = ['description', 'isLicensed', 'label', '#text'];
  return read(files, problems, (text, complain) => {
    const element = readMetadataElement(text, 'CustomPermission');
    for (const name of Object.keys(element)) {
      if (!known.includes(name))
        complain(`The element ${name} of a custom permission is not supported by the local org.`);
    }
    const label = textOf(element, 'label');
    if (!label) complain('The element label is missing: a custom permission needs one.');
    return { label: label ?? '', description: textOf(element, 'description') };
  });
}

function read<T>(
  files: readonly AccessMetadataFile[],
  problems: DeployProblem[],
  parse: (text: string, complain: (message: string) => void) => T,
): Parsed<T>[] {
  return files.flatMap((file) => {
    const complain = (message: string): void => {
      const code = message.includes('not supported by the local org') ? 'ACC0901' : 'ACC0003';
      problems.push({ path: file.path, code, message });
    };
    try {
      return [{ file, content: parse(readText(file), complain) }];
    } catch (error) {
      complain((error as Error).message);
      return [];
    }
  });
}

function deployTargets(deployment: AccessDeployment, files: AccessMetadataFiles): DeployTargets {
  const { store, schema } = deployment;
  const names = (list: readonly string[]) => new Set(list.map((name) => name.toLowerCase()));
  const classes = names(deployment.classNames);
  const tabs = names(files.tabs.map((file) => file.name));
  const applications = names(files.applications.map((file) => file.name));
  const customPermissions = names([
    ...files.customPermissions.map((file) => file.name),
    ...store.findRows('CustomPermission', {}).map((row) => String(row.DeveloperName)),
  ]);
  const licenses = names([
    ...store.rawQuery('SELECT "Name" FROM "UserLicense"').map((row) => String(row.Name)),
    ...store
      .findRows('PermissionSetLicense', {})
      .flatMap((row) => [String(row.MasterLabel), String(row.DeveloperName)]),
  ]);
  return {
    schema,
    hasClass: (name) => classes.has(name.toLowerCase()),
    hasTab: (name) =>
      tabs.has(name.toLowerCase()) || schema.object(name)?.kind === 'custom' || isStandardTab(schema, name),
    hasApplication: (name) => applications.has(name.toLowerCase()) || name.startsWith('standard__'),
    hasCustomPermission: (name) => customPermissions.has(name.toLowerCase()),
    hasLicense: (name) => licenses.has(name.toLowerCase()),
  };
}

function isStandardTab(schema: SchemaCatalog, name: string): boolean {
  return name.startsWith('standard-') && schema.object(name.slice('standard-'.length)) !== undefined;
}

function checkGroups(
  groups: readonly Parsed<PermissionSetGroupMetadata>[],
  sets: readonly Parsed<PermissionSetMetadata>[],
  mutings: readonly Parsed<PermissionSetMetadata>[],
  store: Store,
): DeployProblem[] {
  const known = new Set(sets.map(({ file }) => file.name));
  for (const row of store.findRows('PermissionSet', { IsOwnedByProfile: false })) known.add(String(row.Name));
  const knownMutings = new Set(mutings.map(({ file }) => file.name));
  return groups.flatMap(({ file, content }) => [
    ...content.permissionSets
      .filter((name) => !known.has(name))
      .map((name): DeployProblem => ({
        path: file.path,
        code: 'ACC0002',
        message: `In field: permissionSets - no PermissionSet named ${name} found`,
      })),
    ...content.mutingPermissionSets
      .filter((name) => !knownMutings.has(name))
      .map((name): DeployProblem => ({
        path: file.path,
        code: 'ACC0002',
        message: `In field: mutingPermissionSets - no MutingPermissionSet named ${name} found`,
      })),
  ]);
}
