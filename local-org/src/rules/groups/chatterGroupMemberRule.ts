import type { RuleRow, SObjectRule } from '../../dml/SObjectRule.ts';
import type { Store } from '../../store/Store.ts';
import { rowExists, textOfRow, userFacts } from '../lookups.ts';
import type { RuleServices } from '../RuleServices.ts';
import { textIn } from '../rowReading.ts';

/**
 * Members of Chatter groups. Anybody may be added, to an archived group too: users join and leave those (Help, "Archived
 * Chatter Groups"). What a duplicate answers, and whether an inactive user is taken, is unverified: both are refused. An
 * owner stays a member as long as the group is owned (Help: owners hand a group over before they leave it).
 */
export function chatterGroupMemberRule(services: RuleServices): SObjectRule {
  const { store, behavior } = services;
  return {
    objects: ['CollaborationGroupMember'],
    existingRowFor(row) {
      return behavior.duplicateChatterMembersAreKept ? memberIn(store, row) : null;
    },
    beforeSave(rows, context) {
      if (context.operation !== 'insert') return;
      const seen = new Set<string>();
      for (const row of rows) {
        checkInsert(row, services);
        const key = `${textIn(row.new, 'CollaborationGroupId')} ${textIn(row.new, 'MemberId')}`;
        if (!row.hasErrors && (seen.has(key) || memberIn(store, row)))
          row.addError('DUPLICATE_VALUE', 'User is already a member of this group.', []);
        seen.add(key);
      }
    },
    beforeDelete(rows) {
      for (const row of rows) {
        if (
          textOfRow(store, 'CollaborationGroup', textIn(row.new, 'CollaborationGroupId'), 'OwnerId') !==
          row.new.MemberId
        )
          continue;
        row.addError('INSUFFICIENT_ACCESS_OR_READONLY', 'The owner of a group cannot leave it.', []);
      }
    },
  };
}

function memberIn(store: Store, row: RuleRow): string | null {
  const [member] = store.findRows('CollaborationGroupMember', {
    CollaborationGroupId: row.new.CollaborationGroupId ?? null,
    MemberId: row.new.MemberId ?? null,
  });
  return member ? String(member.Id) : null;
}

function checkInsert(row: RuleRow, { store, behavior }: RuleServices): void {
  const groupId = textIn(row.new, 'CollaborationGroupId');
  const user = userFacts(store, textIn(row.new, 'MemberId'));
  if (groupId === null || !rowExists(store, 'CollaborationGroup', groupId)) {
    row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['CollaborationGroupId']);
  } else if (!user) {
    row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['MemberId']);
  } else if (!user.isActive && !behavior.inactiveUsersMayJoinGroups) {
    row.addError('INACTIVE_OWNER_OR_USER', 'operation performed with inactive user', ['MemberId']);
  }
}
