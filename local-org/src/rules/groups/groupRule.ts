import type { SObjectRule } from '../../dml/SObjectRule.ts';
import type { RuleServices } from '../RuleServices.ts';

/** Groups that Salesforce keeps for roles, managers and the org are made and removed with those, never by hand. */
export function groupRule({ store }: RuleServices): SObjectRule {
  return {
    objects: ['Group'],
    beforeSave(rows, context) {
      for (const row of rows) {
        if (row.new.Type !== 'Regular' && row.new.Type !== 'Queue') {
          row.addError(
            'INVALID_FIELD_FOR_INSERT_UPDATE',
            `A group of type ${String(row.new.Type)} cannot be created or changed`,
            ['Type'],
          );
        } else if (context.operation === 'update' && row.changed.has('Type')) {
          row.addError('INVALID_FIELD_FOR_INSERT_UPDATE', 'Unable to create/update fields: Type', ['Type']);
        }
      }
    },
    afterDelete(rows) {
      for (const row of rows) {
        for (const field of ['GroupId', 'UserOrGroupId']) {
          for (const member of store.findRows('GroupMember', { [field]: row.id }))
            store.deleteRow('GroupMember', String(member.Id));
        }
        for (const served of store.findRows('QueueSobject', { QueueId: row.id }))
          store.deleteRow('QueueSobject', String(served.Id));
      }
    },
  };
}
