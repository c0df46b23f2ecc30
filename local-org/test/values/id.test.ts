import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasIdForm, toId18 } from '../../src/values/id.ts';
import { thrownBy } from '../platform/callPlatform.ts';

test('15 characters become 18', () => {
  assert.equal(toId18('001D000000IqhSL'), '001D000000IqhSLIAZ');
  assert.equal(toId18('005000000000001'), '005000000000001AAA');
});

test('the last three characters restore the case', () => {
  assert.equal(toId18('001d000000iqhsliaz'), '001D000000IqhSLIAZ');
});

test('other texts are refused', () => {
  assert.equal(
    thrownBy(() => toId18('abc')),
    'System.StringException: Invalid id: abc',
  );
  assert.equal(hasIdForm('00500000000000-'), false);
  assert.equal(hasIdForm('0050000000000019AA'), false);
});
