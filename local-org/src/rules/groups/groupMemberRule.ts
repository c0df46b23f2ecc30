import type { RuleContext, RuleRow, SObjectRule } from '../../dml/SObjectRule.ts';
import { groupMembershipChanged } from '../auditTrail/userChanges.ts';
import { rowExists, textOfRow, userFacts } from '../lookups.ts';
import type { RuleServices } from '../RuleServices.ts';
import { textIn } from '../rowReading.ts';

/** Only these groups have members that somebody chose; the others follow roles, territories and the org. */
const HAND_MANAGED = ['Regular', 'Queue'];

/**
 * Members of public groups and queues. A duplicate insert silently stands for the row that is there (Object Reference).
 * An inactive user is refused: whether Salesforce takes one is unverified, reports say that it fails.
 */
export function groupMemberRule(services: RuleServices): SObjectRule {
  return {
    objects: ['GroupMember'],
    existingRowFor(row) {
      const [existing] = services.store.findRows('GroupMember', {
        GroupId: row.new.GroupId ?? null,
        UserOrGroupId: row.new.UserOrGroupId ?? null,
      });
      return existing ? String(existing.Id) : null;
    },
    beforeSave(rows, context) {
      const seen = new Set<string>();
      for (const row of rows) {
        if (context.operation === 'insert') {
          checkInsert(row, services);
          if (!row.hasErrors) refuseRepetition(row, seen);
        } else row.addError('INSUFFICIENT_ACCESS_OR_READONLY', 'DML operation UPDATE not allowed on GroupMember', []);
      }
    },
    afterSave(rows, context) {
      for (const row of rows) record(row, true, context, services);
    },
    afterDelete(rows, context) {
      for (const row of rows) record(row, false, context, services);
    },
  };
}

function checkInsert(row: RuleRow, { store, behavior }: RuleServices): void {
  const groupId = textIn(row.new, 'GroupId');
  const memberId = textIn(row.new, 'UserOrGroupId');
  const type = textOfRow(store, 'Group', groupId, 'Type');
  if (type === null) {
    row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['GroupId']);
    return;
  }
  if (!HAND_MANAGED.includes(type)) {
    row.addError(
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      `insufficient access rights on cross-reference id: a group of type ${type} has no members of its own`,
      ['GroupId'],
    );
    return;
  }
  const user = userFacts(store, memberId);
  if (!user && (memberId === null || !rowExists(store, 'Group', memberId))) {
    row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['UserOrGroupId']);
  } else if (memberId === groupId) {
    row.addError('CIRCULAR_DEPENDENCY', 'A group cannot be a member of itself', ['UserOrGroupId']);
  } else if (user && !user.isActive && !behavior.inactiveUsersMayJoinGroups) {
    row.addError('INACTIVE_OWNER_OR_USER', 'operation performed with inactive user', ['UserOrGroupId']);
  }
}

/** Twice in one statement: there is no row yet that the second could stand for, so it is refused (unverified, the stricter way). */
function refuseRepetition(row: RuleRow, seen: Set<string>): void {
  const key = `${textIn(row.new, 'GroupId')} ${textIn(row.new, 'UserOrGroupId')}`;
  if (seen.has(key)) row.addError('DUPLICATE_VALUE', 'The same member stands twice in this statement', []);
  seen.add(key);
}

function record(row: RuleRow, added: boolean, context: RuleContext, { store, audit }: RuleServices): void {
  const groupId = textIn(row.new, 'GroupId');
  const group = {
    name: textOfRow(store, 'Group', groupId, 'Name') ?? '',
    isQueue: textOfRow(store, 'Group', groupId, 'Type') === 'Queue',
  };
  const memberId = textIn(row.new, 'UserOrGroupId');
  const member = textOfRow(store, 'User', memberId, 'Name') ?? textOfRow(store, 'Group', memberId, 'Name') ?? '';
  audit.record(groupMembershipChanged(group, member, added), context.userId, context.now);
}
