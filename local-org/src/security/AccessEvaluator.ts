/** What a user may do with the rows of one object. */
export interface ObjectAccess {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  /** Sees every row, whoever owns it. */
  readonly viewAll: boolean;
  /** Changes every row, whoever owns it. */
  readonly modifyAll: boolean;
}

/** What a user may do with one field. `edit` is false for a field that nobody can write. */
export interface FieldAccess {
  readonly read: boolean;
  readonly edit: boolean;
}

/**
 * Answers what a user may do, from the rows that grant it: profile, permission sets, groups, expiry and muting.
 * Names are case-insensitive. An unknown user, object, field or permission has no access: nothing is guessed.
 */
export interface AccessEvaluator {
  /** @param apiName without the prefix `Permissions`: `ManageUsers`. */
  hasSystemPermission(userId: string, apiName: string): boolean;
  /** @param apiName developer name of a custom permission; only assignments grant it, not even Modify All Data does. */
  hasCustomPermission(userId: string, apiName: string): boolean;
  /** All system permissions of a user, API names without the prefix, sorted. */
  systemPermissions(userId: string): string[];
  /** Developer names of all custom permissions of a user, sorted. */
  customPermissions(userId: string): string[];
  objectAccess(userId: string, object: string): ObjectAccess;
  fieldAccess(userId: string, object: string, field: string): FieldAccess;
  /** True for holders of Author Apex, who may run every class (Apex Developer Guide, "Apex Class Security"). */
  canAccessClass(userId: string, className: string): boolean;
  /** True when the tab is shown in a navigation: `DefaultOn`; a tab that is merely available is not. */
  isTabVisible(userId: string, tab: string): boolean;
  isApplicationVisible(userId: string, application: string): boolean;
  /**
   * The SQL condition under which sharing lets the user see a row, null when every row is visible.
   * @param alias the SQL alias of the object's table; every column in the condition is qualified with it.
   */
  visibleRowsSql(userId: string, object: string, alias: string): string | null;
  /** The same for updating and deleting. */
  editableRowsSql(userId: string, object: string, alias: string): string | null;
}

export const NO_ACCESS: ObjectAccess = Object.freeze({
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
});
