import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { problemCatalog } from '../../src/diagnostics/problemCatalog.ts';

const SOURCE = join(import.meta.dirname, '../../src');
const CATALOGS = ['compiler/diagnostics.ts', 'diagnostics/metadataProblems.ts'];

const texts = new Map(
  globSync('**/*.ts', { cwd: SOURCE }).map((file) => [file, readFileSync(join(SOURCE, file), 'utf8')]),
);

test('no code is defined twice', () => {
  const defined = CATALOGS.flatMap((file) =>
    [...(texts.get(file) ?? '').matchAll(/^ {2}([A-Z]{3}\d{4}):/gm)].map(([, code = '']) => code),
  );
  assert.deepEqual(
    defined.filter((code, index) => defined.indexOf(code) !== index),
    [],
  );
  assert.deepEqual(
    defined.toSorted(),
    problemCatalog().map(({ code }) => code),
  );
});

test('no two codes say the same, unless another part words the message', () => {
  const wordings = problemCatalog()
    .map(({ text }) => text)
    .filter((text) => text !== '{0}');
  assert.deepEqual(
    wordings.filter((text, index) => wordings.indexOf(text) !== index),
    [],
  );
});

test('every code that is reported is in the catalog, and every code of the catalog is reported', () => {
  const used = new Set<string>();
  for (const [file, text] of texts) {
    if (CATALOGS.includes(file)) continue;
    for (const [code] of text.matchAll(/(?<=['"`])[A-Z]{3}\d{4}(?=['"`])/g)) used.add(code);
  }
  const known = new Set(problemCatalog().map(({ code }) => code));
  assert.deepEqual(
    [...used].filter((code) => !known.has(code)),
    [],
  );
  assert.deepEqual(
    [...known].filter((code) => !used.has(code)),
    [],
  );
});

test('what is unknown, what is not supported and what is not understood have different codes', () => {
  const kindOf = new Map(problemCatalog().map(({ code, kind }) => [code, kind]));
  for (const code of ['APX0102', 'APX0201', 'APX0204', 'APX0301', 'APX0601']) assert.equal(kindOf.get(code), 'invalid');
  for (const code of ['APX0901', 'APX0902', 'APX0904', 'APX0906', 'APX0907', 'ACC0901']) {
    assert.equal(kindOf.get(code), 'unsupported');
  }
  for (const code of ['SCH0901', 'SCH0905']) assert.equal(kindOf.get(code), 'notUnderstood');
});

test('a message of the compiler that blames the local org has a code of that kind', () => {
  for (const { code, kind, text } of problemCatalog()) {
    const blames = /not supported by the local org/.test(text);
    if (blames) assert.equal(kind, 'unsupported', code);
  }
});
