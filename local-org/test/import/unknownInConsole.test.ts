import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { LocalOrgHost } from '../../src/host/LocalOrgHost.ts';
import { importIntoOrg } from '../../src/import/importIntoOrg.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { compileProject } from '../../src/org/compileProject.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'unknown-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const project = readProjectSources(ROOT);
const cacheDirectory = join(ROOT, '.local-org', 'cache');

interface Row {
  readonly isFrozen: boolean | null;
  readonly deactivationSource: string;
  readonly unknown: readonly string[];
}

/** The first row of the console in an org of these files, with what the list says about the audit trail. */
function consoleOf(name: string, files: Record<string, string>): { row: Row; trackedSince: string | null } {
  const directory = join(folder, name);
  mkdirSync(directory);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(directory, file), content);
  const file = join(folder, `${name}.db`);
  importIntoOrg({ compiled: compileProject(project, cacheDirectory), file, directory, log: () => undefined });
  const host = LocalOrgHost.open({ project, file, cacheDirectory });
  try {
    const result = host.invokeApex({
      userId: host.personas()[0]?.userId ?? '',
      className: 'RestoreConsoleController',
      methodName: 'findInactiveUsers',
      params: { query: { pageSize: 50 } },
      cacheable: false,
    });
    assert.ok('value' in result, JSON.stringify(result));
    const { rows, trackedSince } = result.value as { rows: Row[]; trackedSince: string | null };
    assert.ok(rows[0]);
    return { row: rows[0], trackedSince };
  } finally {
    host.close();
  }
}

const PROFILE = 'Id,Name\n00e000000000001AAA,Agent\n';

describe('the console on an imported org', () => {
  test('calls unknown what no file had', () => {
    const users = 'Id,Username,LastName,IsActive\n005000000000001AAA,a@example.com,A,false\n';
    const { row, trackedSince } = consoleOf('bare', { 'User.csv': users });
    const names = ['alias', 'email', 'isFrozen', 'lastLogin', 'licenseName', 'managerName', 'profileName', 'roleName'];
    assert.deepEqual([...row.unknown].sort(), names);
    assert.equal(row.isFrozen, null);
    assert.equal(row.deactivationSource, 'unknown');
    assert.equal(trackedSince, null);
  });

  test('calls known what a file had, also where it is empty', () => {
    const users =
      'Id,Username,LastName,IsActive,Email,Alias,ProfileId,UserRoleId,ManagerId,LastLoginDate\n' +
      '005000000000001AAA,a@example.com,A,false,,,00e000000000001AAA,,,\n';
    const { row, trackedSince } = consoleOf('rich', {
      'User.csv': users,
      'Profile.csv': PROFILE.replace('Name', 'Name,UserLicenseId').replace('Agent', 'Agent,'),
      'UserLogin.csv': 'Id,UserId,IsFrozen\n0Yw000000000001,005000000000001AAA,false\n',
      'SetupAuditTrail.csv': 'Id,Action,Display,CreatedDate\n',
    });
    assert.deepEqual(row.unknown, []);
    assert.equal(row.isFrozen, false);
    assert.equal(row.deactivationSource, 'beforeTracking');
    assert.ok(trackedSince);
  });

  test('refuses logins of which it is not said whether they are frozen', () => {
    const files = {
      'User.csv': 'Id,Username,LastName,IsActive\n005000000000001AAA,a@example.com,A,false\n',
      'UserLogin.csv': 'Id,UserId\n0Yw000000000001,005000000000001AAA\n',
    };
    assert.throws(() => consoleOf('logins', files), /UserLogin\.csv, row 1: the UserLogin has no IsFrozen/);
  });
});
