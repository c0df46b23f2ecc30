import type { RuleContext, RuleRow, SObjectRule } from '../../dml/SObjectRule.ts';
import {
  assignmentExpirationChanged,
  permissionSetAssigned,
  permissionSetGroupAssigned,
  permissionSetLicenseAssigned,
} from '../auditTrail/userChanges.ts';
import { textOfRow, userFacts, type UserFacts } from '../lookups.ts';
import type { RuleServices } from '../RuleServices.ts';
import { shortId, textIn } from '../rowReading.ts';
import type { SetFacts } from './AssignableSets.ts';
import { holdsLicense, licenseFit } from './licenseFit.ts';
import { releaseUnneededLicenses } from './releaseLicenses.ts';

/**
 * Assigning and unassigning permission sets and permission set groups.
 * Sources: Object Reference PermissionSetAssignment; Help on permission set licenses (assigned along with a set that names
 * one); the duplicate text from public test fixtures; that a group has to be Updated from the Apex Developer Guide, "Permission
 * Set Groups", the text of its refusal from public logs.
 */
export function permissionSetAssignmentRule(services: RuleServices): SObjectRule {
  return {
    objects: ['PermissionSetAssignment'],
    beforeSave(rows, context) {
      if (context.operation === 'insert') checkInserts(rows, context, services);
      else for (const row of rows) checkUpdate(row, context);
    },
    afterSave(rows, context) {
      for (const row of rows) recordSave(row, context, services);
    },
    beforeDelete(rows) {
      for (const row of rows) {
        if (services.sets.set(textIn(row.old, 'PermissionSetId'))?.isOwnedByProfile) {
          row.addError(
            'INSUFFICIENT_ACCESS_OR_READONLY',
            'The assignment of the permission set of a profile cannot be deleted',
            [],
          );
        }
      }
    },
    afterDelete(rows, context) {
      for (const row of rows) recordDelete(row, context, services);
      releaseUnneededLicenses(rows, context, services);
    },
  };
}

function checkInserts(rows: readonly RuleRow[], context: RuleContext, services: RuleServices): void {
  const inBatch = new Set<string>();
  const seats = new Map<string, number>();
  for (const row of rows) {
    if (row.hasErrors) continue;
    const user = userFacts(services.store, textIn(row.new, 'AssigneeId'));
    const target = user ? findTarget(row, services) : null;
    if (!user) row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['AssigneeId']);
    if (!user || !target) continue;
    checkExpiration(row, context);
    checkAssignee(row, user, services);
    checkDuplicate(row, target, inBatch, services);
    if (!row.hasErrors) checkLicenses(row, target.sets, user, seats, services);
    if (row.hasErrors) continue;
    if (target.aggregateId) row.set('PermissionSetId', target.aggregateId);
    row.set('IsRevoked', false);
    inBatch.add(`${user.id} ${target.id}`);
  }
}

interface Target {
  readonly id: string;
  /** Only of a group: its hidden permission set. */
  readonly aggregateId: string | null;
  readonly sets: readonly SetFacts[];
}

function findTarget(row: RuleRow, services: RuleServices): Target | null {
  const setId = textIn(row.new, 'PermissionSetId');
  const groupId = textIn(row.new, 'PermissionSetGroupId');
  if (setId && groupId) {
    row.addError('FIELD_INTEGRITY_EXCEPTION', 'Specify either a permission set or a permission set group, not both', [
      'PermissionSetGroupId',
    ]);
    return null;
  }
  if (!setId && !groupId) {
    row.addError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [PermissionSetId]', ['PermissionSetId']);
    return null;
  }
  return groupId ? findGroup(row, groupId, services) : findSet(row, setId, services);
}

function findGroup(row: RuleRow, groupId: string, { sets }: RuleServices): Target | null {
  const group = sets.group(groupId);
  if (!group) {
    row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['PermissionSetGroupId']);
  } else if (group.status !== 'Updated') {
    row.addError(
      'INVALID_CROSS_REFERENCE_KEY',
      'You can only assign users to permission set groups that have the "Updated" status.',
      ['PermissionSetGroupId'],
    );
  } else {
    return { id: group.id, aggregateId: group.aggregateId, sets: group.sets };
  }
  return null;
}

function findSet(row: RuleRow, setId: string | null, { sets }: RuleServices): Target | null {
  const set = sets.set(setId);
  if (!set) {
    row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['PermissionSetId']);
  } else if (set.isOwnedByProfile || set.type === 'Group') {
    const owner = set.isOwnedByProfile ? 'a profile' : 'a permission set group';
    row.addError('FIELD_INTEGRITY_EXCEPTION', `Can't assign a permission set that is owned by ${owner}`, [
      'PermissionSetId',
    ]);
  } else {
    return { id: set.id, aggregateId: null, sets: [set] };
  }
  return null;
}

function checkExpiration(row: RuleRow, context: RuleContext): void {
  const until = row.new.ExpirationDate;
  if (typeof until === 'number' && until <= context.now) {
    row.addError('FIELD_INTEGRITY_EXCEPTION', 'The expiration date must be in the future', ['ExpirationDate']);
  }
}

