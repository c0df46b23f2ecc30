import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../../src/platform/catalog.ts';
import { ApexException } from '../../src/runtime/ApexException.ts';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDouble,
  ApexEnum,
  ApexMap,
  ApexTime,
  concatText,
  toText,
} from '../../src/values/index.ts';
import { registerUserContext } from '../../src/values/userContext.ts';
import { listOf, setOf } from '../platform/callPlatform.ts';

test('doubles print as in Java', () => {
  const expected: [number, string][] = [
    [1, '1.0'],
    [0.1, '0.1'],
    [1e10, '1.0E10'],
    [1234567.5, '1234567.5'],
    [0.00012, '1.2E-4'],
    [-0, '-0.0'],
    [NaN, 'NaN'],
  ];
  for (const [value, text] of expected) assert.equal(toText(new ApexDouble(value)), text);
});

test('a date has a midnight in concatenation only', () => {
  const date = ApexDate.of(2026, 3, 1);
  assert.equal(toText(date), '2026-03-01');
  assert.equal(concatText(date), '2026-03-01 00:00:00');
});

test('a datetime prints in the time zone of the user', () => {
  const moment = new ApexDatetime(Date.parse('2026-07-01T20:15:30Z'));
  assert.equal(toText(moment), '2026-07-01 20:15:30');
  registerUserContext({ timeZone: () => 'America/Los_Angeles', locale: () => 'en_US' });
  try {
    assert.equal(toText(moment), '2026-07-01 13:15:30');
  } finally {
    registerUserContext({ timeZone: () => 'GMT', locale: () => 'en_US' });
  }
});

test('collections and other values print as in debug logs', () => {
  assert.equal(toText(listOf('String', 'a', null)), '(a, null)');
  assert.equal(toText(setOf('Integer', 1, 2)), '{1, 2}');
  assert.equal(toText(new ApexMap(runtimeType('Map<String,Integer>'), [['a', 1]])), '{a=1}');
  assert.equal(toText(ApexBlob.fromText('hello')), 'Blob[5]');
  assert.equal(toText(ApexTime.of(18, 30, 2, 3)), '18:30:02.003Z');
  assert.equal(toText(new ApexEnum('Color', 'RED', 0)), 'RED');
  assert.equal(toText(true), 'true');
  assert.equal(toText(12345678901n), '12345678901');
});

test('an exception prints with its type and message', () => {
  assert.equal(toText(new ApexException('System.MathException', 'Divide by 0')), 'System.MathException: Divide by 0');
  assert.equal(toText(new ApexException('MyException')), 'MyException: Script-thrown exception');
});

test('a list that contains itself is printed once', () => {
  const list = listOf('Object', 1);
  list.add(list);
  assert.equal(toText(list), '(1, (already output))');
});
