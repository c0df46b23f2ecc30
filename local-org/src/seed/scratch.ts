import { seedFeatureLicenses, seedUserLicenses } from './base/licenses.ts';
import { seedOrganization } from './base/organization.ts';
import { seedProfiles } from './base/profiles.ts';
import { USER_DEFAULTS } from './base/userRow.ts';
import { DAY, inOneTransaction, type SeededOrg, type SeedTarget } from './SeedTarget.ts';
import { readSeed } from './seedData.ts';

/** As few seats as a fresh scratch org has, so that tests cannot rely on more. */
const SCRATCH_SEATS: Readonly<Record<string, number>> = {
  Salesforce: 3,
  'Salesforce Platform': 3,
  'Force.com - Free': 2,
};

/**
 * What a fresh scratch org holds, and Apex tests see: licenses with few seats, the standard profiles, one administrator, the
 * users of the platform. No roles, no groups, no history.
 */
export function seedScratch(target: SeedTarget): SeededOrg {
  return inOneTransaction(target.store, () => {
    const now = target.clock.now();
    const createdAt = now - DAY;
    const licenses = readSeed('licenses');
    const organizationId = seedOrganization(target.store, { name: 'Scratch Org', createdAt });
    const licenseIds = seedUserLicenses(target, licenses, ({ name, total }) => SCRATCH_SEATS[name] ?? total, createdAt);
    seedFeatureLicenses(target, () => 2);
    const standard = readSeed('profiles').filter((profile) => profile.custom !== true);
    const profiles = seedProfiles(target, standard, licenseIds, createdAt);
    const automatedProcessUserId = target.store.insertRow('User', {
      ...USER_DEFAULTS,
      FirstName: 'Automated',
      LastName: 'Process',
      Username: `autoproc@${organizationId.toLowerCase()}`,
      Email: `autoproc@${organizationId.toLowerCase()}`,
      Alias: 'autoproc',
      CommunityNickname: 'autoproc',
      UserType: 'AutomatedProcess',
      CreatedDate: createdAt,
      LastModifiedDate: createdAt,
      SystemModstamp: createdAt,
    });
    const administrator = profiles.get('System Administrator');
    if (!administrator) throw new Error('data/org/profiles.json has no System Administrator.');
    const administratorId = target.store.insertRow('User', {
      ...USER_DEFAULTS,
      FirstName: 'User',
      LastName: 'User',
      Username: 'admin@scratch-org.example',
      Email: 'admin@scratch-org.example',
      Alias: 'admin',
      CommunityNickname: 'admin',
      ProfileId: administrator.id,
      CreatedDate: createdAt,
      LastModifiedDate: createdAt,
      SystemModstamp: createdAt,
    });
    target.store.insertRow('UserLogin', { UserId: administratorId, IsFrozen: false, IsPasswordLocked: false });
    target.store.insertRow('PermissionSetAssignment', {
      AssigneeId: administratorId,
      PermissionSetId: administrator.permissionSetId,
    });
    target.store.updateRow('Organization', organizationId, { CreatedById: administratorId });
    return { organizationId, administratorId, automatedProcessUserId };
  });
}
