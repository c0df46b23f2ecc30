import { PseudoRandom } from '../PseudoRandom.ts';
import type { SeedTarget } from '../SeedTarget.ts';
import type { GroupsSeed } from '../seedData.ts';
import { isInternalUser, type PlannedUser } from './PlannedUser.ts';

/** Numbers of its own: what else is drawn for the sample does not depend on Chatter. */
const SEED = 20_261_122;
/** One member in so many manages the group. */
const MANAGERS = 12;

/**
 * Writes Chatter groups with their owners and members. Who was deactivated has left them, but a group keeps its owner: one is
 * owned by somebody who is inactive.
 */
export function seedChatterGroups(
  target: SeedTarget,
  seed: GroupsSeed,
  users: readonly PlannedUser[],
  scale: number,
): void {
  if (!target.schema.object('CollaborationGroup')) return;
  const random = new PseudoRandom(SEED);
  const people = users.filter((user) => isInternalUser(user) && user.persona === null);
  const active = people.filter((user) => user.isActive);
  const former = people.find((user) => !user.isActive && user.profile?.license === 'Salesforce');
  const members = new Set<string>();
  const add = (CollaborationGroupId: string, MemberId: string, CollaborationRole: 'Admin' | 'Standard'): void => {
    if (members.has(`${CollaborationGroupId} ${MemberId}`)) return;
    members.add(`${CollaborationGroupId} ${MemberId}`);
    target.store.insertRow('CollaborationGroupMember', {
      ...{ CollaborationGroupId, MemberId, CollaborationRole },
      NotificationFrequency: random.pick(['D', 'W', 'N']),
    });
  };
  const groups = seed.chatterGroups.map(({ name, type, archived }, index) => {
    const OwnerId = (index === 1 && former ? former : random.pick(active)).id;
    const id = target.store.insertRow('CollaborationGroup', {
      ...{ Name: name, CollaborationType: type, OwnerId },
      IsArchived: archived === true,
      CreatedById: OwnerId,
      LastModifiedById: OwnerId,
    });
    add(id, OwnerId, 'Admin');
    return id;
  });
  const possible = Math.min(Math.round(seed.chatterMembers * scale), (groups.length * active.length) / 2);
  while (members.size < possible + groups.length)
    add(random.pick(groups), random.pick(active).id, random.integer(1, MANAGERS) === 1 ? 'Admin' : 'Standard');
}
