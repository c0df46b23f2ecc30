import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { LocalOrg } from '../../src/org/LocalOrg.ts';
import { ProductOrg } from './histories/ProductOrg.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Salesforce keeps audit trail rows for at least this long; the import reads so many days. */
const TRAIL_DAYS = 180;

interface SettingsState {
  readonly baseline: {
    readonly isOn: boolean;
    readonly nextRun?: string;
    readonly lastStatus?: string;
    readonly hasFailed: boolean;
    readonly activeUsers: number;
    readonly estimatedKilobytes: number;
  };
  readonly auditImport: {
    readonly status: string;
    readonly rowsRead: number;
    readonly snapshots: number;
    readonly problem?: string;
  };
}

interface ConsoleState {
  readonly warnings: readonly { text: string; cure: string }[];
}

const org = new ProductOrg();
after(() => org.close());

interface Innards {
  readonly org: LocalOrg;
  advanceClock(milliseconds: number): Date;
  executeAnonymous(request: { code: string }): { success: boolean; exceptionMessage: string | null };
}

/** The org itself, for what neither a component nor an admin can do to it. */
const { host } = org as unknown as { host: Innards };

function abort(jobId: string): void {
  const result = host.executeAnonymous({ code: `System.abortJob('${jobId}');` });
  assert.equal(result.success, true, String(result.exceptionMessage));
}

function shortIdIn(display: unknown): string {
  return /\[(005\w{12})\]/.exec(String(display))?.[1] ?? '';
}

/** The database keeps no milliseconds of what Apex writes. */
function second(time: unknown): string {
  return new Date(String(time)).toISOString().slice(0, 19);
}

/** `user time by actor` of each snapshot that was taken for this reason. */
function snapshots(why: string): string[] {
  return org
    .query(`SELECT UserId__c, TakenAt__c, TakenBy__c FROM ReinstateSnapshot__c WHERE Why__c = '${why}'`)
    .map((row) => `${String(row.UserId__c).slice(0, 15)} ${second(row.TakenAt__c)} by ${String(row.TakenBy__c)}`)
    .sort();
}

function warnings(): string {
  const query = { searchTerm: null, sortBy: 'lastChange', cursor: null, pageSize: 50 };
  return org
    .call<ConsoleState>('RestoreConsoleController.open', { query })
    .warnings.map(({ text }) => text)
    .join('\n');
}

describe('what the product remembers by itself', () => {
  test('the import of the audit trail finds every deactivation of users who are inactive, and no other', () => {
    const since = new Date(host.org.clock.now() - TRAIL_DAYS * DAY).toISOString();
    const inactive = new Set(
      org.query('SELECT Id FROM User WHERE IsActive = false').map(({ Id }) => String(Id).slice(0, 15)),
    );
    const expected = org
      .query(
        `SELECT Display, CreatedDate, CreatedById FROM SetupAuditTrail WHERE Action = 'deactivateduser' AND CreatedDate >= ${since}`,
      )
      .filter(({ Display }) => inactive.has(shortIdIn(Display)))
      .map((row) => `${shortIdIn(row.Display)} ${second(row.CreatedDate)} by ${String(row.CreatedById)}`)
      .sort();

    org.call('RestoreSettingsController.importAuditTrail', {});
    org.settle();

    const { auditImport } = org.call<SettingsState>('RestoreSettingsController.open', {});
    assert.ok(expected.length > 100, `${expected.length} deactivations are in the trail`);
    assert.deepEqual([auditImport.status, auditImport.problem ?? null], ['Finished', null]);
    assert.equal(auditImport.snapshots, expected.length);
    assert.deepEqual(snapshots('AuditTrail'), expected);
  });

  test('the baseline runs at night as whoever switched it on, and stores what has changed and nothing else', () => {
    const { baseline } = org.call<SettingsState>('RestoreSettingsController.switchBaseline', { isOn: true });
    assert.ok(baseline.nextRun, 'a run is scheduled');
    assert.equal(baseline.estimatedKilobytes, 2 * baseline.activeUsers);
    host.advanceClock(DAY);
    const people = org.query(
      "SELECT Id FROM User WHERE IsActive = true AND UserType NOT IN ('AutomatedProcess', 'Guest')",
    );
    const first = snapshots('Nightly').length;
    host.advanceClock(DAY);
    const second = snapshots('Nightly').length;
    const drifted = drift();
    host.advanceClock(DAY);

    const state = org.call<SettingsState>('RestoreSettingsController.open', {});
    assert.deepEqual(
      [state.baseline.lastStatus, state.baseline.hasFailed],
      ['The last nightly baseline remembered every active user.', false],
    );
    assert.equal(first, people.length, 'the first night remembers everybody');
    assert.equal(second, first, 'a night without changes stores nothing');
    const perUser = new Map<string, number>();
    for (const line of snapshots('Nightly')) perUser.set(line.slice(0, 15), (perUser.get(line.slice(0, 15)) ?? 0) + 1);
    const changed = [...perUser].filter(([, count]) => count > 1).map(([id]) => id);
    assert.deepEqual(
      changed.sort(),
      drifted.map((id) => id.slice(0, 15)).sort(),
      'ten of ten changes, and no other user',
    );
    assert.equal(warnings(), '');
    assert.deepEqual(titlesOf(drifted[3]), ['Frozen, as the Setup Audit Trail says', 'Frozen, as two snapshots show']);
    assert.deepEqual(titlesOf(drifted[8]), [
      'Profile changed, as the Setup Audit Trail says',
      'Profile changed, as two snapshots show',
    ]);
  });

  test('the console warns when a subscriber has stopped, and when nobody runs the baseline any more', () => {
    const { store } = host.org;
    const [row] = store.findRows('EventBusSubscriber', { Name: 'ReinstateAccessLostTrigger' });
    store.updateRow('EventBusSubscriber', String(row?.Id), { Status: 'Error', LastError: 'Too many retries' });
    const stopped = warnings();
    store.updateRow('EventBusSubscriber', String(row?.Id), { Status: 'Running', LastError: null });
    const [job] = org.query("SELECT Id FROM CronTrigger WHERE CronJobDetail.Name = 'Reinstate Nightly Baseline'");
    abort(String(job?.Id));

    assert.match(stopped, /ReinstateAccessLostTrigger has stopped \(Error\).*Too many retries/);
    assert.match(warnings(), /no job is scheduled/);
  });
});

