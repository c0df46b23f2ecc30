import { StatementSync } from 'node:sqlite';

/** What one call cost: processor time, SQL statements and the rows that they brought. */
export interface Cost {
  readonly milliseconds: number;
  readonly statements: number;
  readonly rows: number;
}

/**
 * Measures calls into an org in this process. Processor time, so that other work on the machine counts as little as may be;
 * statements and rows are the same on every machine. To be closed: it stands between the org and SQLite.
 */
export class ActionMeter {
  /** The texts of all statements that ran while something was measured. */
  readonly texts = new Set<string>();
  private readonly originals = new Map<'all' | 'get' | 'run', (...args: unknown[]) => unknown>();
  private isMeasuring = false;
  private statements = 0;
  private rows = 0;

  constructor() {
    const prototype = StatementSync.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
    for (const name of ['all', 'get', 'run'] as const) {
      const original = prototype[name];
      if (!original) throw new Error(`Statements of node:sqlite have no ${name}().`);
      this.originals.set(name, original);
      prototype[name] = this.counting(original);
    }
  }

  close(): void {
    for (const [name, original] of this.originals)
      (StatementSync.prototype as unknown as Record<string, unknown>)[name] = original;
  }

  measure<T>(work: () => T): { readonly value: T; readonly cost: Cost } {
    this.statements = 0;
    this.rows = 0;
    this.isMeasuring = true;
    const before = process.cpuUsage();
    const value = work();
    const used = process.cpuUsage(before);
    this.isMeasuring = false;
    const milliseconds = (used.user + used.system) / 1000;
    return { value, cost: { milliseconds, statements: this.statements, rows: this.rows } };
  }

  private counting(original: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
    const count = (statement: StatementSync, result: unknown): void => {
      if (!this.isMeasuring) return;
      this.statements++;
      if (Array.isArray(result)) this.rows += result.length;
      this.texts.add(statement.sourceSQL);
    };
    return function (this: StatementSync, ...args: unknown[]): unknown {
      const result = original.apply(this, args);
      count(this, result);
      return result;
    };
  }
}
