import { currentTransaction, hasCurrentTransaction } from '../org/current.ts';
import type { Clock } from '../org/Clock.ts';
import type { AccessEvaluator } from '../security/AccessEvaluator.ts';
import type { Store } from '../store/Store.ts';
import type { OrgBehavior } from './OrgBehavior.ts';

/**
 * What computed fields ask for while a query runs: the time of the org, a named switch, a permission of the running user.
 * @param access a function, because the evaluator itself is made with the store.
 */
export function registerSqlFunctions(
  store: Store,
  options: { clock: Clock; behavior: OrgBehavior; access: () => AccessEvaluator },
): void {
  store.database.function('org_now', () => options.clock.now());
  // A live count is as old as the transaction that looks at it; all rows of a query agree.
  store.database.function('org_transaction_start', () =>
    hasCurrentTransaction() ? currentTransaction().startedAt : options.clock.now(),
  );
  store.database.function('org_behavior', (name) => (options.behavior[name as keyof OrgBehavior] ? 1 : 0));
  store.database.function('running_user_has', (permission) =>
    hasCurrentTransaction() && options.access().hasSystemPermission(currentTransaction().userId, String(permission))
      ? 1
      : 0,
  );
}