function checkAssignee(row: RuleRow, user: UserFacts, { behavior }: RuleServices): void {
  if (user.profileId === null) {
    row.addError(
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      `insufficient access rights on cross-reference id: ${shortId(user.id)}`,
      ['AssigneeId'],
    );
  } else if (!user.isActive && !behavior.inactiveUsersMayGetPermissionSets) {
    row.addError('INACTIVE_OWNER_OR_USER', 'operation performed with inactive user', ['AssigneeId']);
  }
}

/** An expired or revoked assignment is still a row: assigning again is a duplicate, the expiration has to be changed instead. */
function checkDuplicate(row: RuleRow, target: Target, inBatch: ReadonlySet<string>, { store }: RuleServices): void {
  const assignee = String(row.new.AssigneeId);
  const condition = target.aggregateId
    ? '"PermissionSetGroupId" = ?'
    : '"PermissionSetId" = ? AND "PermissionSetGroupId" IS NULL';
  const existing = store.rawQuery(
    `SELECT 1 AS hit FROM "PermissionSetAssignment" WHERE "AssigneeId" = ? AND ${condition}`,
    assignee,
    target.id,
  );
  if (existing.length > 0 || inBatch.has(`${assignee} ${target.id}`)) {
    row.addError(
      'DUPLICATE_VALUE',
      `Duplicate PermissionSetAssignment. Assignee: ${shortId(assignee)}; Permission Set: ${shortId(target.aggregateId ?? target.id)}`,
      ['AssigneeId', 'PermissionSetId'],
    );
  }
}

function checkLicenses(
  row: RuleRow,
  sets: readonly SetFacts[],
  user: UserFacts,
  seats: Map<string, number>,
  services: RuleServices,
): void {
  const needed = new Set<string>();
  for (const set of sets) {
    const fit = licenseFit(set, user, services);
    if (fit.kind === 'refused') {
      row.addError('FIELD_INTEGRITY_EXCEPTION', fit.message, ['PermissionSetId']);
      return;
    }
    if (fit.kind === 'needs') needed.add(fit.licenseId);
  }
  for (const licenseId of needed) {
    const remaining = seats.get(licenseId) ?? services.licenses.remaining('PermissionSetLicense', licenseId);
    if (remaining <= 0) {
      row.addError('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded', []);
      return;
    }
    seats.set(licenseId, remaining - 1);
  }
}

/** Source: Object Reference. Of an assignment only the expiration can be changed; IsRevoked belongs to user access policies. */
function checkUpdate(row: RuleRow, context: RuleContext): void {
  if (row.changed.has('IsRevoked')) {
    row.addError(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Unable to create/update fields: IsRevoked. User access policies are not enabled',
      ['IsRevoked'],
    );
  }
  if (row.changed.has('ExpirationDate')) checkExpiration(row, context);
}

function recordSave(row: RuleRow, context: RuleContext, services: RuleServices): void {
  const user = userFacts(services.store, textIn(row.new, 'AssigneeId'));
  if (!user) return;
  const groupId = textIn(row.new, 'PermissionSetGroupId');
  const label = labelOf(row, services);
  const until = row.new.ExpirationDate;
  if (row.old !== null) {
    const text = typeof until === 'number' ? new Date(until).toISOString() : 'never';
    if (row.changed.has('ExpirationDate'))
      services.audit.record(assignmentExpirationChanged(user, label, text), context.userId, context.now);
    return;
  }
  const sets = groupId
    ? (services.sets.group(groupId)?.sets ?? [])
    : [services.sets.set(textIn(row.new, 'PermissionSetId'))].filter((set) => set !== null);
  for (const set of sets) assignLicenseOf(set, user, context, services);
  const change = groupId
    ? permissionSetGroupAssigned(user, label, true)
    : permissionSetAssigned(user, label, { assigned: true, hasExpiration: typeof until === 'number' });
  services.audit.record(change, context.userId, context.now);
}

function assignLicenseOf(set: SetFacts, user: UserFacts, context: RuleContext, services: RuleServices): void {
  if (licenseFit(set, user, services).kind !== 'needs' || set.licenseId === null) return;
  if (holdsLicense(services.store, user.id, set.licenseId)) return;
  services.store.insertRow('PermissionSetLicenseAssign', {
    AssigneeId: user.id,
    PermissionSetLicenseId: set.licenseId,
    CreatedById: context.userId,
    LastModifiedById: context.userId,
  });
  const label = textOfRow(services.store, 'PermissionSetLicense', set.licenseId, 'MasterLabel') ?? '';
  services.audit.record(permissionSetLicenseAssigned(user, label, true), context.userId, context.now);
}

function recordDelete(row: RuleRow, context: RuleContext, services: RuleServices): void {
  const user = userFacts(services.store, textIn(row.old, 'AssigneeId'));
  if (!user) return;
  const label = labelOf(row, services);
  const hasExpiration = row.new.ExpirationDate !== null;
  const change = textIn(row.new, 'PermissionSetGroupId')
    ? permissionSetGroupAssigned(user, label, false)
    : permissionSetAssigned(user, label, { assigned: false, hasExpiration });
  services.audit.record(change, context.userId, context.now);
}

function labelOf(row: RuleRow, { store }: RuleServices): string {
  const groupId = textIn(row.new, 'PermissionSetGroupId');
  if (groupId) return textOfRow(store, 'PermissionSetGroup', groupId, 'MasterLabel') ?? '';
  return textOfRow(store, 'PermissionSet', textIn(row.new, 'PermissionSetId'), 'Label') ?? '';
}
