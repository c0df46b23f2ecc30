import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { AccessEvaluator } from '../security/AccessEvaluator.ts';
import type { Store } from '../store/Store.ts';
import type { AssignableSets } from './assignment/AssignableSets.ts';
import type { SetupAuditLog } from './auditTrail/SetupAuditLog.ts';
import type { FreedSeats } from './licenses/FreedSeats.ts';
import type { LicenseCounts } from './licenses/LicenseCounts.ts';
import type { OrgBehavior } from './OrgBehavior.ts';

/** What the rules of an org work with. */
export interface RuleServices {
  readonly store: Store;
  readonly schema: SchemaCatalog;
  readonly behavior: OrgBehavior;
  readonly access: AccessEvaluator;
  readonly audit: SetupAuditLog;
  readonly licenses: LicenseCounts;
  readonly freedSeats: FreedSeats;
  readonly sets: AssignableSets;
}
