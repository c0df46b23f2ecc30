import type { Store } from '../store/Store.ts';
import type { LicenseCounts } from './licenses/LicenseCounts.ts';

/** Fields that Salesforce computes: seats in use, whether an assignment is live, what the running user may do. */
export function registerDerivedFields(store: Store, licenses: LicenseCounts): void {
  licenses.registerDerivedFields();
  store.registerDerivedField(
    'PermissionSetAssignment',
    'IsActive',
    (alias) =>
      `(COALESCE(${alias}."IsRevoked", 0) = 0 AND (${alias}."ExpirationDate" IS NULL OR ${alias}."ExpirationDate" > org_now()))`,
  );
  if (store.schema.object('CollaborationGroup'))
    store.registerDerivedField(
      'CollaborationGroup',
      'MemberCount',
      (alias) => `(SELECT COUNT(*) FROM "CollaborationGroupMember" m WHERE m."CollaborationGroupId" = ${alias}."Id")`,
    );
  for (const { field } of store.layout('UserPermissionAccess').columns.values()) {
    if (!field.name.startsWith('Permissions')) continue;
    const permission = field.name.slice('Permissions'.length);
    store.registerDerivedField('UserPermissionAccess', field.name, () => `running_user_has('${permission}')`);
  }
  addUserPermissionAccess(store);
}

/** The object has one row, about whoever asks. */
export function addUserPermissionAccess(store: Store): void {
  if (store.rawQuery('SELECT 1 AS hit FROM "UserPermissionAccess" LIMIT 1').length === 0)
    store.insertRow('UserPermissionAccess', {});
}
