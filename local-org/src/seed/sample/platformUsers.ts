import type { PlannedUser } from './PlannedUser.ts';

/** Users that Salesforce itself makes in every org: without a profile, never to be edited. Automated Process comes first. */
export function platformUsers(organizationId: string, createdAt: number): PlannedUser[] {
  const host = organizationId.toLowerCase();
  return [
    platformUser(
      { firstName: 'Automated', lastName: 'Process', username: `autoproc@${host}`, userType: 'AutomatedProcess' },
      createdAt,
    ),
    platformUser(
      {
        firstName: null,
        lastName: 'Data.com Clean',
        username: `automatedclean@${host}`,
        userType: 'AutomatedProcess',
        // Salesforce switches it off in orgs that do not use the product any more.
        isActive: false,
      },
      createdAt,
    ),
  ];
}

function platformUser(
  values: { firstName: string | null; lastName: string; username: string; userType: string; isActive?: boolean },
  createdAt: number,
): PlannedUser {
  const local = values.username.split('@')[0] ?? '';
  return {
    ...values,
    profile: null,
    isActive: values.isActive ?? true,
    email: values.username,
    alias: local.slice(0, 8),
    nickname: local,
    title: null,
    role: null,
    createdAt,
    deactivatedAt: null,
    lastModifiedAt: createdAt,
    lastLoginAt: null,
    isPortalDisabled: false,
    isFrozen: false,
    isPasswordLocked: false,
    persona: null,
    id: '',
  };
}
