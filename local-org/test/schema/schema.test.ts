import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSchema } from '../../src/schema/createSchema.ts';
import { customField, customObject, readFiles, THING_FILES } from './projectFixture.ts';

describe('standard objects', () => {
  const schema = createSchema();

  test('are found whatever the case of the name', () => {
    assert.equal(schema.object('permissionsetassignment')?.name, 'PermissionSetAssignment');
    assert.equal(schema.object('Nothing'), undefined);
  });

  test('know which of them Salesforce has and the local org has not', () => {
    assert.equal(schema.isKnownButUnsupported('Lead'), true);
    assert.equal(schema.isKnownButUnsupported('User'), false);
    assert.equal(schema.isKnownButUnsupported('Nothing'), false);
  });

  test('carry the flags that make Salesforce refuse a query', () => {
    const trail = schema.object('SetupAuditTrail');
    assert.equal(trail?.fields.get('display')?.isFilterable, false);
    assert.equal(trail?.fields.get('action')?.isFilterable, true);
    const flag = schema.object('User')?.fields.get('userpermissionsmarketinguser');
    assert.deepEqual([flag?.isFilterable, flag?.isSortable, flag?.isGroupable], [true, false, false]);
  });

  test('lead from references to their targets', () => {
    const field = schema.object('GroupMember')?.fields.get('userorgroupid');
    assert.deepEqual([field?.relationshipName, field?.referenceTo], ['UserOrGroup', ['User', 'Group']]);
  });

  test('every reference with a relationship points to objects that are known by name', () => {
    for (const name of schema.objectNames()) {
      for (const field of schema.object(name)?.fields.values() ?? []) {
        for (const target of field.referenceTo) {
          assert.ok(
            schema.object(target) ?? schema.isKnownButUnsupported(target),
            `${name}.${field.name} -> ${target}`,
          );
        }
      }
    }
  });

  test('every child relationship names a reference of the child', () => {
    for (const name of schema.objectNames()) {
      for (const child of schema.object(name)?.childRelationships ?? []) {
        const field = schema.object(child.childObject)?.fields.get(child.field.toLowerCase());
        assert.ok(field?.referenceTo.includes(name), `${name}.${child.name}`);
      }
    }
  });

  test('no two objects share a key prefix', () => {
    const prefixes = schema.objectNames().flatMap((name) => schema.object(name)?.keyPrefix ?? []);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });
});

describe('objects of a project', () => {
  test('are read from source format', () => {
    const project = readFiles(THING_FILES);
    assert.deepEqual(project.problems, []);
    const schema = createSchema(project);
    const thing = schema.object('thing__c');
    assert.equal(thing?.kind, 'custom');
    assert.equal(thing?.fields.get('name')?.isAutoNumber, true);
    assert.deepEqual(thing?.fields.get('status__c')?.picklistValues, ['Open', 'Closed']);
    assert.equal(thing?.fields.get('parent__c')?.relationshipName, 'Parent__r');
    assert.equal(thing?.fields.get('long__c')?.isFilterable, false);
    assert.equal(schema.object('News__e')?.publishBehavior, 'PublishAfterCommit');
    assert.equal(schema.object('Setting__c')?.customSettingsType, 'Hierarchy');
    assert.ok(schema.object('User')?.childRelationships.some((child) => child.name === 'Things__r'));
    assert.deepEqual(project.customMetadata[0]?.values, { Size__c: 7 });
  });

  test('are read from metadata format', () => {
    const project = readFiles({
      'objects/Old__c.object': customObject(
        '<label>Old</label><pluralLabel>Olds</pluralLabel><sharingModel>ReadWrite</sharingModel>' +
          '<nameField><label>Name</label><type>Text</type></nameField>' +
          '<fields><fullName>Mail__c</fullName><label>Mail</label><type>Email</type></fields>',
      ),
    });
    assert.deepEqual(project.problems, []);
    assert.equal(project.objects[0]?.fields.get('mail__c')?.type, 'email');
  });

  test('may add fields to standard objects', () => {
    const schema = createSchema(
      readFiles({
        'objects/User/fields/Cost__c.field-meta.xml': customField(
          '<fullName>Cost__c</fullName><label>Cost</label><type>Text</type><length>9</length>',
        ),
      }),
    );
    assert.equal(schema.object('User')?.fields.get('cost__c')?.length, 9);
    assert.ok(schema.object('User')?.fields.has('username'));
  });

  const refusals: [name: string, path: string, content: string, code: string, says: RegExp][] = [
    [
      'an element that nobody understands',
      'objects/A__c/fields/X__c.field-meta.xml',
      customField('<fullName>X__c</fullName><label>X</label><type>Text</type><length>5</length><mystery>1</mystery>'),
      'SCH0901',
      /<mystery>/,
    ],
    [
      'a formula field',
      'objects/A__c/fields/X__c.field-meta.xml',
      customField('<fullName>X__c</fullName><label>X</label><type>Text</type><length>5</length><formula>1</formula>'),
      'SCH0901',
      /<formula>/,
    ],
    [
      'a type that is not supported',
      'objects/User/fields/X__c.field-meta.xml',
      customField('<fullName>X__c</fullName><label>X</label><type>Location</type>'),
      'SCH0902',
      /Location/,
    ],
    [
      'a formula as default',
      'objects/User/fields/X__c.field-meta.xml',
      customField('<fullName>X__c</fullName><label>X</label><type>Date</type><defaultValue>TODAY()</defaultValue>'),
      'SCH0903',
      /TODAY/,
    ],
    [
      'a text without length',
      'objects/User/fields/X__c.field-meta.xml',
      customField('<fullName>X__c</fullName><label>X</label><type>Text</type>'),
      'SCH0201',
      /length/,
    ],
    ['broken XML', 'objects/User/fields/X__c.field-meta.xml', '<CustomField><label></CustomField>', 'SCH0101', /line/],
    ['another root element', 'objects/User/fields/X__c.field-meta.xml', customObject(''), 'SCH0102', /CustomObject/],
    ['a record type', 'objects/User/recordTypes/R.recordType-meta.xml', '<RecordType/>', 'SCH0905', /recordType/],
    [
      'a validation rule without a formula',
      'objects/User/validationRules/V.validationRule-meta.xml',
      '<ValidationRule><fullName>V</fullName><errorMessage>No.</errorMessage></ValidationRule>',
      'SCH0103',
      /errorConditionFormula/,
    ],
    [
      'a field of an unknown object',
      'objects/Lead/fields/X__c.field-meta.xml',
      customField('<fullName>X__c</fullName><label>X</label><type>Date</type>'),
      'SCH0906',
      /Lead/,
    ],
    [
      'a record of an unknown type',
      'customMetadata/No.A.md-meta.xml',
      '<CustomMetadata><label>A</label></CustomMetadata>',
      'SCH0202',
      /No__mdt/,
    ],
  ];
  for (const [name, path, content, code, says] of refusals) {
    test(`${name} is a problem that names file and thing`, () => {
      const { problems } = readFiles({ [path]: content });
      const problem = problems.find((candidate) => candidate.code === code);
      assert.ok(problem, JSON.stringify(problems));
      assert.equal(problem.path, path);
      assert.match(problem.message, says);
    });
  }
});
