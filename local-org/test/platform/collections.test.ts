import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import { ApexMap, toText, type ApexList, type ApexSet } from '../../src/values/index.ts';
import { SObjectValue } from '../../src/values/SObjectValue.ts';
import { callPlatform, listOf, setOf, thrownBy } from './callPlatform.ts';

const list = (member: string, ...args: unknown[]): unknown => callPlatform(`System.List#${member}`, ...args);
const set = (member: string, ...args: unknown[]): unknown => callPlatform(`System.Set#${member}`, ...args);
const map = (member: string, ...args: unknown[]): unknown => callPlatform(`System.Map#${member}`, ...args);

const user = (id: string | null): SObjectValue => {
  const record = new SObjectValue('User');
  if (id !== null) record.put('Id', id);
  return record;
};

test('sorting puts nulls first and is case-sensitive', () => {
  const texts = listOf('String', 'b', 'B', null, 'a');
  list('sort()', texts);
  assert.deepEqual(texts.items, [null, 'B', 'a', 'b']);
});

test('objects sort by compareTo and stay in order when equal', () => {
  const make = (rank: number, name: string) => ({
    $type: runtimeType('Ranked'),
    rank,
    name,
    compareto$Object(other: { rank: number }) {
      return rank - other.rank;
    },
  });
  const objects = listOf('Ranked', make(2, 'a'), make(1, 'b'), make(2, 'c'));
  list('sort()', objects);
  assert.deepEqual(
    objects.items.map((item) => (item as { name: string }).name),
    ['b', 'a', 'c'],
  );
});

test('what has no order cannot be sorted', () => {
  const objects = listOf('Plain', { $type: runtimeType('Plain') }, { $type: runtimeType('Plain') });
  assert.equal(
    thrownBy(() => list('sort()', objects)),
    'System.ListException: One or more of the items in this list is not Comparable.',
  );
});

test('a comparator of the project decides', () => {
  const numbers = listOf('Integer', 1, 3, 2);
  const descending = { compare$Object$Object: (a: number, b: number) => b - a };
  list('sort(Comparator<T>)', numbers, descending);
  assert.deepEqual(numbers.items, [3, 2, 1]);
});

test('a list takes elements at an index up to its size', () => {
  const numbers = listOf('Integer', 1);
  list('add(Integer,T)', numbers, 1, 2);
  assert.deepEqual(numbers.items, [1, 2]);
  assert.equal(
    thrownBy(() => list('add(Integer,T)', numbers, 5, 9)),
    'System.ListException: List index out of bounds: 5',
  );
  assert.equal(
    thrownBy(() => list('get(Integer)', numbers, null)),
    'System.NullPointerException: Argument cannot be null.',
  );
});

test('a clone is another list of the same type', () => {
  const numbers = listOf('Integer', 1);
  const clone = list('clone()', numbers) as ApexList;
  clone.add(2);
  assert.equal(numbers.size, 1);
  assert.equal(clone.type, numbers.type);
});

test('a list may be added to itself', () => {
  const numbers = listOf('Integer', 1, 2);
  list('addAll(List<T>)', numbers, numbers);
  assert.deepEqual(numbers.items, [1, 2, 1, 2]);
});

test('set members say whether they changed something', () => {
  const letters = setOf('String', 'a', 'b');
  assert.equal(set('addAll(List<T>)', letters, listOf('String', 'a')), false);
  assert.equal(set('addAll(List<T>)', letters, listOf('String', 'c')), true);
  assert.equal(set('retainAll(Set<T>)', letters, setOf('String', 'a', 'c')), true);
  assert.deepEqual([...letters.values()], ['a', 'c']);
  assert.equal(set('removeAll(Set<T>)', letters, letters), true);
  assert.equal(letters.size, 0);
});

test('a map of records needs Ids, each once', () => {
  const type = runtimeType('Map<Id,User>');
  const of = (...records: SObjectValue[]): unknown => map('(List<SObject>)', type, listOf('User', ...records));
  const known = of(user('005000000000001'), user('005000000000002')) as ApexMap;
  assert.deepEqual([...known.keys()], ['005000000000001AAA', '005000000000002AAA']);
  assert.equal(
    thrownBy(() => of(user('005000000000001'), user(null))),
    'System.ListException: Row with null Id at index: 1',
  );
  assert.equal(
    thrownBy(() => of(user('005000000000001'), user('005000000000001'))),
    'System.ListException: Row with duplicate Id at index: 1',
  );
});

test('the values and keys of a map have its types', () => {
  const sizes = new ApexMap(runtimeType('Map<String,Integer>'), [['a', 1]]);
  assert.equal((map('values()', sizes) as ApexList).type.name, 'List<Integer>');
  assert.equal((map('keySet()', sizes) as ApexSet).type.name, 'Set<String>');
  assert.equal(map('put(K,V)', sizes, 'a', 2), 1);
  assert.equal(map('remove(K)', sizes, 'x'), null);
  assert.equal(toText(sizes), '{a=2}');
});
