import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { LocalOrgHost } from '../../src/host/LocalOrgHost.ts';
import { importIntoOrg } from '../../src/import/importIntoOrg.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { compileProject, type CompiledProject } from '../../src/org/compileProject.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const cacheDirectory = join(ROOT, '.local-org', 'cache');
const project = readProjectSources(ROOT);
let compiled: CompiledProject | undefined;
const folder = mkdtempSync(join(tmpdir(), 'unknown-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

export interface Row {
  readonly userId: string;
  readonly name: string;
  readonly isFrozen: boolean | null;
  readonly isHighRisk: boolean | null;
  readonly deactivationSource: string;
  readonly verdict: string;
  readonly verdictReason: string | null;
  readonly licenseRemaining: number | null;
  readonly unknown: readonly string[];
}

export interface ConsoleState {
  readonly seats: readonly {
    readonly name: string;
    readonly state: string;
    readonly remaining: number | null;
    readonly unknown: string | null;
  }[];
  readonly page: { readonly rows: readonly Row[]; readonly trackedSince: string | null };
}

export interface PlanItem {
  readonly kind: string;
  readonly label: string;
  readonly effect: string;
  readonly has: boolean | null;
  readonly isHighRisk: boolean | null;
}

export interface Plan {
  readonly key: string;
  readonly users: readonly {
    readonly canExecute: boolean;
    readonly refusals: readonly string[];
    readonly items: readonly PlanItem[];
    readonly isHighRisk: boolean | null;
    readonly unknown: readonly { readonly area: string; readonly text: string }[];
  }[];
  readonly seats: readonly {
    readonly name: string;
    readonly remainingNow: number | null;
    readonly unknown: string | null;
  }[];
  readonly policy: { readonly riskIsUnknown: boolean; readonly missing: readonly string[] };
}

/** The console of an org that was filled from files, through the calls that the page makes. */
export class ImportedConsole {
  private readonly host: LocalOrgHost;

  /** @param files what the folder of the import holds, by name */
  constructor(files: Readonly<Record<string, string>>) {
    const directory = join(folder, `files-${++count}`);
    mkdirSync(directory);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
    const file = join(folder, `${count}.db`);
    compiled ??= compileProject(project, cacheDirectory);
    importIntoOrg({ compiled, file, directory, log: () => undefined });
    this.host = LocalOrgHost.open({ project, file, cacheDirectory });
  }

  close(): void {
    this.host.close();
  }

  open(): ConsoleState {
    return this.call('RestoreConsoleController', 'open', { query: { pageSize: 50 } }) as ConsoleState;
  }

  /** The row of the only user whose name is this one. */
  row(name: string): Row {
    const row = this.open().page.rows.find((candidate) => candidate.name === name);
    assert.ok(row, `${name} is in the list`);
    return row;
  }

  plan(userId: string, options: Record<string, unknown> = {}): Plan {
    return this.call('RestoreController', 'plan', { userIds: [userId], options }) as Plan;
  }

  /** All of the user that is not known, in one text. */
  unknownOf(userId: string): string {
    return (this.plan(userId).users[0]?.unknown ?? []).map(({ area, text }) => `${area}: ${text}`).join('\n');
  }

  call(className: string, methodName: string, params: Record<string, unknown>): unknown {
    const userId = this.host.personas()[0]?.userId ?? '';
    const result = this.host.invokeApex({ userId, className, methodName, params, cacheable: false });
    assert.ok('value' in result, JSON.stringify(result));
    return result.value;
  }

  query(soql: string): Record<string, unknown>[] {
    return this.host.query({ soql }).records;
  }
}
