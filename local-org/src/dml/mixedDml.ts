import type { Org } from '../org/Org.ts';
import type { Transaction } from '../org/Transaction.ts';
import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { DmlRow } from './DmlRow.ts';

export type MixedDmlSide = 'setup' | 'nonSetup' | 'neutral';

/** A change of one of these makes an update of a user setup DML. */
const USER_SETUP_FIELDS = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'];

/**
 * Which side of mixed DML a row is on. Source: Apex Developer Guide, "sObjects That Cannot Be Used Together in DML Operations";
 * UserLogin and PermissionSetLicenseAssign count as setup here although the list, which is not exhaustive, lacks them.
 */
function sideOf(
  object: ObjectDescription,
  operation: 'insert' | 'update' | 'delete' | 'undelete',
  row: DmlRow,
): MixedDmlSide {
  if (object.kind === 'customSetting') return 'neutral';
  if (!object.isSetup) return 'nonSetup';
  if (object.name === 'Group') return operation === 'delete' ? 'setup' : 'neutral';
  if (object.name !== 'User') return 'setup';
  if (operation === 'insert') return row.new.UserRoleId == null ? 'neutral' : 'setup';
  return USER_SETUP_FIELDS.some((field) => row.changed.has(field)) ? 'setup' : 'neutral';
}

/**
 * Notes what a transaction changes and says whether that may stand beside what it changed before.
 * Returns the message of MIXED_DML_OPERATION, or null when all is well.
 */
export function mixedDmlProblem(
  object: ObjectDescription,
  operation: 'insert' | 'update' | 'delete' | 'undelete',
  rows: readonly DmlRow[],
  transaction: Transaction,
  org: Org,
): string | null {
  const state = transaction.mixedDml;
  for (const row of rows) {
    const side = sideOf(object, operation, row);
    if (side === 'neutral') continue;
    const other = side === 'setup' ? state.nonSetup : state.setup;
    if (other !== null) return messageOf(object.name, other);
    // The page also says not to use more than one setup object in a transaction; the strict reading takes it by its word.
    if (side === 'setup' && org.behavior.mixedDml === 'strict' && state.setup !== null && state.setup !== object.name) {
      return messageOf(object.name, state.setup);
    }
    state[side] ??= object.name;
  }
  return null;
}

function messageOf(second: string, first: string): string {
  return `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${second}, original object: ${first}`;
}
