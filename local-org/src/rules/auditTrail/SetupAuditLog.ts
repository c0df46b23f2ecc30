import type { Store } from '../../store/Store.ts';

/** One change in Setup, as the Setup Audit Trail words it. */
export interface SetupChange {
  /** Code such as `activateduser`. */
  readonly action: string;
  readonly display: string;
  /** Left out: Manage Users. */
  readonly section?: string;
}

/** Writes rows of SetupAuditTrail. They belong to the transaction of the change and vanish with it. */
export class SetupAuditLog {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /**
   * @param userId who did it.
   * @param at milliseconds since 1970, UTC.
   */
  record(change: SetupChange, userId: string, at: number): void {
    this.store.insertRow('SetupAuditTrail', {
      Action: change.action,
      Section: change.section ?? 'Manage Users',
      Display: change.display,
      CreatedDate: at,
      CreatedById: userId,
    });
  }
}
