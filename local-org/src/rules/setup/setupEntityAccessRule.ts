import type { SObjectRule } from '../../dml/SObjectRule.ts';
import { textOfRow } from '../lookups.ts';
import type { RuleServices } from '../RuleServices.ts';
import { textIn } from '../rowReading.ts';

/** What a permission set may open, by the key prefix of its Id. */
const TYPES: Readonly<Record<string, string>> = { '01p': 'ApexClass', '0CP': 'CustomPermission' };

/** The type of the opened thing follows from its Id; what the local org does not know is refused. */
export function setupEntityAccessRule({ store }: RuleServices): SObjectRule {
  return {
    objects: ['SetupEntityAccess'],
    beforeSave(rows) {
      for (const row of rows) {
        const entityId = textIn(row.new, 'SetupEntityId') ?? '';
        const type = TYPES[entityId.slice(0, 3)];
        if (!type || textOfRow(store, type, entityId, 'Id') === null) {
          row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['SetupEntityId']);
          continue;
        }
        row.set('SetupEntityType', type);
        const twins = store.findRows('SetupEntityAccess', {
          ParentId: row.new.ParentId ?? null,
          SetupEntityId: entityId,
        });
        if (twins.some((twin) => twin.Id !== row.id)) {
          row.addError(
            'DUPLICATE_VALUE',
            `duplicate value found: SetupEntityId duplicates value on record with id: ${String(twins[0]?.Id)}`,
            [],
          );
        }
      }
    },
  };
}
