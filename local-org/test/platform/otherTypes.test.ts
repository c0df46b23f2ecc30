import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTypes, findType, implementation } from '../../src/platform/catalog.ts';
import { definePlatformType } from '../../src/platform/definePlatformType.ts';
import { mergePlatformTypes } from '../../src/platform/mergePlatformTypes.ts';
import { ApexBlob, ApexType, apexEquals, toText } from '../../src/values/index.ts';
import type { TypeRef } from '../../src/types/TypeRef.ts';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import { callPlatform, thrownBy } from './callPlatform.ts';
import { useClasses } from './projectModel.ts';

test('types are found in any case, with and without the namespace', () => {
  assert.equal(findType('STRING')?.declaration.qualifiedName, 'System.String');
  assert.equal(findType('system.string')?.declaration.qualifiedName, 'System.String');
  assert.equal(findType('EventBus.RetryableException')?.declaration.extends?.name, 'System.Exception');
  assert.equal(findType('RetryableException'), undefined);
  assert.equal(findType('NoSuchType'), undefined);
});

test('every declared member that can run is implemented', () => {
  const missing: string[] = [];
  for (const type of allTypes()) {
    const members = [...type.constructors, ...type.properties, ...type.methods.filter((method) => !method.isAbstract)];
    for (const { id } of members) if (!implementation(id)) missing.push(id);
  }
  assert.deepEqual(missing, []);
});

test('every type that a declaration names exists', () => {
  const parameters = new Map(allTypes().map((type) => [type.qualifiedName, type.typeParameters]));
  const unknown = new Set<string>();
  for (const type of allTypes()) {
    const own = parameters.get(type.qualifiedName) ?? [];
    const look = (ref: TypeRef): void => {
      const isKnown = own.includes(ref.name) || ['void', 'Object', 'SObject'].includes(ref.name) || findType(ref.name);
      if (!isKnown && type.namespace === 'System') unknown.add(`${type.qualifiedName}: ${ref.name}`);
      for (const arg of ref.args) look(arg);
    };
    for (const method of type.methods) {
      look(method.returns);
      for (const parameter of method.parameters) look(parameter.type);
    }
  }
  assert.deepEqual([...unknown], []);
});

test('one type may be defined in two places, one member in one only', () => {
  const one = definePlatformType({ name: 'System.X', methods: { 'void a()': () => null } });
  const two = definePlatformType({ name: 'System.X', methods: { 'void b()': () => null } });
  assert.equal(mergePlatformTypes([one, two]).get('system.x')?.declaration.methods.length, 2);
  assert.throws(() => mergePlatformTypes([one, one]), /defined twice/);
});

test('digests and codings', () => {
  const abc = ApexBlob.fromText('abc');
  const hex = (value: unknown): unknown => callPlatform('System.EncodingUtil#convertToHex(Blob)', value);
  assert.equal(
    hex(callPlatform('System.Crypto#generateDigest(String,Blob)', 'SHA-256', abc)),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  assert.equal(
    hex(callPlatform('System.Crypto#generateMac(String,Blob,Blob)', 'hmacSHA256', abc, ApexBlob.fromText('key'))),
    '9c196e32dc0175f86f4b1cb89289d6619de6bee699e4c378e68309ed97a1a6ab',
  );
  assert.match(
    thrownBy(() => callPlatform('System.Crypto#generateDigest(String,Blob)', 'SHA-7', abc)),
    /SHA-7/,
  );
  assert.equal(callPlatform('System.EncodingUtil#base64Encode(Blob)', abc), 'YWJj');
  assert.equal(callPlatform('System.EncodingUtil#urlEncode(String,String)', "a b&c'~*", 'UTF-8'), 'a+b%26c%27%7E*');
  assert.equal(callPlatform('System.EncodingUtil#urlDecode(String,String)', 'a+b%26', 'UTF-8'), 'a b&');
});

test('a blob that is no text throws', () => {
  assert.equal(callPlatform('System.Blob#toString()', ApexBlob.fromText('äö')), 'äö');
  assert.equal(
    thrownBy(() => callPlatform('System.Blob#toString()', new ApexBlob(Uint8Array.of(0xff)))),
    'System.StringException: BLOB is not a valid UTF-8 string',
  );
});

test('UUIDs are random, compared by text and checked', () => {
  const one = callPlatform('System.UUID#randomUUID()');
  const again = callPlatform('System.UUID#fromString(String)', toText(one));
  assert.ok(apexEquals(one, again));
  assert.ok(!apexEquals(one, callPlatform('System.UUID#randomUUID()')));
  assert.match(
    thrownBy(() => callPlatform('System.UUID#fromString(String)', 'x')),
    /^System\.IllegalArgumentException/,
  );
});

test('Type finds and makes classes of the program', () => {
  useClasses({ Row: {} });
  const row = callPlatform('System.Type#forName(String)', 'row') as ApexType;
  assert.equal(row, ApexType.of(runtimeType('Row')));
  assert.equal(callPlatform('System.Type#getName()', row), 'Row');
  assert.equal(callPlatform('System.Type#forName(String)', 'Nothing'), null);
  assert.ok(callPlatform('System.Type#newInstance()', row));
});

test('an Id knows its short form', () => {
  assert.equal(callPlatform('System.Id#to15()', '005000000000001AAA'), '005000000000001');
  assert.equal(
    thrownBy(() => callPlatform('System.Id#valueOf(String)', 'x')),
    'System.StringException: Invalid id: x',
  );
});

test('addresses are taken apart', () => {
  const url = callPlatform('System.URL#(String)', runtimeType('System.URL'), 'https://example.com:8443/a/b?c=d#e');
  assert.equal(callPlatform('System.URL#getHost()', url), 'example.com');
  assert.equal(callPlatform('System.URL#getPort()', url), 8443);
  assert.equal(callPlatform('System.URL#getQuery()', url), 'c=d');
});
