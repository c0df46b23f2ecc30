import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MatcherValue } from '../../src/platform/system/regex/MatcherValue.ts';
import { PatternValue } from '../../src/platform/system/regex/PatternValue.ts';
import { callPlatform, thrownBy } from './callPlatform.ts';

const matches = (pattern: string, text: string): unknown =>
  callPlatform('System.Pattern#matches(String,String)', pattern, text);
const matcher = (pattern: string, text: string): MatcherValue => new MatcherValue(new PatternValue(pattern), text);

test('the whole text has to match', () => {
  assert.equal(matches('a|ab', 'ab'), true);
  assert.equal(matches('a', 'ab'), false);
});

test('classes of Java are understood', () => {
  assert.equal(matches('[a-z&&[^aeiou]]+', 'xyz'), true);
  assert.equal(matches('[a-z&&[^aeiou]]+', 'xay'), false);
  assert.equal(matches('\\p{Alpha}+\\p{Punct}', 'abc!'), true);
  assert.equal(matches('\\p{L}+', 'äöü'), true);
  assert.equal(matches('\\w+', 'ä'), false);
  assert.equal(matches('[\\w.-]+@[\\w-]+\\.\\w{2,}', 'a.b-c@example.com'), true);
  assert.equal(matches('[]a]+', ']a'), true);
  assert.equal(matches('\\Qa.b\\E+', 'a.bbb'), false);
  assert.equal(matches('\\x41\\u0042\\t', 'AB\t'), true);
});

test('flags count from where they stand', () => {
  assert.equal(matches('(?i)abc', 'ABC'), true);
  assert.equal(matches('a(?i)bc', 'aBC'), true);
  assert.equal(matches('a(?i)bc', 'ABC'), false);
  assert.equal(matches('(?i)a|b', 'B'), true);
  assert.equal(matches('(?s)a.b', 'a\nb'), true);
  assert.equal(matches('a.b', 'a\nb'), false);
  assert.equal(matches('(?x) a b # comment', 'ab'), true);
});

test('the end of input may be followed by a line break', () => {
  assert.equal(matcher('b$', 'ab\n').find(), true);
  assert.equal(matcher('b\\z', 'ab\n').find(), false);
  assert.equal(matcher('(?m)^b$', 'a\nb\nc').find(), true);
  assert.equal(matcher('^b$', 'a\nb\nc').find(), false);
});

test('find goes on behind the last match, also behind an empty one', () => {
  const found: (string | null)[] = [];
  const numbers = matcher('\\d*', 'a12b');
  while (numbers.find()) found.push(numbers.group(0));
  assert.deepEqual(found, ['', '12', '', '']);
});

test('groups have a text, a start and an end', () => {
  const one = matcher('(a)(x)?(b)', 'zab');
  assert.equal(one.groupCount(), 3);
  assert.equal(one.find(), true);
  assert.equal(one.group(1), 'a');
  assert.equal(one.group(2), null);
  assert.deepEqual([one.startOf(3), one.endOf(3), one.startOf(2)], [2, 3, -1]);
  assert.equal(
    thrownBy(() => one.group(4)),
    'System.StringException: No group 4',
  );
  assert.equal(
    thrownBy(() => matcher('a', 'a').group(0)),
    'System.StringException: No match found',
  );
});

test('a region limits the search', () => {
  const one = matcher('b', 'abcb');
  one.region(2, 4);
  assert.equal(one.find(), true);
  assert.equal(one.startOf(0), 3);
});

test('replacements may name groups and escape signs', () => {
  assert.equal(matcher('(?<first>a)(b)', 'ab').replace('${first}-$2\\$', false), 'a-b$');
  assert.match(
    thrownBy(() => matcher('a', 'a').replace('$3', false)),
    /No group 3/,
  );
});

test('what JavaScript cannot do or Java refuses is an error', () => {
  for (const pattern of ['a*+', '(?>a)', '(', 'a)', '*a', '[a', '(?<=a+)b', '\\G', '\\p{Nonsense}']) {
    assert.match(
      thrownBy(() => new PatternValue(pattern)),
      /^System\.StringException: Invalid regex: /,
      pattern,
    );
  }
});

test('a quoted text matches itself', () => {
  const text = 'a.b\\E*(c)';
  assert.equal(matches(callPlatform('System.Pattern#quote(String)', text) as string, text), true);
});
