import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** One metadata file of a kind that decides about access. */
export interface AccessMetadataFile {
  /** Absolute. */
  readonly path: string;
  /** The API name: the file name without its suffix. */
  readonly name: string;
}

/** The access metadata of a project by kind. */
export interface AccessMetadataFiles {
  readonly permissionSets: readonly AccessMetadataFile[];
  readonly permissionSetGroups: readonly AccessMetadataFile[];
  readonly mutingPermissionSets: readonly AccessMetadataFile[];
  readonly customPermissions: readonly AccessMetadataFile[];
  readonly tabs: readonly AccessMetadataFile[];
  readonly applications: readonly AccessMetadataFile[];
  readonly profiles: readonly AccessMetadataFile[];
}

/** Sorts the metadata files of a project, in source or metadata format, into the kinds that decide about access. */
export function findAccessMetadata(metadataFiles: readonly string[]): AccessMetadataFiles {
  const ofKind = (suffix: string): AccessMetadataFile[] =>
    metadataFiles.flatMap((path) => {
      const name = nameOf(path, suffix);
      return name === null ? [] : [{ path, name }];
    });
  return {
    permissionSets: ofKind('permissionset'),
    permissionSetGroups: ofKind('permissionsetgroup'),
    mutingPermissionSets: ofKind('mutingpermissionset'),
    customPermissions: ofKind('customPermission'),
    tabs: ofKind('tab'),
    applications: ofKind('app'),
    profiles: ofKind('profile'),
  };
}

export function readText(file: AccessMetadataFile): string {
  return readFileSync(file.path, 'utf8');
}

function nameOf(path: string, suffix: string): string | null {
  const file = basename(path).replace(/-meta\.xml$/, '');
  return file.endsWith(`.${suffix}`) ? decodeURIComponent(file.slice(0, -suffix.length - 1)) : null;
}
