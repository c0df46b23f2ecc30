import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RuleRow } from '../../src/dml/SObjectRule.ts';
import { compileCondition } from '../../src/formula/compileFormula.ts';
import { FormulaError } from '../../src/formula/FormulaError.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import type { AccessEvaluator } from '../../src/security/AccessEvaluator.ts';
import type { RowValues, StoreValue } from '../../src/store/RowValues.ts';
import { readFiles, THING_FILES } from '../schema/projectFixture.ts';
import { makeTestOrg } from '../store/testOrg.ts';

const PROJECT = readFiles(THING_FILES);
const SCHEMA = createSchema(PROJECT);
const { store, userId } = makeTestOrg(PROJECT);
const NOW = Date.UTC(2026, 10, 21, 23, 30);

function thing(): NonNullable<ReturnType<typeof SCHEMA.object>> {
  const object = SCHEMA.object('Thing__c');
  assert.ok(object);
  return object;
}

function evaluate(formula: string, values: RowValues, old: RowValues | null = null): StoreValue {
  const access = { hasCustomPermission: (_: string, name: string) => name === 'Held' } as unknown as AccessEvaluator;
  const row = { old, new: values } as unknown as RuleRow;
  const condition = compileCondition(formula, thing(), SCHEMA);
  return condition.evaluate({ row, store, access, userId, now: NOW, timeZone: 'Asia/Tokyo' });
}

describe('a formula', () => {
  const cases: [formula: string, values: RowValues, expected: StoreValue, old?: RowValues][] = [
    ['AND(TRUE, Flag__c)', { Flag__c: true }, true],
    ['OR(FALSE, NOT(Flag__c)) || !Flag__c', { Flag__c: true }, false],
    ['ISBLANK(Text__c)', {}, true],
    ['ISBLANK(Text__c)', { Text__c: 'a' }, false],
    ['ISBLANK(Amount__c) && ISBLANK(Day__c)', { Amount__c: null }, true],
    ['ISNULL(Text__c)', { Text__c: null }, false],
    ['ISNULL(Amount__c)', { Amount__c: null }, true],
    ['ISPICKVAL(Status__c, "Open")', { Status__c: 'Open' }, true],
    ["ISPICKVAL(Status__c, '')", { Status__c: null }, true],
    ['TEXT(Status__c) = "Closed"', { Status__c: 'Closed' }, true],
    ['Text__c = "A"', { Text__c: 'a' }, false],
    ['Text__c <> ""', { Text__c: null }, false],
    ['Amount__c > 1 + 2 * 3', { Amount__c: 7.5 }, true],
    ['(1 + 2) * 3 = 9 && 2 ^ 3 == 8 && -Amount__c < 0 && 7 / 2 = 3.5', { Amount__c: 1 }, true],
    ['Amount__c < 5', { Amount__c: null }, null],
    ['NOT(Amount__c < 5)', { Amount__c: null }, null],
    ['OR(Amount__c < 5, TRUE)', { Amount__c: null }, true],
    ['LEN(TRIM(Text__c)) = 2 && UPPER(Text__c) = " AB" && LOWER("X") = "x"', { Text__c: ' ab' }, true],
    ['BEGINS(Text__c, "a") && CONTAINS(Text__c, "b")', { Text__c: 'ab' }, true],
    ['ISNEW()', {}, true],
    ['ISNEW()', {}, false, {}],
    ['ISCHANGED(Text__c)', { Text__c: 'a' }, false],
    ['ISCHANGED(Text__c)', { Text__c: 'a' }, true, { Text__c: 'b' }],
    ['ISCHANGED(Text__c)', { Text__c: null }, false, { Text__c: null }],
    ['PRIORVALUE(Text__c) = "b"', { Text__c: 'a' }, true, { Text__c: 'b' }],
    ['PRIORVALUE(Text__c) = "a"', { Text__c: 'a' }, true],
    ['ISPICKVAL(PRIORVALUE(Status__c), "Open")', { Status__c: 'Closed' }, true, { Status__c: 'Open' }],
    ['Day__c = TODAY()', { Day__c: '2026-11-22' }, true],
    ['Day__c - 1 < TODAY() && TODAY() - Day__c = -2', { Day__c: '2026-11-24' }, false],
    ['Moment__c + 0.5 > NOW()', { Moment__c: NOW - 3_600_000 }, true],
    ['IF(Flag__c, Text__c, "no") = "no" /* otherwise */', { Flag__c: false, Text__c: 'a' }, true],
    ['$Permission.Held && NOT($Permission.Other)', {}, true],
    ['$User.LastName + "!" = "Admin!"', {}, true],
    ['LEN($User.Id) = 15', {}, true],
    ['Person__r.LastName & "" = "Admin"', { Person__c: userId }, true],
    ['ISBLANK(Person__r.LastName)', { Person__c: null }, true],
  ];
  for (const [formula, values, expected, old] of cases) {
    test(`${formula} of ${JSON.stringify(values)}`, () => {
      assert.equal(evaluate(formula, values, old ?? null), expected);
    });
  }

  const refused: [formula: string, message: RegExp][] = [
    ['REGEX(Text__c, "a+")', /The function REGEX is not supported by the local org/],
    ['VLOOKUP(1)', /The function VLOOKUP is not supported/],
    ['toString(1)', /The function TOSTRING is not supported/],
    ['$Setup.Setting__c.Limit__c > 1', /The global variable \$Setup is not supported/],
    ['Nothing__c = 1', /Field Nothing__c does not exist/],
    ['Person__r.Nothing__c = 1', /Field Nothing__c does not exist/],
    ['Owner.Name = "a"', /Field Owner.Name does not exist/],
    ['Status__c = "Open"', /Picklist fields are only supported in certain functions/],
    ['ISBLANK(Status__c)', /Picklist fields are only supported in certain functions/],
    ['ISBLANK(Flag__c)', /Expected Text, Number, Date, DateTime, received Boolean/],
    ['Text__c', /Formula result is data type \(Text\)/],
    ['Text__c > 1', /Expected Text, received Number/],
    ['Text__c & Amount__c = "a"', /Expected Text, received Number/],
    ['AND(Text__c)', /Expected Boolean, received Text/],
    ['NOT(TRUE, FALSE)', /Expected 1, received 2/],
    ['ISCHANGED(Person__r.LastName)', /takes a field of the record itself/],
    ['ISBLANK(Long__c)', /of type textarea in a formula is not supported/],
    ['AND(TRUE', /Missing '\)'/],
    ['TRUE FALSE', /Extra 'FALSE'/],
    ['', /ends too early/],
    ['Text__c = #', /cannot be read/],
  ];
  for (const [formula, message] of refused) {
    test(`refuses ${formula}`, () => {
      assert.throws(
        () => compileCondition(formula, thing(), SCHEMA),
        (error) => error instanceof FormulaError && message.test(error.message),
      );
    });
  }
});
