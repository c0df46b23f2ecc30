import type { TriggerEvent, TriggerHandle } from '../../src/dml/triggers.ts';
import type { SObjectRule } from '../../src/dml/SObjectRule.ts';
import { Clock } from '../../src/org/Clock.ts';
import { runInTransaction } from '../../src/org/current.ts';
import type { Org } from '../../src/org/Org.ts';
import { Transaction } from '../../src/org/Transaction.ts';
import { defaultBehavior, type OrgBehavior } from '../../src/rules/OrgBehavior.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import type { ProjectSchema } from '../../src/schema/project/ProjectSchema.ts';
import type { AccessEvaluator } from '../../src/security/AccessEvaluator.ts';
import { Store } from '../../src/store/Store.ts';
import type { RowValues } from '../../src/store/RowValues.ts';
import { SObjectValue } from '../../src/values/SObjectValue.ts';

/** The data layer alone: an org without rules and with the triggers and rights that a test gives it. */
export interface TestOrg {
  readonly org: Org;
  readonly store: Store;
  readonly userId: string;
  readonly behavior: OrgBehavior;
  readonly triggers: TriggerHandle[];
  readonly rules: SObjectRule[];
  /** Replaces what the user may do; everything is allowed until then. */
  access: Partial<AccessEvaluator>;
  /** Runs work in a transaction of its own, or in the given one. */
  run<T>(work: (transaction: Transaction) => T, transaction?: Transaction): T;
  newTransaction(): Transaction;
}

const ALL = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };

export function makeTestOrg(project?: ProjectSchema): TestOrg {
  const clock = new Clock(() => Date.UTC(2026, 10, 21, 12));
  const schema = createSchema(project);
  const store = new Store({ file: ':memory:', schema, clock });
  const userId = store.insertRow('User', {
    FirstName: 'Ada',
    LastName: 'Admin',
    Username: 'ada@example.invalid',
    Alias: 'ada',
    Email: 'ada@example.invalid',
    IsActive: true,
  });
  const triggers: TriggerHandle[] = [];
  const rules: SObjectRule[] = [];
  const behavior = defaultBehavior();
  const everything: Partial<AccessEvaluator> = {
    objectAccess: () => ALL,
    fieldAccess: () => ({ read: true, edit: true }),
    visibleRowsSql: () => null,
    editableRowsSql: () => null,
  };
  const test: TestOrg = {
    store,
    userId,
    behavior,
    triggers,
    rules,
    access: {},
    org: undefined as unknown as Org,
    newTransaction: () =>
      new Transaction({ userId, isAsync: false, isTest: true, startedAt: clock.now(), quiddity: 'test' }),
    run: (work, transaction = test.newTransaction()) =>
      runInTransaction(test.org, transaction, () => work(transaction)),
  };
  const org = {
    id: '00DLO0000000001AAA',
    clock,
    schema,
    store,
    database: store.database,
    behavior,
    rules,
    triggers: {
      triggersFor: (object: string, event: TriggerEvent) =>
        triggers.filter((trigger) => trigger.object === object && trigger.events.includes(event)),
    },
    get access() {
      return { ...everything, ...test.access };
    },
  };
  return Object.assign(test, { org: org as unknown as Org });
}

/** A new record with Apex values. */
export function record(type: string, fields: Record<string, unknown>): SObjectValue {
  const value = new SObjectValue(type);
  for (const [name, field] of Object.entries(fields)) value.put(name, field);
  return value;
}

/** Rows of a table without the columns that a comparison should not depend on. */
export function rowsOf(store: Store, object: string): RowValues[] {
  return store.findRows(object, {}, ['Id']);
}
