import assert from 'node:assert/strict';
import { executeDml } from '../../../src/dml/execute.ts';
import type { DmlOperation } from '../../../src/dml/SObjectRule.ts';
import type { RowResult } from '../../../src/dml/RowResult.ts';
import { EventBusService } from '../../../src/events/EventBusService.ts';
import { Clock } from '../../../src/org/Clock.ts';
import { executeTransaction } from '../../../src/org/execute.ts';
import type { Org } from '../../../src/org/Org.ts';
import type { Transaction } from '../../../src/org/Transaction.ts';
import { ApexException } from '../../../src/runtime/ApexException.ts';
import { prepareOrgRules, type OrgRules } from '../../../src/rules/index.ts';
import { GroupCalculation } from '../../../src/security/GroupCalculation.ts';
import { createSchema } from '../../../src/schema/createSchema.ts';
import type { SchemaCatalog } from '../../../src/schema/SchemaCatalog.ts';
import { seedScratch } from '../../../src/seed/scratch.ts';
import type { SeededOrg } from '../../../src/seed/SeedTarget.ts';
import type { RowValues } from '../../../src/store/RowValues.ts';
import { Store } from '../../../src/store/Store.ts';
import { ApexDatetime } from '../../../src/values/index.ts';
import { SObjectValue } from '../../../src/values/SObjectValue.ts';

export const NOW = Date.UTC(2026, 10, 21, 12);

let counter = 0;

/** A scratch org in memory with its rules and the real DML, without Apex. */
export class RulesOrg {
  readonly clock: Clock;
  readonly schema: SchemaCatalog;
  readonly store: Store;
  readonly rules: OrgRules;
  readonly seeded: SeededOrg;
  readonly org: Org;

  constructor(options: { now?: () => number; schema?: SchemaCatalog } = {}) {
    this.clock = new Clock(options.now ?? (() => NOW));
    this.schema = options.schema ?? createSchema();
    const parts = { schema: this.schema, clock: this.clock };
    this.store = new Store({ file: ':memory:', ...parts });
    this.rules = prepareOrgRules({ store: this.store, ...parts });
    this.seeded = seedScratch({ store: this.store, licenses: this.rules.licenses, ...parts });
    this.org = {
      id: this.seeded.organizationId,
      clock: this.clock,
      database: this.store.database,
      store: this.store,
      schema: this.schema,
      access: this.rules.access,
      rules: this.rules.rules,
      behavior: this.rules.behavior,
      mail: this.rules.mail,
      triggers: { triggersFor: () => [] },
      events: new EventBusService(this.store),
      groupCalculation: new GroupCalculation(this.store, this.schema),
      automatedProcessUserId: this.seeded.automatedProcessUserId,
      log: () => undefined,
    } as unknown as Org;
  }

  get admin(): string {
    return this.seeded.administratorId;
  }

  /** Runs work in one transaction as a user; the administrator unless said otherwise. */
  transaction<T>(work: (transaction: Transaction) => T, options: { userId?: string; isTest?: boolean } = {}): T {
    return executeTransaction(
      this.org,
      {
        userId: options.userId ?? this.admin,
        isAsync: false,
        isTest: options.isTest ?? false,
        quiddity: 'synchronous',
      },
      work,
    );
  }

  /** One DML statement with partial success in a transaction of its own. */
  dml(
    operation: DmlOperation,
    object: string,
    rows: readonly RowValues[],
    options: { userId?: string } = {},
  ): RowResult[] {
    return this.transaction(() => this.dmlInside(operation, object, rows), options);
  }

  /** One DML statement with partial success in the transaction that runs. */
  dmlInside(operation: DmlOperation, object: string, rows: readonly RowValues[]): RowResult[] {
    const records = rows.map((row) => {
      const record = new SObjectValue(object);
      for (const [field, value] of Object.entries(row)) record.fields.set(field, this.apexValue(object, field, value));
      return record;
    });
    return executeDml({
      operation,
      records,
      allOrNone: false,
      access: 'system',
      sharing: false,
      externalIdField: null,
      apiVersion: 67,
    });
  }

