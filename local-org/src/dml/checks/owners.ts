import type { ObjectDescription } from '../../schema/SchemaCatalog.ts';
import type { Store } from '../../store/Store.ts';
import type { DmlRow } from '../DmlRow.ts';

/** Records cannot be given to an inactive user (status code INACTIVE_OWNER_OR_USER; text as in public logs). */
export function checkOwners(object: ObjectDescription, rows: readonly DmlRow[], store: Store): void {
  if (object.isSetup || !object.fields.has('ownerid')) return;
  const isActive = new Map<string, boolean>();
  for (const row of rows) {
    const owner = row.new.OwnerId;
    if (typeof owner !== 'string' || !row.changed.has('OwnerId') || !owner.startsWith('005')) continue;
    if (!isActive.has(owner)) isActive.set(owner, store.getRow('User', owner)?.IsActive === true);
    if (isActive.get(owner)) continue;
    const message = `operation performed with inactive user [${owner}] as owner of ${object.name.toLowerCase()}`;
    row.addError('INACTIVE_OWNER_OR_USER', message);
  }
}