/** What the History tab says of freezing and of the profile of a user, in the order of the alphabet. */
function titlesOf(userId: string | undefined): string[] {
  return org
    .call<{ title: string }[]>('RestoreActivityController.findHistory', { userId })
    .map(({ title }) => title)
    .filter((title) => /^(Frozen|Profile changed)/.test(title))
    .sort();
}

/** Changes ten users in ten ways that no trigger of the product sees, and returns their Ids. */
function drift(): string[] {
  const users = org
    .query(
      "SELECT Id FROM User WHERE IsActive = true AND Profile.Name = 'Northlake Sales Representative' ORDER BY Id LIMIT 10",
    )
    .map(({ Id }) => String(Id));
  const one = (soql: string): string => String(org.query(soql)[0]?.Id);
  const [first = ''] = users;
  const held = (object: string, user: string, field: string, target: string): Set<string> =>
    new Set(org.query(`SELECT ${target} FROM ${object} WHERE ${field} = '${user}'`).map((row) => String(row[target])));
  const free = (candidates: string, taken: Set<string>): string =>
    String(org.query(candidates).find(({ Id }) => !taken.has(String(Id)))?.Id);
  const sets =
    "SELECT Id FROM PermissionSet WHERE IsOwnedByProfile = false AND Type = 'Regular' AND LicenseId = null ORDER BY Name";
  const groups = "SELECT Id FROM Group WHERE Type = 'Regular' ORDER BY Name";
  const queues = "SELECT Id FROM Group WHERE Type = 'Queue' ORDER BY Name";
  const [
    ,
    second = '',
    third = '',
    fourth = '',
    fifth = '',
    sixth = '',
    seventh = '',
    eighth = '',
    ninth = '',
    tenth = '',
  ] = users;
  const steps = [
    {
      userId: first,
      verb: 'give Set',
      target: free(sets, held('PermissionSetAssignment', first, 'AssigneeId', 'PermissionSetId')),
    },
    {
      userId: second,
      verb: 'give Group',
      target: free(groups, held('GroupMember', second, 'UserOrGroupId', 'GroupId')),
    },
    { userId: third, verb: 'give Group', target: free(queues, held('GroupMember', third, 'UserOrGroupId', 'GroupId')) },
    { userId: fourth, verb: 'freeze', target: null },
    { userId: fifth, verb: 'set FederationIdentifier', target: 'drifted@example.com' },
    { userId: sixth, verb: 'set ManagerId', target: first },
    { userId: seventh, verb: 'set DelegatedApproverId', target: first },
    { userId: eighth, verb: 'set UserRoleId', target: null },
    {
      userId: ninth,
      verb: 'set ProfileId',
      target: one("SELECT Id FROM Profile WHERE Name = 'Northlake Sales Manager'"),
    },
    { userId: tenth, verb: 'set UserPermissionsCallCenterAutoLogin', target: 'true' },
  ];
  assert.deepEqual(org.call<(string | null)[]>('HistoryActor.perform', { steps }).filter(Boolean), []);
  return users;
}
