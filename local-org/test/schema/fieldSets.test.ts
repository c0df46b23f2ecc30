import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { implementation } from '../../src/platform/catalog.ts';
import { describeObject, fieldToken, objectToken } from '../../src/platform/data/tokens.ts';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import { ApexList } from '../../src/values/ApexList.ts';
import type { ApexMap } from '../../src/values/ApexMap.ts';
import { ApexSet } from '../../src/values/ApexSet.ts';
import { apexEquals } from '../../src/values/equality.ts';
import { toText } from '../../src/values/text.ts';
import { compileSources } from '../compiler/compileSources.ts';
import { makeTestOrg } from '../store/testOrg.ts';
import { customObject, readFiles, THING_FILES } from './projectFixture.ts';

function fieldSet(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><FieldSet xmlns="http://soap.sforce.com/2006/04/metadata">${content}</FieldSet>`;
}

const member = (field: string, isRequired = false): string =>
  `<displayedFields><field>${field}</field><isFieldManaged>false</isFieldManaged><isRequired>${isRequired}</isRequired></displayedFields>`;

const BRIEF = `<fullName>Brief</fullName><description>Short</description><label>Brief one</label>
  <availableFields><field>Flag__c</field></availableFields>${member('Key__c', true)}${member('Owner.Name')}`;
const PATH = 'objects/Thing__c/fieldSets/Brief.fieldSet-meta.xml';

function call(id: string, ...args: unknown[]): unknown {
  const method = implementation(id);
  assert.ok(method, id);
  return method(...args);
}

function fieldSets(object: string): ApexMap {
  const all = call('Schema.DescribeSObjectResult#fieldSets', describeObject(object));
  return call('Schema.SObjectTypeFieldSets#getMap()', all) as ApexMap;
}

describe('field sets', () => {
  test('are described with their members, in their order', () => {
    const project = readFiles({ ...THING_FILES, [PATH]: fieldSet(BRIEF) });
    assert.deepEqual(project.problems, []);
    makeTestOrg(project).run(() => {
      const sets = fieldSets('Thing__c');
      assert.deepEqual([...sets.keys()], ['Brief']);
      const brief = sets.get('Brief');
      assert.equal(call('Schema.FieldSet#getLabel()', brief), 'Brief one');
      assert.equal(call('Schema.FieldSet#Description', brief), 'Short');
      assert.equal(call('Schema.FieldSet#getSObjectType()', brief), objectToken('Thing__c'));
      const members = (call('Schema.FieldSet#getFields()', brief) as ApexList).items;
      assert.deepEqual(
        members.map((each) => [
          call('Schema.FieldSetMember#getFieldPath()', each),
          call('Schema.FieldSetMember#getRequired()', each),
          call('Schema.FieldSetMember#DbRequired', each),
          toText(call('Schema.FieldSetMember#getType()', each)),
        ]),
        [
          ['Key__c', true, true, 'STRING'],
          ['Owner.Name', false, false, 'STRING'],
        ],
      );
      assert.equal(call('Schema.FieldSetMember#getSObjectField()', members[1]), fieldToken('User', 'Name'));
      assert.equal(fieldSets('User').size, 0);
    });
  });

  test('of two describe calls differ, their members are equal', () => {
    makeTestOrg(readFiles({ ...THING_FILES, [PATH]: fieldSet(BRIEF) })).run(() => {
      const [first, second] = [fieldSets('Thing__c').get('Brief'), fieldSets('Thing__c').get('Brief')];
      assert.equal(apexEquals(first, second), false);
      const set = (of: unknown): ApexSet =>
        new ApexSet(
          runtimeType('Set<Schema.FieldSetMember>'),
          (call('Schema.FieldSet#getFields()', of) as ApexList).items,
        );
      assert.equal(apexEquals(set(first), set(second)), true);
    });
  });

  test('stand inside of objects in metadata format', () => {
    const object = customObject(`<fieldSets>${BRIEF.replace('Key__c', 'Name')}</fieldSets>`);
    const project = readFiles({
      'objects/User.object': object.replace('Owner.Name', 'Profile.Name').replace('Flag__c', 'Alias'),
    });
    assert.deepEqual(
      project.fieldSets.map(({ object: name, fieldSet: set }) => [name, set.fields.map(({ path }) => path)]),
      [['User', ['Name', 'Profile.Name']]],
    );
  });

  test('that name what is not there are problems with their file', () => {
    const problems = (content: string): string[] =>
      readFiles({ ...THING_FILES, [PATH]: fieldSet(content) }).problems.map(({ path, code }) => `${path} ${code}`);
    for (const path of ['Nope__c', 'Owner.Nope', 'Parent__r.Parent__r.Name'])
      assert.deepEqual(problems(BRIEF.replace('Owner.Name', path)), [`${PATH} SCH0202`], path);
    assert.deepEqual(problems('<fullName>Brief</fullName>'), [`${PATH} SCH0103`]);
    assert.deepEqual(problems(`${BRIEF}<surprise>1</surprise>`), [`${PATH} SCH0901`]);
  });

  test('cannot be constructed, and by name they are not supported', () => {
    const codes = (statement: string): string[] =>
      compileSources({ Sample: `public class Sample { public static void run() { ${statement} } }` }).diagnostics.map(
        ({ code }) => code,
      );
    assert.deepEqual(
      codes(
        'List<Schema.FieldSetMember> all = new List<Schema.FieldSetMember>(); for (FieldSetMember m : all) { String s = m.fieldPath; }',
      ),
      [],
    );
    assert.equal(codes('Object o = new Schema.FieldSet();').length, 1);
    assert.equal(codes('Object o = Schema.SObjectType.User.fieldSets.Brief;').length, 1);
  });
});
