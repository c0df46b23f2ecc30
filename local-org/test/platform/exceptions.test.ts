import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexException, UncatchableApexException } from '../../src/runtime/ApexException.ts';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import { findType } from '../../src/platform/catalog.ts';
import type { ApexEnum, ApexList } from '../../src/values/index.ts';
import { callPlatform, thrownBy } from './callPlatform.ts';

const make = (type: string, constructor: string, ...args: unknown[]): ApexException =>
  callPlatform(`System.${type}#${constructor}`, runtimeType(`System.${type}`), ...args) as ApexException;
const get = (member: string, exception: ApexException, ...args: unknown[]): unknown =>
  callPlatform(`System.Exception#${member}`, exception, ...args);

test('an exception tells type, message and cause', () => {
  const cause = make('MathException', '(String)', 'Divide by 0');
  const exception = make('DmlException', '(String,Exception)', 'failed', cause);
  assert.equal(get('getTypeName()', exception), 'System.DmlException');
  assert.equal(get('getMessage()', exception), 'failed');
  assert.equal(get('getCause()', exception), cause);
});

test('an exception without a message has the standard one until it is set', () => {
  const exception = make('ListException', '()');
  assert.equal(get('getMessage()', exception), 'Script-thrown exception');
  get('setMessage(String)', exception, 'x');
  assert.equal(get('getMessage()', exception), 'x');
});

test('compiled code reaches the methods through the object', () => {
  const exception = make('MathException', '(String)', 'm') as unknown as Record<string, () => unknown>;
  assert.equal(exception['getmessage$']?.(), 'm');
  assert.equal(exception['gettypename$']?.(), 'System.MathException');
});

test('AuraHandledException keeps its text for the component', () => {
  const exception = make('AuraHandledException', '(String)', 'No seat is left.');
  assert.equal(get('getMessage()', exception), 'Script-thrown exception');
  assert.equal(exception.message, 'No seat is left.');
  assert.deepEqual(
    findType('AuraHandledException')?.declaration.constructors.map((constructor) => constructor.id),
    ['System.AuraHandledException#(String)'],
  );
});

test('limits and assertions cannot be caught', () => {
  assert.ok(make('LimitException', '()') instanceof UncatchableApexException);
  assert.ok(make('AssertException', '()') instanceof UncatchableApexException);
  assert.ok(!(make('QueryException', '()') instanceof UncatchableApexException));
});

test('a DmlException tells of each row', () => {
  const exception = make('DmlException', '()');
  exception.dmlErrors = [
    {
      index: 2,
      id: '005000000000001AAA',
      statusCode: 'LICENSE_LIMIT_EXCEEDED',
      message: 'no seat',
      fields: ['IsActive'],
    },
  ];
  assert.equal(get('getNumDml()', exception), 1);
  assert.equal(get('getDmlIndex(Integer)', exception, 0), 2);
  assert.equal(get('getDmlMessage(Integer)', exception, 0), 'no seat');
  assert.equal(get('getDmlStatusCode(Integer)', exception, 0), 'LICENSE_LIMIT_EXCEEDED');
  assert.equal((get('getDmlType(Integer)', exception, 0) as ApexEnum).name, 'LICENSE_LIMIT_EXCEEDED');
  assert.deepEqual((get('getDmlFieldNames(Integer)', exception, 0) as ApexList).items, ['IsActive']);
  assert.match(
    thrownBy(() => get('getDmlId(Integer)', exception, 5)),
    /List index out of bounds: 5/,
  );
});
