import { cacheDirectory } from '../../../src/cli/project.ts';
import { fillInProcess } from '../../../src/host/fillInProcess.ts';
import { LocalOrgHost } from '../../../src/host/LocalOrgHost.ts';
import type { ProjectSources } from '../../../src/metadata/sourceFiles.ts';
import type { LocalOrg } from '../../../src/org/LocalOrg.ts';
import type { SeedChoice } from '../../../src/seed/seedOrg.ts';
import type { ActionMeter, Cost } from './ActionMeter.ts';

export interface Page {
  readonly rows: readonly { readonly userId: string; readonly verdict: string }[];
  readonly nextCursor: string | null;
}

/** An org with the product in this process, each call of which is measured under a name. */
export class MeasuredOrg {
  readonly costs = new Map<string, Cost[]>();
  private readonly host: LocalOrgHost;
  private readonly meter: ActionMeter;
  private readonly administratorId: string;

  private constructor(host: LocalOrgHost, meter: ActionMeter) {
    this.host = host;
    this.meter = meter;
    this.administratorId = host.personas()[0]?.userId ?? '';
  }

  /** Fills a file, in a process of its own: what filling leaves behind in memory shall not weigh on the measure. */
  static async make(project: ProjectSources, file: string, seed: SeedChoice, meter: ActionMeter): Promise<MeasuredOrg> {
    const cache = cacheDirectory(project);
    const request = { projectDirectory: project.directory, cacheDirectory: cache, file, seed };
    await fillInProcess(request, () => undefined);
    return new MeasuredOrg(LocalOrgHost.open({ project, file, cacheDirectory: cache }), meter);
  }

  close(): void {
    this.host.close();
  }

  get org(): LocalOrg {
    return (this.host as unknown as { org: LocalOrg }).org;
  }

  /** What the component's call answers; with a name, what it cost is kept. Throws the message that the component would show. */
  call<T>(method: string, params: Readonly<Record<string, unknown>>, name?: string): T {
    const [className = '', methodName = ''] = method.split('.');
    const { value: result, cost } = this.meter.measure(() =>
      this.host.invokeApex({ userId: this.administratorId, className, methodName, params, cacheable: false }),
    );
    if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
    if (name !== undefined) this.costs.set(name, [...(this.costs.get(name) ?? []), cost]);
    return result.value as T;
  }

  /** Runs Apex as an administrator would; throws what it throws. */
  run(code: string): void {
    const { success, exceptionMessage, compileProblem } = this.host.executeAnonymous({ code });
    if (!success) throw new Error(String(exceptionMessage ?? compileProblem));
  }

  /** Lets subscribers store what happened. */
  settle(): void {
    this.host.advanceClock(1000);
  }

  page(query: Readonly<Record<string, unknown>>, name?: string): Page {
    return this.call<Page>('RestoreConsoleController.findInactiveUsers', { query }, name);
  }

  /** Where page 100 begins, or the last page of an org that has fewer. */
  farCursor(sortBy: string): string | null {
    let cursor: string | null = null;
    for (let page = 1; page < 100; page++) {
      const { nextCursor } = this.page({ sortBy, pageSize: 50, cursor });
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    return cursor;
  }

  /** The first inactive users of the list, those only that can be restored when asked for. */
  inactiveUsers(count: number, onlyReady: boolean): string[] {
    const users: string[] = [];
    let cursor: string | null = null;
    do {
      const page = this.page({ pageSize: 200, cursor });
      users.push(...page.rows.filter((row) => !onlyReady || row.verdict === 'ready').map((row) => row.userId));
      cursor = page.nextCursor;
    } while (users.length < count && cursor !== null);
    if (users.length < count) throw new Error(`There are ${users.length} users, ${count} are needed.`);
    return users.slice(0, count);
  }
}
