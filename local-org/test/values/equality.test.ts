import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDecimal,
  ApexDouble,
  ApexMap,
  ApexSet,
  apexEquals,
  apexHash,
} from '../../src/values/index.ts';
import { SObjectValue } from '../../src/values/SObjectValue.ts';
import { listOf } from '../platform/callPlatform.ts';

const one = ApexDecimal.parse('1.0') as ApexDecimal;

/** An object of the project with equals and hashCode, as compiled code makes them. */
class Point {
  readonly $type = runtimeType('Point');
  x: number;

  constructor(x: number) {
    this.x = x;
  }

  equals$Object(other: unknown): boolean {
    return other instanceof Point && other.x === this.x;
  }

  hashcode$(): number {
    return this.x;
  }
}

class Plain {
  readonly $type = runtimeType('Plain');
}

test('texts are equal with the same case only', () => {
  assert.equal(apexEquals('a', 'a'), true);
  assert.equal(apexEquals('a', 'A'), false);
});

test('numbers of different types are equal by value', () => {
  assert.equal(apexEquals(1, one), true);
  assert.equal(apexEquals(1, 1n), true);
  assert.equal(apexEquals(new ApexDouble(1), 1), true);
  assert.equal(apexEquals(1, '1'), false);
});

test('values of the same content are equal and hash alike', () => {
  const pairs: [unknown, unknown][] = [
    [ApexDate.of(2026, 11, 21), ApexDate.of(2026, 11, 21)],
    [one, ApexDecimal.parse('1.00')],
    [ApexBlob.fromText('x'), ApexBlob.fromText('x')],
    [listOf('Integer', 1, 2), listOf('Integer', 1, 2)],
    [new Point(3), new Point(3)],
  ];
  for (const [left, right] of pairs) {
    assert.equal(apexEquals(left, right), true);
    assert.equal(apexHash(left), apexHash(right));
  }
});

test('records are equal when type and fields are', () => {
  const make = (name: string): SObjectValue => {
    const record = new SObjectValue('User');
    record.put('FirstName', name);
    return record;
  };
  assert.equal(apexEquals(make('Ada'), make('Ada')), true);
  assert.equal(apexEquals(make('Ada'), make('Bo')), false);
  assert.equal(apexHash(make('Ada')), apexHash(make('Ada')));
});

test('a set finds equal values and keeps the order in which they came', () => {
  const set = new ApexSet(runtimeType('Set<Object>'), ['b', 'a', one, new Point(1)]);
  assert.equal(set.add(ApexDecimal.parse('1.00')), false);
  assert.equal(set.add(new Point(1)), false);
  assert.equal(set.add('A'), true);
  assert.deepEqual([...set.values()].slice(0, 2), ['b', 'a']);
  assert.equal(set.remove(new Point(1)), true);
  assert.equal(set.has(new Point(1)), false);
});

test('objects without equals are found by identity', () => {
  const key = new Plain();
  const map = new ApexMap(runtimeType('Map<Plain,Integer>'), [[key, 1]]);
  assert.equal(map.get(key), 1);
  assert.equal(map.get(new Plain()), null);
});

test('a key whose hash changed is lost, as on Salesforce', () => {
  const key = new Point(1);
  const set = new ApexSet(runtimeType('Set<Point>'), [key]);
  key.x = 2;
  assert.equal(set.has(key), false);
  assert.equal(set.size, 1);
});

test('null is a key', () => {
  const map = new ApexMap(runtimeType('Map<String,Integer>'));
  map.put(null, 7);
  assert.equal(map.get(null), 7);
  assert.equal(map.has(null), true);
});

test('the hash of a text is that of Java', () => {
  assert.equal(apexHash('hello'), 99162322);
  assert.equal(apexHash(''), 0);
});
