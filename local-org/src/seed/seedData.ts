import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DATA = join(import.meta.dirname, '..', '..', '..', 'data');

/** Where the sample data of the repository lies. */
export function dataFile(...path: string[]): string {
  return join(DATA, ...path);
}

export interface LicenseSeed {
  readonly key: string;
  readonly seatFactor?: number;
  readonly users: number;
  readonly active: number;
  /** What the org reports as used, where it differs from what is counted. */
  readonly reportedUsed?: number;
}

export interface PackageSeed {
  readonly namespace: string;
  /** -1: the whole org. */
  readonly allowed: number;
  readonly status: string;
  readonly expiredDaysAgo?: number;
  readonly active: number;
  readonly inactive: number;
}

export interface LicensesSeed {
  readonly userLicenses: Readonly<Record<string, LicenseSeed>>;
  readonly permissionSetLicenses: Readonly<
    Record<string, { readonly name: string; readonly maximum: readonly string[]; readonly seatFactor?: number }>
  >;
  readonly featureLicenses: Readonly<
    Record<string, { readonly seats: number; readonly active: number; readonly inactive: number }>
  >;
  readonly packages: readonly PackageSeed[];
}

export interface ProfileSeed {
  readonly name: string;
  readonly license: string;
  readonly userType?: string;
  readonly custom?: boolean;
  readonly sso?: boolean;
  readonly administrator?: boolean;
  readonly permissions?: readonly string[];
  readonly objects?: 'read' | 'edit' | 'delete';
  /** How often it is taken among the profiles of its license. */
  readonly share: number;
}

export interface RoleSeed {
  readonly name: string;
  readonly parent: string | null;
  readonly portal?: 'Partner' | 'CustomerPortal';
}

export interface SetSeed {
  readonly name: string;
  readonly label: string;
  readonly permissions?: readonly string[];
  readonly objects?: Readonly<Record<string, 'read' | 'edit' | 'delete'>>;
  readonly userLicense?: string;
  readonly permissionSetLicense?: string;
  /** The set names no license, but what it grants needs this one, assigned beforehand. */
  readonly needsLicenseByHand?: string;
  readonly hasActivationRequired?: boolean;
  readonly highRisk?: boolean;
  readonly weight: number;
}

export interface SetGroupSeed {
  readonly name: string;
  readonly label: string;
  readonly sets: readonly string[];
  readonly muting?: readonly string[];
  readonly weight: number;
}

export interface PermissionSetsSeed {
  readonly sets: readonly SetSeed[];
  readonly mutingSets: readonly {
    readonly name: string;
    readonly label: string;
    readonly permissions: readonly string[];
  }[];
  readonly groups: readonly SetGroupSeed[];
}

export interface GroupsSeed {
  readonly publicGroups: readonly string[];
  readonly queues: readonly { readonly name: string; readonly objects: readonly string[] }[];
  readonly publicGroupMembers: number;
  readonly queueMembers: number;
  readonly chatterGroups: readonly {
    readonly name: string;
    readonly type: 'Public' | 'Private' | 'Unlisted';
    readonly archived?: boolean;
  }[];
  /** Beside the owners. */
  readonly chatterMembers: number;
}

export interface PersonaSeed {
  readonly key: string;
  readonly role: string;
  readonly description: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly profile: string;
  readonly userRole: string;
  readonly title: string;
  readonly permissionSets: readonly string[];
}

export interface PersonName {
  readonly firstName: string | null;
  readonly lastName: string;
}

export interface PeopleSeed {
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
  readonly rareNames: readonly PersonName[];
  readonly sameNames: readonly (PersonName & { readonly times: number })[];
  readonly departments: readonly string[];
  readonly titles: readonly string[];
  readonly divisions: readonly string[];
  readonly companies: readonly string[];
  /** City, country, time zone, locale. */
  readonly cities: readonly (readonly [string, string, string, string])[];
  readonly accountNames: readonly string[];
  readonly accountKinds: readonly string[];
}

export type SharesSeed = Readonly<Record<string, number>>;

interface SeedFiles {
  licenses: LicensesSeed;
  profiles: readonly ProfileSeed[];
  'administrator-permissions': readonly string[];
  roles: readonly RoleSeed[];
  'permission-sets': PermissionSetsSeed;
  groups: GroupsSeed;
  personas: readonly PersonaSeed[];
  people: PeopleSeed;
  shares: SharesSeed;
}

/** One of the files in data/org. */
export function readSeed<K extends keyof SeedFiles>(name: K): SeedFiles[K] {
  return JSON.parse(readFileSync(dataFile('org', `${name}.json`), 'utf8')) as SeedFiles[K];
}

/** A table of data/licenses as rows by column name. */
export function readLicenseTable(file: 'user-licenses.csv' | 'permission-set-licenses.csv'): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(dataFile('licenses', file), 'utf8').split(/\r?\n/).filter(Boolean);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}
