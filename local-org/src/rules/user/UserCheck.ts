import type { RuleContext, RuleRow } from '../../dml/SObjectRule.ts';
import type { RuleServices } from '../RuleServices.ts';

/** One concern of the rule about users. Gets only rows without errors, in order. */
export type UserCheck = (rows: readonly RuleRow[], context: RuleContext, services: RuleServices) => void;

/** The row switches a user off. */
export function isDeactivated(row: RuleRow): boolean {
  return row.old?.IsActive === true && row.new.IsActive !== true;
}
