import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import { ApexMap } from '../../src/values/index.ts';
import { listOf, setOf, thrownBy } from '../platform/callPlatform.ts';

const ITERATED = 'System.FinalException: Cannot modify a collection while it is being iterated.';

test('an index beyond the list throws with the index', () => {
  const list = listOf('Integer', 1, 2, 3);
  assert.equal(
    thrownBy(() => list.get(3)),
    'System.ListException: List index out of bounds: 3',
  );
  assert.equal(
    thrownBy(() => list.set(-1, 0)),
    'System.ListException: List index out of bounds: -1',
  );
  assert.equal(
    thrownBy(() => list.remove(7)),
    'System.ListException: List index out of bounds: 7',
  );
});

test('a list that is being iterated refuses changes and takes them afterwards', () => {
  const list = listOf('Integer', 1, 2);
  const loop = (): void => {
    for (const item of list.iterate()) list.add(item);
  };
  assert.equal(thrownBy(loop), ITERATED);
  list.add(3);
  assert.equal(list.size, 3);
});

test('leaving a loop early opens the list again', () => {
  const list = listOf('Integer', 1, 2);
  for (const item of list.iterate()) if (item === 1) break;
  list.add(3);
  assert.equal(list.size, 3);
});

test('a set that is being iterated refuses changes', () => {
  const set = setOf('Integer', 1, 2);
  const loop = (): void => {
    for (const item of set.iterate()) set.remove(item);
  };
  assert.equal(thrownBy(loop), ITERATED);
});

test('a map refuses changes while its key set is iterated', () => {
  const map = new ApexMap(runtimeType('Map<String,Integer>'), [['a', 1]]);
  const loop = (): void => {
    for (const key of map.keySet().iterate()) map.remove(key);
  };
  assert.equal(thrownBy(loop), ITERATED);
});

test('the key set follows the map and takes entries out of it', () => {
  const map = new ApexMap(runtimeType('Map<String,Integer>'), [
    ['a', 1],
    ['b', 2],
  ]);
  const keys = map.keySet();
  map.put('c', 3);
  assert.equal(keys.size, 3);
  keys.remove('a');
  assert.equal(map.has('a'), false);
  assert.equal(
    thrownBy(() => keys.add('d')),
    'System.FinalException: Collection is read-only',
  );
});

test('a read-only list can be read but not changed', () => {
  const list = listOf('Integer', 1);
  list.isReadOnly = true;
  assert.equal(list.get(0), 1);
  assert.equal(
    thrownBy(() => list.add(2)),
    'System.FinalException: Collection is read-only',
  );
});

test('an iterator ends with an exception', () => {
  const iterator = listOf('Integer', 1).iterator$();
  assert.equal(iterator.hasnext$(), true);
  assert.equal(iterator.next$(), 1);
  assert.equal(iterator.hasnext$(), false);
  assert.match(
    thrownBy(() => iterator.next$()),
    /^System\.NoSuchElementException/,
  );
});
