import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { MUTANTS } from '../mutation/mutants.ts';
import { weaken } from '../mutation/weakenedCopy.ts';
import { PROJECT_ROOT } from '../project/root.ts';

test('every mutant still finds the text that it changes, and the tests that have to notice', () => {
  for (const mutant of MUTANTS) {
    const source = readFileSync(join(PROJECT_ROOT, mutant.file), 'utf8');
    assert.notEqual(weaken(source, mutant), source, mutant.name);
    const files = mutant.tests === 'product' ? [] : mutant.tests;
    for (const file of files) assert.ok(existsSync(join(PROJECT_ROOT, file)), `${mutant.name}: ${file}`);
  }
});

test('a mutant whose text is gone says that it has to be written anew', () => {
  const mutant = { name: 'seats off', file: 'seats.ts', find: 'seats', replacement: '', tests: [] };
  assert.throws(
    () => weaken('nothing of the kind', mutant),
    /"seats off" has to be written anew: seats\.ts holds .* 0/,
  );
  assert.throws(() => weaken('seats and seats', mutant), /2 times, not once/);
});

test('no two mutants have one name', () => {
  const names = MUTANTS.map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)]);
});
