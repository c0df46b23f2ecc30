/**
 * What the components and the Apex of the product say to each other. An Id is a string, a Datetime an
 * ISO 8601 string in UTC. What may be unknown is null, or absent, as the platform leaves null fields
 * of an Apex object out of its answer.
 */
declare namespace Reinstate {
  interface InactiveUserQuery {
    searchTerm: string | null;
    sortBy: 'lastChange' | 'lastLogin' | 'name';
    cursor: string | null;
    pageSize: number;
  }

  interface ConsoleState {
    rights: ConsoleRights;
    seats: SeatMeter[];
    page: InactiveUserPage;
    /** True: even a user who is ready is restored from the panel only, after a second press. */
    confirmsBeforeRestore: boolean;
    defaultAccessChoice: 'all' | 'least' | 'pick';
    warnings: ConsoleWarning[];
  }

  /** Something that an administrator has to mend, such as a subscriber that has stopped. */
  interface ConsoleWarning {
    text: string;
    cure?: string | null;
    url?: string | null;
  }

  interface ConsoleRights {
    canRestore: boolean;
    canRestoreAccess: boolean;
    canConfigure: boolean;
    missingStepPermissions: string[];
    userName: string;
  }

  interface SeatMeter {
    licenseId: string;
    name: string;
    status?: 'Active' | 'Disabled' | null;
    /** Null: not known, like used and remaining. */
    total?: number | null;
    used?: number | null;
    remaining?: number | null;
    asOf?: string | null;
    state: 'available' | 'low' | 'full' | 'overallocated' | 'disabled' | 'none' | 'notKnown';
    folded: boolean;
    /** What would make it known, as a sentence. */
    unknown?: string | null;
  }

  interface InactiveUserPage {
    rows: InactiveUserRow[];
    nextCursor?: string | null;
    totalCount: number;
    totalIsCapped: boolean;
    trackedSince?: string | null;
    trackedNote?: string | null;
  }

  interface InactiveUserRow {
    userId: string;
    name: string;
    username: string;
    email?: string | null;
    alias?: string | null;
    profileName?: string | null;
    licenseId?: string | null;
    licenseName?: string | null;
    licenseRemaining?: number | null;
    userType?: string | null;
    lastLogin?: string | null;
    lastChange: string;
    deactivatedAt?: string | null;
    deactivatedBy?: string | null;
    deactivationSource: 'auditTrail' | 'snapshot' | 'beforeTracking' | 'unknown';
    isFrozen?: boolean | null;
    verdict: 'ready' | 'noSeat' | 'cannotRestore' | 'notKnown';
    verdictReason?: string | null;
    /** Null: not known. */
    isHighRisk?: boolean | null;
    /** Names of what is null because it cannot be known: neither empty nor never. Also roleName and managerName. */
    unknown?: string[] | null;
  }

  interface RestoreOptions {
    sendPasswordMail: boolean | null;
    keepFrozen: boolean;
    reason: string | null;
    ticket: string | null;
    excludedItemKeys: string[];
    /** Left out by itself, and chosen all the same. */
    includedItemKeys: string[];
    /** Null: as the settings say. */
    accessChoice: 'all' | 'least' | 'pick' | null;
    changes: UserChange[] | null;
    copyFromUserId: string | null;
    offersPeers: boolean | null;
    /** Key of the earlier plan that this one replaces. */
    replacesKey: string | null;
  }

  /** Null keeps what the user has. */
  interface UserChange {
    userId: string;
    profileId: string | null;
    roleId: string | null;
    clearsRole: boolean | null;
    managerId: string | null;
    clearsManager: boolean | null;
  }

  interface ChoiceQuery {
    kind: 'profile' | 'role' | 'manager' | 'copyFrom';
    term: string | null;
    userId: string | null;
  }

  interface RestoreChoice {
    id: string;
    label: string;
    detail?: string | null;
    isHighRisk: boolean;
  }

  interface RestorePolicyView {
    reasonRequired: boolean;
    ticketRequired: boolean;
    ticketPattern?: string | null;
    /** Sentences: which target is high-risk, and why. */
    highRisk: string[];
    /** It is not known of some target whether it is high-risk. */
    riskIsUnknown: boolean;
    /** Sentences: what is missing; empty when the plan may be executed. */
    missing: string[];
  }

  interface RestorePlanView {
    key: string;
    users: UserRestorePlan[];
    seats: SeatChange[];
    expiresAt: string;
    policy: RestorePolicyView;
  }

