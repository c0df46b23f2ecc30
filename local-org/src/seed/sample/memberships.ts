import type { PseudoRandom } from '../PseudoRandom.ts';
import type { SeedTarget } from '../SeedTarget.ts';
import type { GroupsSeed, LicensesSeed } from '../seedData.ts';
import { DAY } from '../SeedTarget.ts';
import { isInternalUser, type PlannedUser } from './PlannedUser.ts';

/** Writes public groups and queues with their members; members who left the company are still among them. */
export function seedGroups(
  target: SeedTarget,
  seed: GroupsSeed,
  users: readonly PlannedUser[],
  random: PseudoRandom,
  scale: number,
): void {
  const candidates = users.filter((user) => isInternalUser(user) && user.persona === null);
  const developerName = (name: string) => name.replace(/[^A-Za-z0-9]+/g, '_');
  const groups = seed.publicGroups.map((name) =>
    target.store.insertRow('Group', {
      Name: name,
      DeveloperName: developerName(name),
      Type: 'Regular',
      DoesIncludeBosses: true,
    }),
  );
  const queues = seed.queues.map((queue) => {
    const id = target.store.insertRow('Group', {
      Name: queue.name,
      DeveloperName: developerName(queue.name),
      Type: 'Queue',
    });
    for (const object of queue.objects) target.store.insertRow('QueueSobject', { QueueId: id, SobjectType: object });
    return id;
  });
  addMembers(target, groups, candidates, Math.round(seed.publicGroupMembers * scale), random);
  addMembers(target, queues, candidates, Math.round(seed.queueMembers * scale), random);
}

function addMembers(
  target: SeedTarget,
  groupIds: readonly string[],
  users: readonly PlannedUser[],
  count: number,
  random: PseudoRandom,
): void {
  const pairs = new Set<string>();
  const possible = Math.min(count, groupIds.length * users.length);
  while (pairs.size < possible) pairs.add(`${random.pick(groupIds)} ${random.pick(users).id}`);
  for (const pair of pairs) {
    const [GroupId = '', UserOrGroupId = ''] = pair.split(' ');
    target.store.insertRow('GroupMember', { GroupId, UserOrGroupId });
  }
}

/** Writes the licenses of managed packages and who holds them; inactive holders keep theirs. */
export function seedPackages(
  target: SeedTarget,
  seed: LicensesSeed,
  users: readonly PlannedUser[],
  random: PseudoRandom,
  scale: number,
): void {
  const now = target.clock.now();
  const holders = users.filter((user) => user.profile?.license === 'Salesforce' && user.persona === null);
  for (const pack of seed.packages) {
    const packageId = target.store.insertRow('PackageLicense', {
      NamespacePrefix: pack.namespace,
      AllowedLicenses: pack.allowed < 0 ? pack.allowed : Math.round(pack.allowed * Math.max(1, scale)),
      Status: pack.status,
      IsProvisioned: true,
      ExpirationDate: pack.expiredDaysAgo ? now - pack.expiredDaysAgo * DAY : null,
    });
    for (const isActive of [true, false]) {
      const count = Math.round((isActive ? pack.active : pack.inactive) * scale);
      for (const user of random.sample(
        holders.filter((holder) => holder.isActive === isActive),
        count,
      )) {
        target.store.insertRow('UserPackageLicense', { UserId: user.id, PackageLicenseId: packageId });
      }
    }
  }
}

/** Ticks feature license checkboxes; those of inactive users stay ticked. Writes yesterday's metric of each license. */
export function seedFeatureUsers(
  target: SeedTarget,
  seed: LicensesSeed,
  users: readonly PlannedUser[],
  random: PseudoRandom,
  scale: number,
): void {
  const holders = users.filter((user) => user.profile?.license === 'Salesforce' && user.persona === null);
  const yesterday = new Date(target.clock.now() - DAY).toISOString().slice(0, 10);
  for (const [field, feature] of Object.entries(seed.featureLicenses)) {
    for (const isActive of [true, false]) {
      const count = Math.round((isActive ? feature.active : feature.inactive) * scale);
      for (const user of random.sample(
        holders.filter((holder) => holder.isActive === isActive),
        count,
      )) {
        target.store.updateRow('User', user.id, { [field]: true });
      }
    }
    target.store.insertRow('ActiveFeatureLicenseMetric', {
      FeatureType: field.replace('UserPermissions', ''),
      MetricsDate: yesterday,
      TotalLicenseCount: Math.round(feature.seats * Math.max(1, scale)),
      AssignedUserCount: Math.round(feature.active * scale),
      ActiveUserCount: Math.round(feature.active * scale * 0.7),
    });
  }
}
