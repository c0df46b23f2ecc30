import { AccessWriter } from '../../security/deploy/AccessWriter.ts';
import { tryToId18 } from '../../values/id.ts';
import type { SeedTarget } from '../SeedTarget.ts';
import { readSeed } from '../seedData.ts';
import { idOf, parentOf, type QueriedRecord } from './readQueriedUsers.ts';

interface KnownProfile {
  readonly id: string;
  readonly permissionSetId: string;
  readonly userType: string;
}

/** Profiles and licenses as they come nested in queried users, each written once. */
export class QueriedProfiles {
  private readonly target: SeedTarget;
  private readonly writer: AccessWriter;
  private readonly profiles = new Map<string, KnownProfile>();
  private readonly licenses = new Map<string, string>();
  private readonly reportedSeats = new Map<string, number>();

  constructor(target: SeedTarget) {
    this.target = target;
    this.writer = new AccessWriter(target.store, target.schema);
  }

  /** The Id of the profile, written when it is seen for the first time. One of both arguments is not null. */
  take(profile: QueriedRecord | null, queriedId: string | null): string {
    const id = queriedId ?? tryToId18(idOf(profile ?? {}) ?? '');
    const name = typeof profile?.Name === 'string' ? profile.Name : null;
    const key = id ?? name ?? '';
    const known = this.profiles.get(key);
    if (known) return known.id;
    const license = profile ? parentOf(profile, 'UserLicense') : null;
    const licenseId = license ? this.takeLicense(license) : null;
    const licenseName = typeof license?.Name === 'string' ? license.Name : null;
    const written = this.write(name ?? `Profile ${key}`, licenseId, licenseName, id);
    this.profiles.set(key, written);
    return written.id;
  }

  /** A System Administrator profile for an org whose query had none. */
  systemAdministrator(): string {
    const existing = this.target.store.findRows('Profile', { Name: 'System Administrator' })[0];
    if (existing) return String(existing.Id);
    const licenseId = this.target.store.insertRow('UserLicense', {
      Name: 'Salesforce',
      MasterLabel: 'Salesforce',
      LicenseDefinitionKey: 'SFDC',
      Status: 'Active',
      TotalLicenses: 1,
    });
    const written = this.write('System Administrator', licenseId, 'Salesforce', null);
    this.profiles.set('System Administrator', written);
    return written.id;
  }

  permissionSetOf(profileId: string | number | boolean | null | undefined): string | null {
    return [...this.profiles.values()].find((profile) => profile.id === profileId)?.permissionSetId ?? null;
  }

  /** Salesforce derives the user type from the license; without a profile only Automated Process is known by its username. */
  userTypeOf(profileId: string | number | boolean | null | undefined, username: string): string | null {
    if (profileId === null) return /^auto(proc|matedclean)@/.test(username) ? 'AutomatedProcess' : null;
    return [...this.profiles.values()].find((profile) => profile.id === profileId)?.userType ?? null;
  }

  /** Lets every license report what the real org reported, whatever part of its users was queried. */
  matchReportedSeats(): void {
    for (const [licenseId, used] of this.reportedSeats) this.target.licenses.matchUsed('UserLicense', licenseId, used);
  }

  private takeLicense(license: QueriedRecord): string {
    const id = tryToId18(idOf(license) ?? '');
    const name = typeof license.Name === 'string' ? license.Name : 'Unknown license';
    const key = id ?? name;
    const known = this.licenses.get(key);
    if (known) return known;
    const written = this.target.store.insertRow('UserLicense', {
      ...(id ? { Id: id } : {}),
      Name: name,
      MasterLabel: name,
      LicenseDefinitionKey:
        readSeed('licenses').userLicenses[name]?.key ?? name.toUpperCase().replace(/[^A-Z0-9]+/g, '_'),
      Status: typeof license.Status === 'string' ? license.Status : 'Active',
      TotalLicenses: typeof license.TotalLicenses === 'number' ? license.TotalLicenses : 0,
    });
    this.licenses.set(key, written);
    if (typeof license.UsedLicenses === 'number') this.reportedSeats.set(written, license.UsedLicenses);
    return written;
  }

  private write(name: string, licenseId: string | null, licenseName: string | null, id: string | null): KnownProfile {
    const seeds = readSeed('profiles');
    const seed = seeds.find((candidate) => candidate.name === name);
    const userType =
      seed?.userType ?? seeds.find((candidate) => candidate.license === licenseName)?.userType ?? 'Standard';
    const permissions = seed?.administrator ? readSeed('administrator-permissions') : (seed?.permissions ?? []);
    const profileId = this.target.store.insertRow('Profile', {
      ...(id ? { Id: id } : {}),
      Name: name,
      UserLicenseId: licenseId,
      UserType: userType,
      IsSsoEnabled: false,
      ...this.writer.permissionColumns('Profile', permissions),
    });
    const permissionSetId = this.target.store.insertRow('PermissionSet', {
      Name: `X${profileId}`,
      Label: profileId,
      ProfileId: profileId,
      IsOwnedByProfile: true,
      IsCustom: seed === undefined || seed.custom === true,
      Type: 'Profile',
      LicenseId: licenseId,
      ...this.writer.permissionColumns('PermissionSet', permissions),
    });
    return { id: profileId, permissionSetId, userType };
  }
}
