import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSchema } from '../../src/schema/createSchema.ts';
import type { ProjectSchema } from '../../src/schema/project/ProjectSchema.ts';
import { readFiles, THING_FILES } from '../schema/projectFixture.ts';
import { RulesOrg } from './support/RulesOrg.ts';

function rule(name: string, formula: string, more = ''): string {
  const escaped = formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0" encoding="UTF-8"?><ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><active>true</active><errorConditionFormula>${escaped}</errorConditionFormula>${more}<errorMessage>${name} says no.</errorMessage></ValidationRule>`;
}

function project(...rules: [name: string, formula: string, more?: string][]): ProjectSchema {
  const files = rules.map(([name, formula, more]) => [
    `objects/Thing__c/validationRules/${name}.validationRule-meta.xml`,
    rule(name, formula, more),
  ]);
  return readFiles({ ...THING_FILES, ...(Object.fromEntries(files) as Record<string, string>) });
}

describe('a validation rule', () => {
  test('refuses the rows of which its formula is true, at its field', () => {
    const read = project(
      ['Small', 'Amount__c > 5 && Flag__c', '<errorDisplayField>Amount__c</errorDisplayField>'],
      ['Named', 'ISBLANK(Text__c)'],
    );
    assert.deepEqual(read.problems, []);
    const org = new RulesOrg({ schema: createSchema(read) });
    const results = org.dml('insert', 'Thing__c', [
      { Key__c: 'a', Text__c: 'x', Amount__c: 5 },
      { Key__c: 'b', Text__c: 'x', Amount__c: 6 },
      { Key__c: 'c', Amount__c: 6 },
    ]);
    assert.deepEqual(
      results.map(({ errors }) => errors.map(({ statusCode, message, fields }) => [statusCode, message, fields])),
      [
        [],
        [['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Small says no.', ['Amount__c']]],
        [
          ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Small says no.', ['Amount__c']],
          ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Named says no.', []],
        ],
      ],
    );
    assert.equal(org.store.findRows('Thing__c').length, 1);
  });

  test('says nothing while it is not active', () => {
    const inactive = rule('Off', 'TRUE').replace('<active>true', '<active>false');
    const read = readFiles({
      ...THING_FILES,
      'objects/Thing__c/validationRules/Off.validationRule-meta.xml': inactive,
    });
    assert.deepEqual(read.problems, []);
    const org = new RulesOrg({ schema: createSchema(read) });
    assert.equal(org.dml('insert', 'Thing__c', [{ Key__c: 'a' }])[0]?.isSuccess, true);
  });

  test('is refused when it is read, with the thing that is wrong', () => {
    const problemsOf = (...rules: Parameters<typeof project>): string[] =>
      project(...rules).problems.map(({ path, code, message }) => `${path} ${code} ${message}`);
    assert.deepEqual(problemsOf(['Odd', 'REGEX(Text__c, "a")']), [
      'objects/Thing__c/validationRules/Odd.validationRule-meta.xml SCH0907 Formula of the validation rule Thing__c.Odd: The function REGEX is not supported by the local org.',
    ]);
    assert.match(problemsOf(['Odd', 'Gone__c = 1'])[0] ?? '', /SCH0205 .*Field Gone__c does not exist/);
    assert.match(
      problemsOf(['Odd', 'TRUE', '<errorDisplayField>Gone__c</errorDisplayField>'])[0] ?? '',
      /SCH0202 The error field Gone__c/,
    );
    assert.match(problemsOf(['Odd', 'TRUE', '<surprise>1</surprise>'])[0] ?? '', /SCH0901 Element <surprise>/);
  });
});
