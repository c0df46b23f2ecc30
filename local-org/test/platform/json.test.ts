import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import {
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexMap,
  ApexType,
  apexEquals,
  toText,
  type ApexList,
} from '../../src/values/index.ts';
import { SObjectValue } from '../../src/values/SObjectValue.ts';
import { callPlatform, listOf, thrownBy } from './callPlatform.ts';
import { COLORS, newObject, useClasses, type TestObject } from './projectModel.ts';

const serialize = (value: unknown): unknown => callPlatform('System.JSON#serialize(Object)', value);
const pretty = (value: unknown): unknown => callPlatform('System.JSON#serializePretty(Object)', value);
const untyped = (json: string): unknown => callPlatform('System.JSON#deserializeUntyped(String)', json);
const read = (json: string, type: string, mode = 'deserialize'): unknown =>
  callPlatform(`System.JSON#${mode}(String,Type)`, json, ApexType.of(runtimeType(type)));

useClasses({
  Row: { name: 'String', size: 'Integer', color: 'Color', rows: 'List<Row>', secret: 'transient String' },
  Loose: { anything: 'Object' },
});

test('values are written as Salesforce writes them', () => {
  const map = new ApexMap(runtimeType('Map<String,Object>'), [
    ['text', 'a"b'],
    ['number', 1],
    ['long', 12345678901n],
    ['decimal', ApexDecimal.parse('1.10')],
    ['double', new ApexDouble(2)],
    ['date', ApexDate.of(2026, 11, 21)],
    ['moment', new ApexDatetime(Date.UTC(2026, 10, 21, 20, 15))],
    ['none', null],
    ['list', listOf('Boolean', true, false)],
  ]);
  assert.equal(
    serialize(map),
    '{"text":"a\\"b","number":1,"long":12345678901,"decimal":1.10,"double":2.0,"date":"2026-11-21",' +
      '"moment":"2026-11-21T20:15:00.000Z","none":null,"list":[true,false]}',
  );
});

test('objects are written with their fields in order, transient ones left out', () => {
  const row = newObject('Row', { name: 'a', color: COLORS[1], secret: 'x' });
  assert.equal(serialize(row), '{"name":"a","size":null,"color":"GREEN","rows":null}');
  assert.equal(callPlatform('System.JSON#serialize(Object,Boolean)', row, true), '{"name":"a","color":"GREEN"}');
});

test('pretty text has the layout of Salesforce', () => {
  const map = new ApexMap(runtimeType('Map<String,Object>'), [
    ['a', listOf('Integer', 1, 2)],
    ['b', new ApexMap(runtimeType('Map<String,Object>'), [['c', null]])],
    ['d', listOf('Integer')],
  ]);
  assert.equal(pretty(map), '{\n  "a" : [ 1, 2 ],\n  "b" : {\n    "c" : null\n  },\n  "d" : [ ]\n}');
});

test('records carry their type and address', () => {
  const record = new SObjectValue('User');
  record.put('Id', '005000000000001');
  record.put('LastLoginDate', new ApexDatetime(Date.UTC(2026, 10, 21)));
  assert.equal(
    serialize(record),
    '{"attributes":{"type":"User","url":"/services/data/v67.0/sobjects/User/005000000000001AAA"},' +
      '"Id":"005000000000001AAA","LastLoginDate":"2026-11-21T00:00:00.000+0000"}',
  );
});

test('a cycle is an error', () => {
  const list = listOf('Object');
  list.add(list);
  assert.match(
    thrownBy(() => serialize(list)),
    /^System\.JSONException/,
  );
});

test('untyped numbers become Integer, Long or Decimal', () => {
  const list = untyped('[1, 12345678901, 1.50, -2e3]') as ApexList;
  assert.equal(list.items[0], 1);
  assert.equal(list.items[1], 12345678901n);
  assert.equal(toText(list.items[2]), '1.50');
  assert.ok(list.items[3] instanceof ApexDecimal);
});

test('objects are read field by field, unknown ones left out', () => {
  const row = read(
    '{"NAME":"a","size":3,"color":"RED","rows":[{"name":"b"}],"more":1,"secret":"x"}',
    'Row',
  ) as TestObject;
  assert.equal(row.values['name'], 'a');
  assert.equal(row.values['size'], 3);
  assert.equal(row.values['color'], COLORS[0]);
  assert.equal(row.values['secret'], undefined);
  const [inner] = (row.values['rows'] as ApexList).items as TestObject[];
  assert.equal(inner?.values['name'], 'b');
  assert.equal(
    thrownBy(() => read('{"more":1}', 'Row', 'deserializeStrict')),
    'System.JSONException: Unknown field: Row.more',
  );
});

test('collections are read with their types', () => {
  const map = read('{"a":[1,2]}', 'Map<String,List<Long>>') as ApexMap;
  assert.equal(map.type.name, 'Map<String,List<Long>>');
  assert.deepEqual((map.get('a') as ApexList).items, [1n, 2n]);
});

test('what does not fit the type is refused', () => {
  const problem = (json: string, type: string): string => thrownBy(() => read(json, type));
  assert.equal(problem('"a"', 'Integer'), 'System.JSONException: Illegal value for primitive');
  assert.match(problem('1.5', 'Integer'), /For input string: "1\.5"/);
  assert.match(problem('3000000000', 'Integer'), /For input string/);
  assert.equal(
    problem('{}', 'List<Integer>'),
    "System.JSONException: Malformed JSON: Expected '[' at the beginning of List/Set",
  );
  assert.equal(problem('[]', 'Row'), "System.JSONException: Malformed JSON: Expected '{' at the beginning of object");
  assert.equal(problem('{"anything":1}', 'Loose'), 'System.JSONException: Apex Type unsupported in JSON: Object');
  assert.match(problem('{"color":"red"}', 'Row'), /Invalid value for enum Color: red/);
  assert.equal(problem('"nonsense"', 'Id'), 'System.JSONException: Invalid id: nonsense');
});

test('malformed texts are refused with the place', () => {
  assert.equal(
    thrownBy(() => untyped('Blob')),
    "System.JSONException: Unexpected character ('B' (code 66)): expected a valid value (number, String, array, object, " +
      "'true', 'false' or 'null') at input location [1,2]",
  );
  assert.equal(
    thrownBy(() => untyped('')),
    'System.JSONException: No content to map to Object due to end of input',
  );
  for (const text of ['{"a":1,}', '[1 2]', '"a', '{a:1}', '01', 'nul', '[1]x', '"\\x"', '['.repeat(5000)]) {
    assert.match(
      thrownBy(() => untyped(text)),
      /^System\.JSONException/,
      text.slice(0, 20),
    );
  }
});

test('any JSON value survives reading and writing', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const once = untyped(JSON.stringify(value));
      const again = untyped(serialize(once) as string);
      assert.ok(apexEquals(once, again));
    }),
  );
});
