import type { Clock } from '../org/Clock.ts';
import type { SObjectRule } from '../dml/SObjectRule.ts';
import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import { DatabaseAccessEvaluator } from '../security/DatabaseAccessEvaluator.ts';
import { createOutdatedGroups, OUTDATED_GROUPS } from '../security/outdatedGroups.ts';
import { createVisibilityTable } from '../security/visibilityTable.ts';
import type { Store } from '../store/Store.ts';
import { AssignableSets } from './assignment/AssignableSets.ts';
import { permissionSetAssignmentRule } from './assignment/permissionSetAssignmentRule.ts';
import { permissionSetLicenseAssignRule } from './assignment/permissionSetLicenseAssignRule.ts';
import { userPackageLicenseRule } from './assignment/userPackageLicenseRule.ts';
import { SetupAuditLog } from './auditTrail/SetupAuditLog.ts';
import { addUserPermissionAccess, registerDerivedFields } from './derivedFields.ts';
import { chatterGroupMemberRule } from './groups/chatterGroupMemberRule.ts';
import { chatterGroupRule } from './groups/chatterGroupRule.ts';
import { groupMemberRule } from './groups/groupMemberRule.ts';
import { groupRule } from './groups/groupRule.ts';
import { FreedSeats } from './licenses/FreedSeats.ts';
import { LicenseCounts } from './licenses/LicenseCounts.ts';
import { createLicenseTables } from './licenses/licenseTables.ts';
import { registerUserCounts, userCounts } from './licenses/userCounts.ts';
import { userLoginRule } from './login/userLoginRule.ts';
import { Outbox } from './mail/Outbox.ts';
import { defaultBehavior, type OrgBehavior } from './OrgBehavior.ts';
import { userRoleRule } from './roles/userRoleRule.ts';
import type { RuleServices } from './RuleServices.ts';
import { permissionSetGroupRules } from './setup/permissionSetGroupRules.ts';
import { permissionSetRule } from './setup/permissionSetRule.ts';
import { setupEntityAccessRule } from './setup/setupEntityAccessRule.ts';
import { systemPermissionRule } from './setup/systemPermissionRule.ts';
import { registerSqlFunctions } from './sqlFunctions.ts';
import { userRule } from './user/userRule.ts';
import { validationRules } from './validation/validationRules.ts';

export interface OrgRules {
  readonly access: DatabaseAccessEvaluator;
  readonly rules: readonly SObjectRule[];
  readonly mail: Outbox;
  readonly behavior: OrgBehavior;
  readonly licenses: LicenseCounts;
  readonly audit: SetupAuditLog;
}

/** Objects whose DML the switch systemModeNeedsSystemPermissions guards. */
const GUARDED = [
  'User',
  'UserLogin',
  'UserRole',
  'PermissionSetAssignment',
  'PermissionSetLicenseAssign',
  'UserPackageLicense',
  'Group',
  'GroupMember',
  'PermissionSet',
];

/** Brings what the rules keep beside the objects back to the beginning: for an org whose rows were all deleted. */
export function resetLocalState(store: Store): void {
  for (const table of [
    'local_license_count',
    'local_feature_license',
    'local_deactivation_blocker',
    'local_visibility',
    'local_mail',
    OUTDATED_GROUPS,
  ]) {
    store.rawRun(`DELETE FROM "${table}"`);
  }
  addUserPermissionAccess(store);
}

/**
 * Gives a store the behavior of an org: computed fields, access, and the rules that DML asks. Once per opened store; tables
 * that it needs are made when they are missing.
 */
export function prepareOrgRules(org: {
  store: Store;
  schema: SchemaCatalog;
  clock: Clock;
  behavior?: OrgBehavior;
}): OrgRules {
  const { store, schema, clock } = org;
  const behavior = org.behavior ?? defaultBehavior();
  createLicenseTables(store.database);
  createVisibilityTable(store.database);
  createOutdatedGroups(store);
  store.keep(userCounts(store));
  registerUserCounts(store);
  const licenses = new LicenseCounts(store);
  registerSqlFunctions(store, { clock, behavior, access: () => access });
  registerDerivedFields(store, licenses);
  const access = new DatabaseAccessEvaluator({ store, schema, clock, behavior });
  const audit = new SetupAuditLog(store);
  const services: RuleServices = {
    store,
    schema,
    behavior,
    access,
    audit,
    licenses,
    freedSeats: new FreedSeats(store),
    sets: new AssignableSets(store),
  };
  const rules = [
    ...GUARDED.map((object) => systemPermissionRule(object, services)),
    ...validationRules(services),
    userRule(services),
    userLoginRule(services),
    userRoleRule(services),
    permissionSetAssignmentRule(services),
    permissionSetLicenseAssignRule(services),
    userPackageLicenseRule(services),
    groupRule(services),
    groupMemberRule(services),
    chatterGroupRule(services),
    chatterGroupMemberRule(services),
    permissionSetRule(services),
    ...permissionSetGroupRules(services),
    setupEntityAccessRule(services),
  ];
  return { access, rules, mail: new Outbox(store, clock), behavior, licenses, audit };
}
