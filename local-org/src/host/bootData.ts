import type { LocalOrg } from '../org/LocalOrg.ts';
import type { BootData } from '../web/host-api.ts';

/**
 * What the page must know of a user before its first component is created. Throws an Error for an unknown user.
 * @param tabs API names of the project's custom tabs.
 */
export function bootData(org: LocalOrg, userId: string, tabs: readonly string[]): BootData {
  const user = org.store.getRow('User', userId);
  if (!user) throw new Error(`There is no user with the Id ${userId}.`);
  const profile = user.ProfileId === null ? null : org.store.getRow('Profile', String(user.ProfileId));
  return {
    user: {
      Id: userId,
      Name: text(user.Name),
      Username: text(user.Username),
      Email: text(user.Email),
      ProfileName: profile ? text(profile.Name) : null,
      TimeZoneSidKey: text(user.TimeZoneSidKey) || 'GMT',
      LocaleSidKey: text(user.LocaleSidKey) || 'en_US',
    },
    orgId: org.id,
    labels: org.labels.toRecord(),
    customPermissions: org.access.customPermissions(userId),
    userPermissions: org.access.systemPermissions(userId),
    visibleTabs: tabs.filter((tab) => org.access.isTabVisible(userId, tab)),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
