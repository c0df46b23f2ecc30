/**
 * What Salesforce does and what could not be verified without an org, as named switches. Each default is what is documented,
 * or the stricter reading where nothing is. Tests switch them to see that the product holds either way.
 */
export interface OrgBehavior {
  /**
   * Which DML may share a transaction: `documented` keeps setup objects apart from others; `strict` also allows only one setup
   * object a transaction, which the same documentation page asks for and nobody has seen enforced.
   */
  mixedDml: 'documented' | 'strict';
  /** DML with allOrNone=false tells MIXED_DML_OPERATION in its results instead of throwing it. Reports differ; thrown is the default. */
  mixedDmlInSaveResults: boolean;
  /** Deactivation keeps permission set assignments, license assignments and group members. Help advises to remove them by hand. */
  accessSurvivesDeactivation: boolean;
  /** Permission set licenses of inactive users still count, except those of Salesforce CPQ, Billing and Advanced Approvals (KB 000394412). */
  inactiveUsersHoldPermissionSetLicenses: boolean;
  /** Managed package licenses of inactive users still count (community reports). */
  inactiveUsersHoldPackageLicenses: boolean;
  /** Feature licenses stay taken while a user is inactive. Off: activation needs the seats again and may fail. */
  inactiveUsersHoldFeatureLicenses: boolean;
  /** Members of Chatter groups stay members when they are deactivated. Off: only owners do (SailPoint's notes); unverified. */
  chatterMembersSurviveDeactivation: boolean;
  /** A second insert of a member of a Chatter group silently stands for the row that is there, as one of GroupMember does. Unverified. */
  duplicateChatterMembersAreKept: boolean;
  /** An inactive user may be put into a public group, queue or Chatter group. Unverified; reports say that it fails. */
  inactiveUsersMayJoinGroups: boolean;
  /** An inactive user may get permission sets (Help, "Considerations for Deactivating Users"). */
  inactiveUsersMayGetPermissionSets: boolean;
  /** A seat that this transaction freed can be taken in the same transaction. Unverified. */
  freedSeatsServeSameTransaction: boolean;
  /** UsedLicenses is a cached count that lags behind until the cache is refreshed. */
  licenseCountsAreCached: boolean;
  /**
   * Triggers of one object and event run in the reverse order of their files. Salesforce guarantees no order (Apex Developer
   * Guide, "Triggers and Order of Execution").
   */
  triggersRunInReverse: boolean;
  /** Organization-wide default of User is Private: only View All Users, the user and roles above see a user. */
  usersArePrivate: boolean;
  /** Freeze Users alone opens UserLogin (Help); the Object Reference wants Manage Users. */
  freezeUsersOpensUserLogin: boolean;
  /**
   * Setup objects want the running user's system permissions also in system mode. Reports differ, so off: the platform's
   * check is not relied on, and a product has to check by itself.
   */
  systemModeNeedsSystemPermissions: boolean;
  /**
   * Publishing a platform event in user mode, the default from API 67 on, wants create access to the event (Apex Reference,
   * EventBus). Off: as before API 67, when nothing was asked.
   */
  publishNeedsCreateAccess: boolean;
}

/** A fresh set of the documented or stricter defaults. */
export function defaultBehavior(): OrgBehavior {
  return {
    mixedDml: 'documented',
    mixedDmlInSaveResults: false,
    accessSurvivesDeactivation: true,
    inactiveUsersHoldPermissionSetLicenses: true,
    inactiveUsersHoldPackageLicenses: true,
    inactiveUsersHoldFeatureLicenses: false,
    chatterMembersSurviveDeactivation: false,
    duplicateChatterMembersAreKept: false,
    inactiveUsersMayJoinGroups: false,
    inactiveUsersMayGetPermissionSets: true,
    freedSeatsServeSameTransaction: false,
    licenseCountsAreCached: false,
    triggersRunInReverse: false,
    usersArePrivate: false,
    freezeUsersOpensUserLogin: false,
    systemModeNeedsSystemPermissions: false,
    publishNeedsCreateAccess: true,
  };
}
