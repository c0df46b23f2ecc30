import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { FaultyOrg } from './faults/FaultyOrg.ts';

/** A method that a component may call. */
interface Door {
  readonly name: string;
  readonly parameters: readonly string[];
}

const SIGNATURE = /@AuraEnabled(?:\s*\([^)]*\))?\s+(?:public|global)\s+static\s+[\w<>,. ]+?\s+(\w+)\s*\(([^)]*)\)/g;
/** What an entry point of another kind looks like: one that comes has to be added to this test. */
const OTHER_DOORS = /@(InvocableMethod|RestResource|RemoteAction|Future)|\bwebservice\b/i;

/** Doors that only show something; a refused call of any other door stays in Activity. */
const READERS = [
  'RestoreActivityController.exportCsv',
  'RestoreActivityController.findHistory',
  'RestoreActivityController.findOperators',
  'RestoreActivityController.findRecords',
  'RestoreActivityController.getDetail',
  'RestoreConsoleController.findInactiveUsers',
  'RestoreConsoleController.getSeats',
  'RestoreConsoleController.open',
  'RestoreController.findChoices',
  'RestoreSettingsController.open',
  'SeatController.findHeldByInactive',
  'SeatController.findPackageSeats',
];
const REFUSALS = "ReinstateRestore__c WHERE Kind__c = 'Refusal'";

const classes = readProjectSources(join(import.meta.dirname, '..', '..', '..')).apex.filter(({ path }) =>
  path.startsWith('force-app/main/'),
);

function doorsOf({ path, text }: { readonly path: string; readonly text: string }): Door[] {
  const className = /([^/]+)\.cls$/.exec(path)?.[1] ?? '';
  return [...text.matchAll(SIGNATURE)].map(([, method = '', parameters = '']) => ({
    name: `${className}.${method}`,
    parameters: parameters
      .split(/,(?![^<]*>)/)
      .map((parameter) => parameter.trim().split(/\s+/).at(-1) ?? '')
      .filter(Boolean),
  }));
}

const doors = classes.flatMap(doorsOf);

const org = new FaultyOrg();
after(() => org.close());

/** An administrator of the org who was never given Reinstate: may run every class and change every user, by hand. */
const stranger = String(
  org.query(
    "SELECT Id FROM User WHERE IsActive = true AND Profile.Name = 'System Administrator' AND Id NOT IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name LIKE 'Reinstate%') LIMIT 1",
  )[0]?.Id,
);

const countOf = (from: string): number => org.query(`SELECT Id FROM ${from}`).length;

describe('every door of the product', () => {
  test('is known to this test', () => {
    const statics = classes.flatMap(({ text }) => [...text.matchAll(/@AuraEnabled[^;{]*?\bstatic\b/g)]);
    assert.ok(doors.length >= 24, `${doors.length} doors`);
    assert.equal(doors.length, statics.length);
    assert.deepEqual(
      classes.filter(({ text }) => OTHER_DOORS.test(text)).map(({ path }) => path),
      [],
    );
  });

  for (const door of doors) {
    test(`${door.name} asks for a custom permission before it looks at anything`, () => {
      const before = [countOf('ReinstateSnapshot__c'), countOf("ReinstateRestore__c WHERE Kind__c != 'Refusal'")];
      const refusals = countOf(REFUSALS);
      // Nothing at all is sent: whatever is looked at before the guard breaks on it.
      const params = Object.fromEntries(door.parameters.map((name) => [name, null]));

      assert.throws(
        () => org.call(door.name, params, stranger),
        /^Error: You need the custom permission Reinstate [A-Z][A-Za-z ]+ \(Reinstate[A-Za-z]+\)/,
      );

      org.settle();
      const after = [countOf('ReinstateSnapshot__c'), countOf("ReinstateRestore__c WHERE Kind__c != 'Refusal'")];
      assert.deepEqual(after, before);
      assert.equal(countOf(REFUSALS) - refusals, READERS.includes(door.name) ? 0 : 1, 'records of the refusal');
    });
  }
});
