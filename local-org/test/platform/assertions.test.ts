import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UncatchableApexException } from '../../src/runtime/ApexException.ts';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import { ApexDatetime, ApexDecimal, ApexType } from '../../src/values/index.ts';
import { callPlatform, inOrgAt, thrownBy } from './callPlatform.ts';
import { newObject, useClasses } from './projectModel.ts';

const check = (member: string, ...args: unknown[]): string =>
  thrownBy(() => callPlatform(`System.Assert#${member}`, ...args));
const PASSED = 'nothing was thrown';
const FAILED = 'System.AssertException: Assertion Failed';

test('equal values pass, others are shown', () => {
  assert.equal(check('areEqual(Object,Object)', 1, 1), PASSED);
  assert.equal(check('areEqual(Object,Object)', 100, ApexDecimal.parse('100.00')), PASSED);
  assert.equal(check('areEqual(Object,Object)', 1, 2), `${FAILED}: Expected: 1, Actual: 2`);
  assert.equal(check('areEqual(Object,Object)', 'a', 'A'), `${FAILED}: Expected: a, Actual: A`);
  assert.equal(check('areEqual(Object,Object,String)', 1, null, 'why'), `${FAILED}: why: Expected: 1, Actual: null`);
  assert.equal(check('areNotEqual(Object,Object)', 1, 1), `${FAILED}: Same value: 1`);
});

test('moments of one second are equal to assertions', () => {
  const [one, other, next] = [1000, 1999, 2000].map((time) => new ApexDatetime(time));
  assert.equal(check('areEqual(Object,Object)', one, other), PASSED);
  assert.match(check('areEqual(Object,Object)', one, next), /Expected: .*, Actual: /);
});

test('conditions, nulls and failures', () => {
  assert.equal(check('isTrue(Boolean)', true), PASSED);
  assert.equal(check('isTrue(Boolean,String)', false, 'why'), `${FAILED}: why: Expected: true, Actual: false`);
  assert.equal(check('isFalse(Boolean)', null), `${FAILED}: Expected: false, Actual: null`);
  assert.equal(check('isNull(Object)', 'x'), `${FAILED}: Expected: null, Actual: x`);
  assert.equal(check('isNotNull(Object)', null), `${FAILED}: Same value: null`);
  assert.equal(check('fail()'), FAILED);
  assert.equal(check('fail(String)', 'why'), `${FAILED}: why`);
});

test('types are compared with those of the program', () => {
  useClasses({ Row: {} });
  const row = newObject('Row', {});
  const type = (name: string): ApexType => ApexType.of(runtimeType(name));
  assert.equal(check('isInstanceOfType(Object,Type)', row, type('Row')), PASSED);
  assert.match(check('isInstanceOfType(Object,Type)', row, type('Other')), /^System\.AssertException/);
  assert.equal(check('isNotInstanceOfType(Object,Type)', row, type('Other')), PASSED);
});

test('a failed assertion cannot be caught', () => {
  assert.throws(() => callPlatform('System.Assert#fail()'), UncatchableApexException);
});

test('the older methods of System word it alike', () => {
  const old = (member: string, ...args: unknown[]): string =>
    thrownBy(() => callPlatform(`System.System#${member}`, ...args));
  assert.equal(old('assert(Boolean)', false), FAILED);
  assert.equal(old('assert(Boolean,Object)', false, 'why'), `${FAILED}: why`);
  assert.equal(old('assertEquals(Object,Object,Object)', 1, 2, 'why'), `${FAILED}: why: Expected: 1, Actual: 2`);
  assert.equal(old('assertNotEquals(Object,Object)', 'a', 'a'), `${FAILED}: Same value: a`);
});

test('System knows the clock, the kind of transaction and the log', () => {
  const lines = inOrgAt('2026-11-21T20:00:00Z', () => {
    assert.equal(callPlatform('System.System#currentTimeMillis()'), BigInt(Date.parse('2026-11-21T20:00:00Z')));
    assert.equal(callPlatform('System.System#isQueueable()'), true);
    assert.equal(callPlatform('System.System#isBatch()'), false);
    callPlatform('System.System#debug(Object)', 'hello');
  });
  assert.deepEqual(lines, ['USER_DEBUG|DEBUG|hello']);
});
