import fc from 'fast-check';
import { executeDml } from '../../src/dml/execute.ts';
import type { RowResult } from '../../src/dml/RowResult.ts';
import type { DmlOperation } from '../../src/dml/SObjectRule.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import type { RowValues } from '../../src/store/RowValues.ts';
import type { Store } from '../../src/store/Store.ts';
import { SObjectValue } from '../../src/values/SObjectValue.ts';
import { RulesOrg } from '../rules/support/RulesOrg.ts';
import { readFiles, THING_FILES } from '../schema/projectFixture.ts';

/** One DML statement, with numbers instead of Ids: which row is meant depends on what is there when it runs. */
export interface Step {
  readonly operation: DmlOperation;
  readonly object: (typeof OBJECTS)[number];
  readonly picks: readonly Pick[];
  readonly allOrNone: boolean;
}

interface Pick {
  readonly row: number;
  readonly other: number;
  readonly flag: boolean;
  readonly text: string | null;
}

const OBJECTS = [
  'User',
  'UserLogin',
  'UserRole',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetLicenseAssign',
  'Group',
  'GroupMember',
  'Thing__c',
] as const;

const pick = fc.record({
  row: fc.nat(30),
  other: fc.nat(30),
  flag: fc.boolean(),
  text: fc.option(fc.constantFrom('one', 'two', 'refuse me', 'x'.repeat(60))),
});

export const step: fc.Arbitrary<Step> = fc.record({
  operation: fc.constantFrom(...(['insert', 'insert', 'update', 'update', 'delete', 'upsert', 'undelete'] as const)),
  object: fc.constantFrom(...OBJECTS),
  picks: fc.array(pick, { minLength: 1, maxLength: 4 }),
  allOrNone: fc.boolean(),
});

const RULE =
  '<?xml version="1.0" encoding="UTF-8"?><ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>NoWay</fullName><active>true</active><errorConditionFormula>CONTAINS(Text__c, "refuse")</errorConditionFormula><errorMessage>No way.</errorMessage></ValidationRule>';
const SCHEMA = createSchema(
  readFiles({ ...THING_FILES, 'objects/Thing__c/validationRules/NoWay.validationRule-meta.xml': RULE }),
);

/** A scratch org with rules, a validation rule, and a few rows of everything to begin with. */
export function makeOrg(): RulesOrg {
  const org = new RulesOrg({ schema: SCHEMA });
  org.setSeats('Salesforce', org.rules.licenses.used('UserLicense', licenseId(org)) + 3);
  const license = org.permissionSetLicense('Sample License', 2);
  org.permissionSet('Free_Set');
  org.permissionSet('Licensed_Set', { LicenseId: license });
  for (const name of ['First', 'Second']) {
    org.store.insertRow('Group', { Name: name, DeveloperName: name, Type: 'Regular' });
  }
  for (let count = 0; count < 3; count++) org.user({ IsActive: false });
  return org;
}

function licenseId(org: RulesOrg): string {
  return org.idOf('UserLicense', { Name: 'Salesforce', Status: 'Active' });
}

/** Runs a step in the transaction that runs. Throws what DML throws. */
export function perform(org: RulesOrg, { operation, object, picks, allOrNone }: Step): RowResult[] {
  const records = picks.map((choice, index) => {
    const record = new SObjectValue(object);
    const existing = at(org.store, object, choice.row);
    const isNew = operation === 'insert' || (operation === 'upsert' && choice.flag);
    if (!isNew && existing !== null) record.fields.set('Id', existing);
    if (operation === 'delete' || operation === 'undelete') return record;
    const values = isNew ? newRow(org, object, choice, index) : change(org, object, choice);
    for (const [field, value] of Object.entries(values)) record.fields.set(field, value);
    return record;
  });
  return executeDml({
    operation,
    records,
    allOrNone,
    access: 'system',
    sharing: false,
    externalIdField: null,
    apiVersion: 67,
  });
}

function at(store: Store, object: string, index: number): string | null {
  const rows = store.rawQuery(`SELECT "Id" AS id FROM "${object}" ORDER BY "Id" DESC LIMIT 12`);
  return rows.length === 0 ? null : String(rows[index % rows.length]?.id);
}

function newRow(org: RulesOrg, object: Step['object'], { row, other, flag, text }: Pick, index: number): RowValues {
  const { store } = org;
  const name = `${object.replace('__c', '')}${row}${index}`;
  switch (object) {
    case 'User': {
      const profile = org.profile(flag ? 'Standard User' : 'System Administrator');
      const user = org.newUser({ ProfileId: profile, IsActive: flag, ManagerId: at(store, 'User', other) });
      // Now and then a name that is taken.
      return row > 25 ? { ...user, Username: 'user1@test.example' } : user;
    }
    case 'UserLogin':
      return { UserId: at(store, 'User', row), IsFrozen: flag };
    case 'UserRole':
      return { Name: name, DeveloperName: name, ParentRoleId: at(store, 'UserRole', other) };
    case 'PermissionSet':
      return { Name: name, Label: name };
    case 'PermissionSetAssignment':
      return { AssigneeId: at(store, 'User', row), PermissionSetId: at(store, 'PermissionSet', other) };
    case 'PermissionSetLicenseAssign':
      return { AssigneeId: at(store, 'User', row), PermissionSetLicenseId: at(store, 'PermissionSetLicense', 0) };
    case 'Group':
      return { Name: name, DeveloperName: name, Type: 'Regular' };
    case 'GroupMember':
      return { GroupId: at(store, 'Group', other), UserOrGroupId: at(store, flag ? 'User' : 'Group', row) };
    case 'Thing__c':
      return {
        Key__c: `k${row % 8}`,
        Text__c: text,
        Parent__c: at(store, 'Thing__c', other),
        Person__c: flag ? at(store, 'User', other) : null,
      };
  }
}

function change(org: RulesOrg, object: Step['object'], { other, flag, text }: Pick): RowValues {
  const { store } = org;
  switch (object) {
    case 'User':
      if (other % 3 === 0) return { UserRoleId: at(store, 'UserRole', other), ManagerId: at(store, 'User', other) };
      return other % 3 === 1 ? { IsActive: flag } : { ProfileId: at(store, 'Profile', other), IsActive: flag };
    case 'UserLogin':
      return { IsFrozen: flag };
    case 'UserRole':
      return { ParentRoleId: at(store, 'UserRole', other) };
    case 'Thing__c':
      return { Text__c: text, Parent__c: at(store, 'Thing__c', other), OwnerId: at(store, 'User', other) };
    case 'Group':
      return { Name: text ?? 'Group' };
    case 'PermissionSet':
      return { Label: text ?? 'Set' };
    default:
      return {};
  }
}

/** Every row of every table, in an order of its own. The search index has a property test of its own. */
export function dump(store: Store): Record<string, string[]> {
  const tables = store.rawQuery(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'local_search_%' ORDER BY name",
  );
  return Object.fromEntries(
    tables.map(({ name }) => [
      String(name),
      store
        .rawQuery(`SELECT * FROM "${String(name)}"`)
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}
