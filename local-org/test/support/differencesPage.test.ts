import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allTypes } from '../../src/platform/catalog.ts';
import { withDifferencesSection } from '../../src/support/differencesSection.ts';

const PAGE = join(import.meta.dirname, '../../../docs/differences.md');

test('docs/differences.md lists all that is refused and every part that is missing, and nothing else', () => {
  const page = readFileSync(PAGE, 'utf8');
  const fresh = withDifferencesSection(page);
  if (process.env.UPDATE_DIFFERENCES === '1') writeFileSync(PAGE, fresh);
  else assert.equal(page, fresh, 'Write the page anew: UPDATE_DIFFERENCES=1 node --test local-org/test/support');
});

/** Members that are there and lack something. */
const THERE_IN_PART = new Set(['stripinaccessible', 'urlencode', 'urldecode', 'getmap', 'fieldsets']);

test('no type has a member that it says is missing', () => {
  for (const type of allTypes()) {
    const members = new Set([...type.methods, ...type.properties].map(({ name }) => name.toLowerCase()));
    const named = [...(type.missing ?? '').matchAll(/\b[a-z]+[A-Z]\w*/g)].map(([name]) => name.toLowerCase());
    const wrong = named.filter((name) => members.has(name) && !THERE_IN_PART.has(name));
    assert.deepEqual(wrong, [], type.qualifiedName);
  }
});

test('a page that lost its marks is not written', () => {
  assert.throws(() => withDifferencesSection('# Differences'), /needs the lines/);
});