  /** Inserts one row that has to succeed; returns its Id. */
  insert(object: string, row: RowValues): string {
    const [result] = this.dml('insert', object, [row]);
    assert.deepEqual(result?.errors, [], `insert of ${object}`);
    return result?.id ?? '';
  }

  update(object: string, row: RowValues): void {
    const [result] = this.dml('update', object, [row]);
    assert.deepEqual(result?.errors, [], `update of ${object}`);
  }

  profile(name: string): string {
    return this.idOf('Profile', { Name: name });
  }

  /** A user as good as any; inserted past the rules, so that it needs no seat. */
  user(values: RowValues = {}): string {
    const number = ++counter;
    const id = this.store.insertRow('User', { UserType: 'Standard', ...this.userValues(number), ...values });
    this.store.insertRow('UserLogin', { UserId: id, IsFrozen: false, IsPasswordLocked: false });
    return id;
  }

  /** Values of a new user that DML would take. */
  newUser(values: RowValues = {}): RowValues {
    return { ...this.userValues(++counter), ...values };
  }

  permissionSet(name: string, values: RowValues = {}): string {
    return this.store.insertRow('PermissionSet', {
      Name: name,
      Label: name.replaceAll('_', ' '),
      Type: 'Regular',
      IsCustom: true,
      IsOwnedByProfile: false,
      ...values,
    });
  }

  permissionSetLicense(label: string, total: number, values: RowValues = {}): string {
    return this.store.insertRow('PermissionSetLicense', {
      MasterLabel: label,
      DeveloperName: label.replaceAll(' ', ''),
      PermissionSetLicenseKey: label.replaceAll(' ', ''),
      Language: 'en_US',
      Status: 'Active',
      TotalLicenses: total,
      ...values,
    });
  }

  idOf(object: string, where: RowValues): string {
    const [row] = this.store.findRows(object, where);
    assert.ok(row, `${object} with ${JSON.stringify(where)}`);
    return String(row.Id);
  }

  setSeats(license: string, total: number): void {
    this.store.updateRow('UserLicense', this.idOf('UserLicense', { Name: license, Status: 'Active' }), {
      TotalLicenses: total,
    });
  }

  /** Action and Display of audit trail rows, oldest first. */
  trail(): [string, string][] {
    return this.store
      .rawQuery('SELECT "Action" AS action, "Display" AS display FROM "SetupAuditTrail" ORDER BY "Id"')
      .map((row) => [String(row.action), String(row.display)]);
  }

  private userValues(number: number): RowValues {
    return {
      FirstName: 'Test',
      LastName: `User ${number}`,
      Username: `user${number}@test.example`,
      Email: `user${number}@test.example`,
      Alias: `u${number}`,
      CommunityNickname: `user${number}`,
      IsActive: true,
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      ProfileId: this.profile('Standard User'),
    };
  }

  private apexValue(object: string, field: string, value: unknown): unknown {
    const type = this.schema.object(object)?.fields.get(field.toLowerCase())?.apexType;
    return type === 'Datetime' && typeof value === 'number' ? new ApexDatetime(value) : value;
  }
}

/** Status code and message of the first error of each result, null for success. */
export function errorsOf(results: readonly RowResult[]): (string | null)[] {
  return results.map((result) =>
    result.errors[0] ? `${result.errors[0].statusCode}: ${result.errors[0].message}` : null,
  );
}

/** The status code of the first error of each result, null for success. */
export function codesOf(results: readonly RowResult[]): (string | null)[] {
  return results.map((result) => result.errors[0]?.statusCode ?? null);
}

/** Runs work that has to throw an Apex exception; returns its type and message. */
export function thrownBy(work: () => unknown): { type: string; message: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexException) return { type: error.apexType, message: error.message };
    throw error;
  }
  assert.fail('Nothing was thrown.');
}
