import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { applyAcceptances, readAcceptances } from '../pmd/accepted.ts';
import { temporaryFolder } from './temporary-folder.ts';

const VIOLATION = {
  rule: 'ApexDoc',
  file: 'force-app/main/a/classes/A.cls',
  line: 3,
  message: 'Missing',
  code: 'public Boolean a { get; set; }',
};

test('an accepted violation is taken away, only for its rule and its files', () => {
  const elsewhere = { ...VIOLATION, file: 'force-app/test/A.cls' };
  const other = { ...VIOLATION, rule: 'EmptyCatchBlock' };
  const acceptance = { rule: 'ApexDoc', files: 'force-app/main/**', reason: 'because' };
  assert.deepEqual(applyAcceptances([VIOLATION, elsewhere, other], [acceptance]), {
    violations: [elsewhere, other],
    unused: [],
  });
});

test('an acceptance can be narrowed to a message and to a line of code', () => {
  const method = { ...VIOLATION, code: 'public void act() {' };
  const otherMessage = { ...VIOLATION, message: 'Mismatched' };
  const acceptance = { rule: 'ApexDoc', files: '**', message: '^Missing$', code: 'get; set;', reason: 'because' };
  assert.deepEqual(applyAcceptances([VIOLATION, method, otherMessage], [acceptance]).violations, [
    method,
    otherMessage,
  ]);
});

test('an acceptance that nothing needs any more is reported', () => {
  const acceptance = { rule: 'Gone', files: '**', reason: 'because' };
  assert.deepEqual(applyAcceptances([VIOLATION], [acceptance]).unused, [acceptance]);
});

test('an acceptance without a reason is refused', (context) => {
  const folder = temporaryFolder(context, { 'accepted.json': '[{"rule":"ApexDoc","files":"**","reason":" "}]' });
  assert.throws(
    () => readAcceptances(join(folder, 'accepted.json')),
    /Entry 1 of .* needs "rule", "files" and "reason"/,
  );
});
