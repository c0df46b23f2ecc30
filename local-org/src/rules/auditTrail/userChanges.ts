import { shortId } from '../rowReading.ts';
import type { SetupChange } from './SetupAuditLog.ts';

/**
 * Audit trail rows about users: action codes and the shapes of their texts. Source: a public Setup Audit Trail reference with
 * samples of Display, cross-checked with monitoring tools that filter on the codes. Salesforce writes labels, not API names,
 * and Ids of 15 characters; freezing names the user without an Id.
 */
export interface AuditedUser {
  readonly id: string;
  readonly name: string;
}

const NONE = '<None Specified>';

function named(user: AuditedUser): string {
  return `user ${user.name} (UserID: [${shortId(user.id)}])`;
}

export function userActivated(user: AuditedUser): SetupChange {
  return { action: 'activateduser', display: `Activated ${named(user)}` };
}

export function userDeactivated(user: AuditedUser): SetupChange {
  return { action: 'deactivateduser', display: `Deactivated ${named(user)}` };
}

export function userCreated(user: AuditedUser): SetupChange {
  return { action: 'createduser', display: `Created new user ${user.name}` };
}

export function userFrozen(user: AuditedUser, frozen: boolean): SetupChange {
  return frozen
    ? { action: 'frozeuser', display: `Froze user account for ${user.name}` }
    : { action: 'unfrozeuser', display: `Unfroze user account for ${user.name}` };
}

export function userUnlocked(user: AuditedUser & { readonly username: string }): SetupChange {
  return { action: 'unlockeduser', display: `Unlocked user ${user.username} (UserID: [${shortId(user.id)}])` };
}

export function passwordReset(user: AuditedUser): SetupChange {
  return { action: 'resetpassword', display: `Reset password for user ${user.name}` };
}

export interface ProfileName {
  readonly name: string;
  readonly isCustom: boolean;
}

export function profileChanged(user: AuditedUser, from: ProfileName, to: ProfileName): SetupChange {
  const kind = (profile: ProfileName) => (profile.isCustom ? 'cust' : 'std');
  const suffix = from.isCustom && to.isCustom ? '' : `${kind(from)}to${kind(to)}`;
  return {
    action: `changedprofileforuser${suffix}`,
    display: `Changed profile for user ${user.name} from ${from.name} to ${to.name}`,
  };
}

export function roleChanged(user: AuditedUser, from: string | null, to: string | null): SetupChange {
  const suffix = from === null ? 'fromnone' : to === null ? 'tonone' : '';
  return {
    action: `changedroleforuser${suffix}`,
    display: `Changed role for user ${user.name} from ${from ?? NONE} to ${to ?? NONE}`,
  };
}

/** Text fields whose change is audited: field, action code, how the text calls it. */
export const AUDITED_FIELDS: readonly { readonly field: string; readonly action: string; readonly words: string }[] = [
  { field: 'Email', action: 'changedemail', words: 'email' },
  { field: 'Username', action: 'changedusername', words: 'username' },
  { field: 'FederationIdentifier', action: 'changedfederationid', words: 'federation identifier' },
  { field: 'CommunityNickname', action: 'changedcommunitynickname', words: 'nickname' },
];

export function fieldChanged(
  user: AuditedUser,
  audited: { readonly action: string; readonly words: string },
  from: string | null,
  to: string | null,
): SetupChange {
  return {
    action: audited.action,
    display: `Changed ${audited.words} for ${named(user)} from ${from ?? NONE} to ${to ?? NONE}`,
  };
}

export function managerChanged(user: AuditedUser, from: string | null, to: string | null): SetupChange {
  return fieldChanged(user, { action: 'changedManager', words: 'manager' }, from, to);
}

export function delegatedApproverChanged(user: AuditedUser, from: string | null, to: string | null): SetupChange {
  return fieldChanged(user, { action: 'changedDelegateApprover', words: 'delegated approver' }, from, to);
}

export function featureUserChanged(
  user: AuditedUser,
  feature: { readonly code: string; readonly words: string },
  on: boolean,
): SetupChange {
  return {
    action: `changed${feature.code}user${on ? 'offon' : 'onoff'}`,
    display: `For user ${user.name}, changed ${feature.words} user from ${on ? 'off to on' : 'on to off'}`,
  };
}

export function forecastingChanged(user: AuditedUser, on: boolean): SetupChange {
  return {
    action: on ? 'userAllowForecastingOn' : 'userAllowForecastingOff',
    section: 'Customize Forecasts',
    display: `Changed allow forecasting from ${on ? 'off to on' : 'on to off'} for user ${user.name}`,
  };
}

export function permissionSetAssigned(
  user: AuditedUser,
  label: string,
  options: { assigned: boolean; hasExpiration: boolean },
): SetupChange {
  const suffix = options.hasExpiration ? '_HasExpiration' : '';
  return options.assigned
    ? { action: `PermSetAssign${suffix}`, display: `Permission set ${label}: assigned to ${named(user)}` }
    : { action: `PermSetUnassign${suffix}`, display: `Permission set ${label}: unassigned from ${named(user)}` };
}

export function permissionSetGroupAssigned(user: AuditedUser, label: string, assigned: boolean): SetupChange {
  return assigned
    ? { action: 'PermSetGroupAssign', display: `Permission set group ${label}: assigned to ${named(user)}` }
    : { action: 'PermSetGroupUnassign', display: `Permission set group ${label}: unassigned from ${named(user)}` };
}

export function assignmentExpirationChanged(user: AuditedUser, label: string, until: string): SetupChange {
  return {
    action: 'PermSetAssignmentExpirationChange',
    display: `Permission set ${label}: expiration of the assignment to ${named(user)} changed to ${until}`,
  };
}

export function permissionSetLicenseAssigned(user: AuditedUser, label: string, assigned: boolean): SetupChange {
  return assigned
    ? { action: 'PermSetLicenseAssign', display: `Permission set license ${label}: assigned to ${named(user)}` }
    : { action: 'PermSetLicenseUnassign', display: `Permission set license ${label} removed from ${named(user)}` };
}

export function packageLicenseChanged(userId: string, packageLicenseId: string, granted: boolean): SetupChange {
  return granted
    ? {
        action: 'granteduserpackagelicense',
        section: 'Custom App Licenses',
        display: `Granted 1 User Package Licenses for User with ID: ${shortId(userId)}`,
      }
    : {
        action: 'removeduserpackagelicense',
        section: 'Custom App Licenses',
        display: `Removed 1 User Package License for Package License with ID: ${shortId(packageLicenseId)}`,
      };
}

/** The texts of these two actions are not known: the words are the local org's own. */
export function groupMembershipChanged(
  group: { readonly name: string; readonly isQueue: boolean },
  member: string,
  added: boolean,
): SetupChange {
  return {
    action: group.isQueue ? 'queueMembership' : 'groupMembership',
    section: group.isQueue ? 'Data Management' : 'Groups',
    display: `${group.isQueue ? 'Queue' : 'Group'} ${group.name}: ${added ? 'added' : 'removed'} ${member}`,
  };
}