  interface SeatChange {
    kind: 'userLicense' | 'permissionSetLicense' | 'packageLicense' | 'featureLicense';
    /** Null for feature licenses. */
    licenseId?: string | null;
    name: string;
    /** Null: not known. */
    remainingNow?: number | null;
    remainingAfter?: number | null;
    asOf?: string | null;
    heldByInactive?: number | null;
    /** What would make the seats known, as a sentence. */
    unknown?: string | null;
    needed: number;
    isShort: boolean;
    setupUrl?: string | null;
  }

  interface UserRestorePlan {
    userId: string;
    name: string;
    username: string;
    email?: string | null;
    canExecute: boolean;
    alreadyActive: boolean;
    refusals: string[];
    setupUrl?: string | null;
    items: PlanItem[];
    byHand: ManualItem[];
    sendsMail: boolean;
    mailNote?: string | null;
    accessIncomplete: boolean;
    accessNote?: string | null;
    /** Null: not known. */
    isHighRisk?: boolean | null;
    /** What of the user nobody can know. */
    unknown?: UnknownFact[] | null;
    profileId?: string | null;
    profileName?: string | null;
    roleId?: string | null;
    roleName?: string | null;
    managerId?: string | null;
    managerName?: string | null;
    managerIsInactive?: boolean | null;
    historySource: 'snapshot' | 'baseline' | 'auditTrail' | 'none';
    historyAt?: string | null;
  }

  interface UnknownFact {
    area: 'overview' | 'access' | 'licenses';
    text: string;
  }

  interface PlanItem {
    key: string;
    kind:
      | 'activate'
      | 'unfreeze'
      | 'unlock'
      | 'permissionSet'
      | 'permissionSetGroup'
      | 'permissionSetLicense'
      | 'publicGroup'
      | 'queue'
      | 'chatterGroup'
      | 'packageLicense'
      | 'featureLicense'
      | 'profile'
      | 'role'
      | 'manager'
      | 'delegatedApprover'
      | 'federationId'
      | 'passwordMail';
    targetId?: string | null;
    label: string;
    effect: 'comesBack' | 'alreadyThere' | 'extended' | 'cannot' | 'notChosen' | 'goesAway';
    reason?: string | null;
    source?: 'live' | 'snapshot' | 'baseline' | 'auditTrail' | 'peers' | 'copy' | null;
    detail?: string | null;
    isHighRisk?: boolean | null;
    asOf?: string | null;
    had?: boolean | null;
    has?: boolean | null;
    willHave?: boolean | null;
  }

  interface ManualItem {
    label: string;
    reason?: string | null;
    url?: string | null;
  }

  interface RestoreOutcomeView {
    key: string;
    status: 'Executed' | 'PartlyExecuted' | 'Failed' | 'NothingToDo';
    users: UserOutcome[];
  }

  interface UserOutcome {
    userId: string;
    success: boolean;
    items: ItemOutcome[];
  }

  interface ItemOutcome {
    key: string;
    label: string;
    result: 'done' | 'alreadyThere' | 'refused' | 'failed' | 'pending';
    statusCode?: string | null;
    message?: string | null;
    cure?: string | null;
  }

  interface RestoreVerificationView {
    key: string;
    status: 'Verified' | 'Pending' | 'Attention';
    users: UserVerification[];
    seats: SeatMeter[];
  }

  interface UserVerification {
    userId: string;
    name: string;
    checks: RestoreCheck[];
  }

  interface RestoreCheck {
    name:
      | 'active'
      | 'notFrozen'
      | 'notLocked'
      | 'profile'
      | 'role'
      | 'access'
      | 'groups'
      | 'seat'
      | 'mail'
      | 'manager'
      | 'delegatedApprover'
      | 'federationId'
      | 'features';
    label: string;
    answer: 'yes' | 'notYet' | 'no' | 'notApplicable';
    detail?: string | null;
    cure?: string | null;
  }

  /** The plan of an undo, which takes back what one run of a restore did. */
  interface UndoPlanView {
    key: string;
    users: UserUndoPlan[];
    seats: SeatChange[];
    expiresAt: string;
  }

  interface UserUndoPlan {
    userId: string;
    name: string;
    canExecute: boolean;
    refusals: string[];
    /** Effects: goesAway, comesBack, alreadyThere or cannot. */
    items: PlanItem[];
    /** What stays, whatever an undo does: a mail that was sent, a password that was changed. */
    cannotTakeBack: ManualItem[];
  }

