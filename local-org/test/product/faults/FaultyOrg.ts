import { join } from 'node:path';
import { AsyncScheduler } from '../../../src/async/AsyncScheduler.ts';
import { cacheDirectory } from '../../../src/cli/project.ts';
import { invokeAura } from '../../../src/host/invokeAura.ts';
import { runRestQuery } from '../../../src/host/runRestQuery.ts';
import { layerSources } from '../../../src/metadata/layerSources.ts';
import { readProjectSources } from '../../../src/metadata/sourceFiles.ts';
import { compileProject } from '../../../src/org/compileProject.ts';
import { executeTransaction } from '../../../src/org/execute.ts';
import type { LocalOrg } from '../../../src/org/LocalOrg.ts';
import { openOrg } from '../../../src/org/openOrg.ts';
import { personas } from '../../../src/seed/personas.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface Item {
  readonly key: string;
  readonly result: string;
  readonly statusCode?: string | null;
  readonly message?: string | null;
  readonly cure?: string | null;
}

export interface Outcome {
  readonly status: string;
  readonly users: readonly { readonly userId: string; readonly success: boolean; readonly items: readonly Item[] }[];
}

export interface Plan {
  readonly key: string;
  readonly users: readonly {
    readonly alreadyActive: boolean;
    readonly canExecute: boolean;
    readonly refusals: readonly string[];
    readonly items: readonly PlannedItem[];
  }[];
}

export interface PlannedItem {
  readonly key: string;
  readonly label: string;
  readonly effect: string;
  readonly source?: string | null;
  readonly reason?: string | null;
  readonly asOf?: string | null;
}

export interface Verification {
  readonly users: readonly {
    readonly checks: readonly { readonly name: string; readonly answer: string; readonly detail?: string | null }[];
  }[];
}

/** The sample org with the product and a customer whose automation fails. Every call is one transaction of one user. */
export class FaultyOrg {
  readonly org: LocalOrg;
  readonly administratorId: string;
  private readonly scheduler: AsyncScheduler;

  constructor() {
    const product = readProjectSources(join(import.meta.dirname, '..', '..', '..', '..'));
    const customer = readProjectSources(join(import.meta.dirname, '..', 'fixtures', 'faults'));
    const compiled = compileProject(layerSources(product, customer), cacheDirectory(product));
    if (compiled.problems.length > 0) throw new Error(JSON.stringify(compiled.problems[0]));
    this.org = openOrg({ compiled, file: ':memory:', seed: { kind: 'sample' } });
    this.scheduler = new AsyncScheduler(this.org);
    const [administrator] = personas(this.org.store);
    if (!administrator) throw new Error('The sample org has no personas.');
    this.administratorId = administrator.userId;
  }

  close(): void {
    this.scheduler.stop();
    this.org.close();
  }

  /** Another administrator, with the permission set of an operator. */
  appointSecond(): string {
    const [other] = this.query(
      `SELECT Id FROM User WHERE IsActive = true AND Profile.Name = 'System Administrator' AND Id != '${this.administratorId}' LIMIT 1`,
    );
    if (!other) throw new Error('The sample org has one administrator only.');
    this.call('FaultActor.appoint', { userId: String(other.Id) });
    return String(other.Id);
  }

  /** What a component's call answers. Throws an Error with the message that the component would show. */
  call<T>(method: string, params: Row, userId = this.administratorId): T {
    const [className = '', methodName = ''] = method.split('.');
    const result = invokeAura(this.org, { userId, className, methodName, params, cacheable: false });
    if (!result.ok) throw new Error(result.error.message);
    return result.value as T;
  }

  /** Plans and executes a restore; the caller's own settings of the mail are left aside. */
  restore(userIds: readonly string[]): { key: string; outcome: Outcome } {
    const { key } = this.plan(userIds);
    return { key, outcome: this.call<Outcome>('RestoreController.execute', { key }) };
  }

  plan(userIds: readonly string[], userId = this.administratorId, chosen: readonly string[] = []): Plan {
    const options = { reason: 'Back from leave', sendPasswordMail: false, includedItemKeys: chosen };
    return this.call<Plan>('RestoreController.plan', { userIds, options }, userId);
  }

  /** Plans and executes an undo. Returns what its plan refuses. */
  undo(key: string): string[] {
    const plan = this.call<Plan>('UndoController.plan', { key, userIds: null });
    this.call('UndoController.execute', { key: plan.key });
    this.settle();
    return plan.users.flatMap(({ refusals }) => [...refusals]);
  }

  verify(key: string): Verification {
    return this.call<Verification>('RestoreController.verify', { key });
  }

  /** What became of the first step of this kind. */
  itemOf(outcome: Outcome, userId: string, kind: string): Item | undefined {
    return outcome.users
      .find((user) => user.userId === userId)
      ?.items.find(({ key }) => key.startsWith(`${userId}/${kind}/`));
  }

  /** Lets everything that waits happen: events are delivered, queued jobs run. */
  settle(): void {
    this.org.clock.advance(1000);
    this.scheduler.finish();
  }

  query(soql: string): Row[] {
    const transaction = {
      userId: this.administratorId,
      isAsync: false,
      isTest: false,
      quiddity: 'synchronous',
    } as const;
    return executeTransaction(this.org, transaction, () => runRestQuery(this.org, soql)).records;
  }

  /** Which of these users are active. */
  active(userIds: readonly string[]): string[] {
    const list = userIds.map((id) => `'${id}'`).join(', ');
    return this.query(`SELECT Id FROM User WHERE IsActive = true AND Id IN (${list})`).map(({ Id }) => String(Id));
  }

  /** Inactive users of one license who hold no feature licenses, in the order of their Ids. */
  inactive(license: string, count: number): string[] {
    const flags = ['Marketing', 'SFContent', 'Knowledge', 'Support', 'Interaction', 'Offline'];
    const unflagged = flags.map((flag) => `AND UserPermissions${flag}User = false`).join(' ');
    return this.query(
      `SELECT Id FROM User WHERE IsActive = false AND UserType = 'Standard' AND Profile.UserLicense.Name = '${license}' ${unflagged} ORDER BY Id LIMIT ${count}`,
    ).map(({ Id }) => String(Id));
  }

  /** What a run's records say, by user. */
  records(key: string): Map<string, Row> {
    const rows = this.query(
      `SELECT Id, UserId__c, Status__c, ErrorCode__c, Summary__c, DoneCount__c FROM ReinstateRestore__c WHERE RunKey__c = '${key}'`,
    );
    return new Map(rows.map((row) => [String(row.UserId__c), row]));
  }

  /** Lets so many seats of a feature license be left, besides those that active users hold. */
  leaveFeatureSeats(flag: string, count: number): void {
    const used = this.query(`SELECT Id FROM User WHERE IsActive = true AND ${flag} = true`).length;
    this.org.database
      .prepare('UPDATE "local_feature_license" SET "Total" = ? WHERE "Field" = ?')
      .run(used + count, flag);
  }

  seatsLeft(license: string): number {
    const [row] = this.query(`SELECT TotalLicenses, UsedLicenses FROM UserLicense WHERE Name = '${license}'`);
    return Number(row?.TotalLicenses) - Number(row?.UsedLicenses);
  }
}
