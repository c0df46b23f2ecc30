import type { RuleRow, SObjectRule } from '../../dml/SObjectRule.ts';
import type { RuleServices } from '../RuleServices.ts';
import { textIn } from '../rowReading.ts';

/**
 * Chatter groups. Names of public and private groups are unique, those of unlisted ones need not be (Help, "Create Chatter
 * Groups"). The owner is a manager of the group without being added (unverified: no page says that a row is made).
 */
export function chatterGroupRule({ store }: RuleServices): SObjectRule {
  const isTaken = (row: RuleRow): boolean => {
    if (row.new.CollaborationType === 'Unlisted' || !(row.changed.has('Name') || row.changed.has('CollaborationType')))
      return false;
    const namesakes = store.findRows('CollaborationGroup', { Name: row.new.Name ?? null });
    return namesakes.some((other) => other.Id !== row.id && other.CollaborationType !== 'Unlisted');
  };
  const addOwner = (row: RuleRow): void => {
    const MemberId = textIn(row.new, 'OwnerId');
    const [member] = store.findRows('CollaborationGroupMember', { CollaborationGroupId: row.id, MemberId });
    if (member) store.updateRow('CollaborationGroupMember', String(member.Id), { CollaborationRole: 'Admin' });
    else
      store.insertRow('CollaborationGroupMember', {
        CollaborationGroupId: row.id,
        MemberId,
        CollaborationRole: 'Admin',
        NotificationFrequency: 'W',
      });
  };
  return {
    objects: ['CollaborationGroup'],
    beforeSave(rows) {
      const seen = new Set<string>();
      for (const row of rows) {
        const name = (textIn(row.new, 'Name') ?? '').toLowerCase();
        const isListed = row.new.CollaborationType !== 'Unlisted';
        if (isTaken(row) || (isListed && row.changed.has('Name') && seen.has(name)))
          row.addError('DUPLICATE_VALUE', 'A group with this name already exists.', ['Name']);
        if (isListed) seen.add(name);
      }
    },
    afterSave(rows) {
      for (const row of rows) if (row.changed.has('OwnerId')) addOwner(row);
    },
    afterDelete(rows) {
      for (const row of rows)
        for (const member of store.findRows('CollaborationGroupMember', { CollaborationGroupId: row.id }))
          store.deleteRow('CollaborationGroupMember', String(member.Id));
    },
  };
}
