import { UserError } from '../project/run.ts';
import { askCli, type Cli } from './cli.ts';

/**
 * What the running user needs: any one of each group. Source: Salesforce Help, "Metadata API Edit Access", and the
 * Metadata API Developer Guide; the last is for assigning the permission set afterwards.
 */
const NEEDED: readonly (readonly [field: string, label: string])[][] = [
  [
    ['PermissionsModifyMetadata', 'Modify Metadata Through Metadata API Functions'],
    ['PermissionsModifyAllData', 'Modify All Data'],
  ],
  [['PermissionsCustomizeApplication', 'Customize Application']],
  [['PermissionsAuthorApex', 'Author Apex']],
  [['PermissionsAssignPermissionSets', 'Assign Permission Sets']],
];

type PermissionRow = Record<string, unknown>;

/** The permissions that a row of UserPermissionAccess lacks, each as "Label (ApiName)". */
export function missingPermissions(row: PermissionRow): string[] {
  return NEEDED.filter((group) => !group.some(([field]) => row[field] === true)).map((group) =>
    group.map(([field, label]) => `${label} (${field})`).join(' or '),
  );
}

/**
 * Makes sure that the running user may deploy and assign. An org that does not answer the question is left to judge
 * the deploy itself.
 *
 * @throws UserError that names every permission that is missing
 */
export function requirePermissions(cli: Cli, root: string, targetOrg: string, username: string): void {
  const fields = NEEDED.flat().map(([field]) => field);
  const answer = askCli<{ records: PermissionRow[] }>(cli, root, [
    'data',
    'query',
    '--target-org',
    targetOrg,
    '--query',
    `SELECT ${fields.join(', ')} FROM UserPermissionAccess LIMIT 1`,
  ]);
  const row = answer.result?.records[0];
  if (answer.status !== 0 || !row) return;
  const missing = missingPermissions(row);
  if (missing.length > 0) {
    throw new UserError(
      `${username} lacks what a deploy needs: ${missing.join('; ')}. Have an administrator grant it and try again.`,
    );
  }
}
