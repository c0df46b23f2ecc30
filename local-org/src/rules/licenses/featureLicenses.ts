/** A checkbox on User that takes a seat of a feature license. */
export interface FeatureLicense {
  readonly field: string;
  /** As in Company Information. */
  readonly label: string;
  /** How the audit trail's action code and text call it; null where neither is known. */
  readonly audit: { readonly code: string; readonly words: string } | null;
}

/**
 * Source: Object Reference "User"; Help, feature licenses. Auto-login to call center is a flag without a license and not here.
 */
export const FEATURE_LICENSES: readonly FeatureLicense[] = [
  { field: 'UserPermissionsMarketingUser', label: 'Marketing User', audit: { code: 'marketing', words: 'marketing' } },
  { field: 'UserPermissionsOfflineUser', label: 'Offline User', audit: { code: 'offline', words: 'offline' } },
  {
    field: 'UserPermissionsSFContentUser',
    label: 'CRM Content User',
    audit: { code: 'sfcontent', words: 'Salesforce CRM Content' },
  },
  { field: 'UserPermissionsKnowledgeUser', label: 'Knowledge User', audit: { code: 'knowledge', words: 'knowledge' } },
  { field: 'UserPermissionsInteractionUser', label: 'Flow User', audit: { code: 'interaction', words: 'flow' } },
  {
    field: 'UserPermissionsSupportUser',
    label: 'Service Cloud User',
    audit: { code: 'support', words: 'service cloud' },
  },
  {
    field: 'UserPermissionsJigsawProspectingUser',
    label: 'Data.com User',
    audit: { code: 'jigsawprospecting', words: 'Data.com' },
  },
  { field: 'UserPermissionsSiteforceContributorUser', label: 'Site.com Contributor', audit: null },
  { field: 'UserPermissionsSiteforcePublisherUser', label: 'Site.com Publisher', audit: null },
  { field: 'UserPermissionsWorkDotComUserFeature', label: 'Work.com User', audit: null },
];
