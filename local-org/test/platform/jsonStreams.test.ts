import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import { ApexType, type ApexEnum, type ApexList } from '../../src/values/index.ts';
import { callPlatform, thrownBy } from './callPlatform.ts';

const parse = (text: string): unknown => callPlatform('System.JSON#createParser(String)', text);
const parser = (member: string, self: unknown, ...args: unknown[]): unknown =>
  callPlatform(`System.JSONParser#${member}`, self, ...args);
const next = (self: unknown): string | null => (parser('nextToken()', self) as ApexEnum | null)?.name ?? null;
const generator = (member: string, self: unknown, ...args: unknown[]): unknown =>
  callPlatform(`System.JSONGenerator#${member}`, self, ...args);

test('a parser goes from token to token', () => {
  const self = parse('{"a":[1,2.5],"b":null}');
  const seen: unknown[] = [];
  for (let token = next(self); token !== null; token = next(self)) {
    seen.push([token, parser('getCurrentName()', self), parser('getText()', self)]);
  }
  assert.deepEqual(seen, [
    ['START_OBJECT', null, '{'],
    ['FIELD_NAME', 'a', 'a'],
    ['START_ARRAY', 'a', '['],
    ['VALUE_NUMBER_INT', null, '1'],
    ['VALUE_NUMBER_FLOAT', null, '2.5'],
    ['END_ARRAY', 'a', ']'],
    ['FIELD_NAME', 'b', 'b'],
    ['VALUE_NULL', 'b', 'null'],
    ['END_OBJECT', null, '}'],
  ]);
  assert.equal(parser('hasCurrentToken()', self), false);
});

test('a parser gives values, skips children and reads whole types', () => {
  const self = parse('{"skip":{"x":[1]},"list":[1,2],"n":7}');
  next(self);
  next(self);
  next(self);
  parser('skipChildren()', self);
  assert.equal((parser('getCurrentToken()', self) as ApexEnum).name, 'END_OBJECT');
  next(self);
  next(self);
  const list = parser('readValueAs(Type)', self, ApexType.of(runtimeType('List<Integer>'))) as ApexList;
  assert.deepEqual(list.items, [1, 2]);
  assert.equal((parser('nextValue()', self) as ApexEnum).name, 'VALUE_NUMBER_INT');
  assert.equal(parser('getIntegerValue()', self), 7);
  assert.match(
    thrownBy(() => parser('getBooleanValue()', self)),
    /^System\.JSONException/,
  );
});

test('a generator writes what it is told, in the right places only', () => {
  const self = callPlatform('System.JSON#createGenerator(Boolean)', false);
  generator('writeStartObject()', self);
  generator('writeStringField(String,String)', self, 'a', 'x');
  generator('writeFieldName(String)', self, 'b');
  generator('writeStartArray()', self);
  generator('writeNumber(Integer)', self, 1);
  generator('writeNull()', self);
  assert.match(
    thrownBy(() => generator('writeFieldName(String)', self, 'c')),
    /^System\.JSONException/,
  );
  assert.match(
    thrownBy(() => generator('writeEndObject()', self)),
    /not an OBJECT/,
  );
  generator('writeEndArray()', self);
  assert.match(
    thrownBy(() => generator('writeString(String)', self, 'c')),
    /expecting field name/,
  );
  assert.equal(generator('getAsString()', self), '{"a":"x","b":[1,null]}');
});