  /** Filters that are null do not filter. */
  interface RestoreActivityQuery {
    cursor: string | null;
    pageSize: number;
    status: string | null;
    kind: string | null;
    userId: string | null;
    userTerm: string | null;
    operatorId: string | null;
    /** From this moment on. */
    fromTime: string | null;
    /** Before this moment. */
    toTime: string | null;
  }

  interface RestoreActivityPage {
    rows: RestoreActivityRow[];
    nextCursor?: string | null;
  }

  interface RestoreActivityRow {
    recordId: string;
    recordName: string;
    key: string;
    kind: 'Restore' | 'Undo' | 'SeatRelease' | 'Settings' | 'Refusal';
    /** Null where the record is not about a user. */
    userId?: string | null;
    userName?: string | null;
    status: 'Planned' | 'Executed' | 'PartlyExecuted' | 'Failed' | 'Verified' | 'Refused' | 'OutcomeUnknown';
    operatorName?: string | null;
    happenedAt: string;
    reason?: string | null;
    ticket?: string | null;
    doneCount?: number | null;
    failedCount?: number | null;
    summary?: string | null;
    checks?: RestoreCheck[] | null;
    canUndo: boolean;
    undoNote?: string | null;
  }

  interface StateLine {
    label: string;
    before?: string | null;
    after?: string | null;
    planned?: string | null;
  }

  interface RestoreRecordDetail {
    row: RestoreActivityRow;
    requesterName?: string | null;
    requestedAt: string;
    executedAt?: string | null;
    verifiedAt?: string | null;
    states: StateLine[];
    items: PlanItem[];
    outcomes: ItemOutcome[];
    checks: RestoreCheck[];
    byHand: ManualItem[];
    refusals: string[];
    /** False: the stored plan is not what was stored with its key, and is not shown. */
    isIntact: boolean;
    canCheckAgain: boolean;
  }

  interface RestoreActivityExport {
    fileName: string;
    csv: string;
    rowCount: number;
    isCut: boolean;
  }

  interface UserHistoryEntry {
    recordId?: string | null;
    kind: 'snapshot' | 'restore' | 'undo' | 'auditTrail' | 'notKnown';
    happenedAt?: string | null;
    byName?: string | null;
    title: string;
    detail?: string | null;
  }

  interface RestoreSettingsView {
    confirmBeforeRestore: boolean;
    defaultAccessChoice: 'all' | 'least' | 'pick';
    reasonRequired: boolean;
    ticketRequired: boolean;
    ticketPattern?: string | null;
    highRiskPermissions?: string | null;
    highRiskProfiles?: string | null;
    highRiskSets?: string | null;
    snapshotRetentionDays: number;
    recordRetentionDays: number;
    baselineVersionDays: number;
    takesSnapshots: boolean;
    baselineIsOn: boolean;
    sendPasswordMail: boolean;
    extensionDays: number;
    lowSeatPercent: number;
  }

  interface SettingsState {
    settings: RestoreSettingsView;
    canConfigure: boolean;
    subscribers: SubscriberState[];
    baseline: BaselineState;
    auditImport: AuditImportState;
    snapshotCount: number;
    storageKilobytes: number;
  }

  interface SubscriberState {
    name: string;
    label: string;
    status: string;
    retries?: number | null;
    lastError?: string | null;
    isStopped: boolean;
  }

  interface BaselineState {
    isOn: boolean;
    lastRun?: string | null;
    lastStatus?: string | null;
    hasFailed: boolean;
    nextRun?: string | null;
    runsAs?: string | null;
    activeUsers: number;
    records: number;
    estimatedKilobytes: number;
  }

  interface AuditImportState {
    status: 'NotStarted' | 'Running' | 'Stopped' | 'Incomplete' | 'Finished';
    rowsRead: number;
    snapshots: number;
    reachesBackTo?: string | null;
    finishedAt?: string | null;
    problem?: string | null;
  }

  interface PackageSeats {
    /** Null: it is not known which packages there are. */
    licenseId?: string | null;
    name: string;
    /** Null: licensed for the whole org. */
    total?: number | null;
    used?: number | null;
    remaining?: number | null;
    /** Null: not known. */
    heldByInactive?: number | null;
    /** What would make it known, as a sentence. */
    unknown?: string | null;
  }

  interface SeatReleasePlan {
    key: string;
    licenseName: string;
    users: SeatReleaseUser[];
    expiresAt: string;
  }

  interface SeatReleaseUser {
    userId: string;
    name?: string | null;
    /** Null: the seat is released. */
    refusal?: string | null;
  }
}
