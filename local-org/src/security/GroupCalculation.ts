import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';
import { clearOutdatedGroups, outdatedGroups } from './outdatedGroups.ts';
import { recalculatePermissionSetGroup } from './permissionSetGroups.ts';

/**
 * Calculates permission set groups whose parts have changed: in the background, after the commit of the change, as Salesforce
 * does (Help, "Permission Set Group Considerations"). Until then a group is Outdated, and its hidden permission set says what
 * it said before.
 */
export class GroupCalculation {
  private readonly store: Store;
  private readonly schema: SchemaCatalog;
  private isWaiting: boolean;
  /** Called when there is something to calculate. */
  onPending: () => void = () => undefined;

  /** Takes up what an earlier run of the org's file left. */
  constructor(store: Store, schema: SchemaCatalog) {
    this.store = store;
    this.schema = schema;
    this.isWaiting = outdatedGroups(store).length > 0;
  }

  get hasPending(): boolean {
    return this.isWaiting;
  }

  /** A transaction that made a group out of date has been committed. */
  request(): void {
    this.isWaiting = true;
    this.onPending();
  }

  /** Calculates what waits, in a transaction of its own. */
  run(): void {
    if (!this.isWaiting) return;
    this.isWaiting = false;
    const savepoint = this.store.savepoint();
    for (const id of outdatedGroups(this.store)) {
      // It may have been deleted since.
      if (this.store.getRow('PermissionSetGroup', id)) recalculatePermissionSetGroup(this.store, this.schema, id);
    }
    clearOutdatedGroups(this.store);
    savepoint.release();
  }
}
