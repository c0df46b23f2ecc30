import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApexList } from '../../src/values/index.ts';
import { callPlatform, listOf, setOf, thrownBy } from './callPlatform.ts';

const string = (member: string, ...args: unknown[]): unknown => callPlatform(`System.String#${member}`, ...args);
const split = (text: string, pattern: string, limit?: number): unknown[] =>
  limit === undefined
    ? (string('split(String)', text, pattern) as ApexList).items
    : (string('split(String,Integer)', text, pattern, limit) as ApexList).items;

test('a null argument throws, except where Apex takes it', () => {
  const message = 'System.NullPointerException: Argument cannot be null.';
  assert.equal(
    thrownBy(() => string('contains(String)', 'abc', null)),
    message,
  );
  assert.equal(
    thrownBy(() => string('left(Integer)', 'abc', null)),
    message,
  );
  assert.equal(string('equals(String)', 'abc', null), false);
  assert.equal(string('isBlank(String)', null), true);
});

test('valueOf of null is null', () => {
  assert.equal(string('valueOf(Object)', null), null);
  assert.equal(string('valueOf(Integer)', 5), '5');
});

test('substring checks both ends', () => {
  assert.equal(string('substring(Integer,Integer)', 'hamburger', 4, 8), 'urge');
  assert.equal(
    thrownBy(() => string('substring(Integer)', 'abc', 4)),
    'System.StringException: Starting position out of bounds: 4',
  );
  assert.equal(
    thrownBy(() => string('substring(Integer,Integer)', 'abc', 1, 9)),
    'System.StringException: Ending position out of bounds: 9',
  );
});

test('left, right and mid never leave the text', () => {
  assert.equal(string('left(Integer)', 'abcdef', 3), 'abc');
  assert.equal(string('left(Integer)', 'abc', 9), 'abc');
  assert.equal(string('right(Integer)', 'abcdef', 2), 'ef');
  assert.equal(string('right(Integer)', 'abc', 0), '');
  assert.equal(string('mid(Integer,Integer)', 'abcdef', 2, 3), 'cde');
});

test('substringBefore, After and Between look for separators', () => {
  assert.equal(string('substringBefore(String)', 'a.b.c', '.'), 'a');
  assert.equal(string('substringBefore(String)', 'abc', '.'), 'abc');
  assert.equal(string('substringAfter(String)', 'a.b.c', '.'), 'b.c');
  assert.equal(string('substringAfterLast(String)', 'a.b.c', '.'), 'c');
  assert.equal(string('substringBeforeLast(String)', 'a.b.c', '.'), 'a.b');
  assert.equal(string('substringBetween(String,String)', 'x[y]z', '[', ']'), 'y');
  assert.equal(string('substringBetween(String)', 'xyz', '|'), null);
});

test('split drops empty parts at the end only without a limit', () => {
  assert.deepEqual(split('a,b,,', ','), ['a', 'b']);
  assert.deepEqual(split('a,b,,', ',', -1), ['a', 'b', '', '']);
  assert.deepEqual(split('a,b,c', ',', 2), ['a', 'b,c']);
  assert.deepEqual(split(',a', ','), ['', 'a']);
  assert.deepEqual(split('', ','), ['']);
  assert.deepEqual(split('abc', ''), ['a', 'b', 'c']);
  assert.deepEqual(split('a1b22c', '\\d+'), ['a', 'b', 'c']);
  assert.deepEqual(split('a.b', '.'), []);
});

test('replaceAll takes groups, replace takes the text as it stands', () => {
  assert.equal(string('replaceAll(String,String)', 'x1y2', '(\\d)', '<$1>'), 'x<1>y<2>');
  assert.equal(string('replaceFirst(String,String)', 'aa', 'a', 'b'), 'ba');
  assert.equal(string('replace(String,String)', 'a.b.c', '.', '$1'), 'a$1b$1c');
});

test('format fills placeholders and minds quotes', () => {
  const format = (pattern: string, ...args: unknown[]): unknown =>
    string('format(String,List<Object>)', pattern, listOf('Object', ...args));
  assert.equal(format('Hello {0}, you are {1}', 'Ada', 36), 'Hello Ada, you are 36');
  assert.equal(format("It''s {0}", 'x'), "It's x");
  assert.equal(format("It's {0}", 'x'), 'Its {0}');
  assert.equal(format("'{0}' {0}", 'x'), '{0} x');
  assert.equal(format('{0} {1}', 'x'), 'x {1}');
  assert.equal(format('{0}', null), 'null');
  assert.match(
    thrownBy(() => format('{name}', 'x')),
    /^System\.StringException/,
  );
});

test('join takes lists and sets', () => {
  assert.equal(string('join(Object,String)', listOf('Integer', 1, 2, 3), ', '), '1, 2, 3');
  assert.equal(string('join(Object,String)', setOf('String', 'a', 'b'), '-'), 'a-b');
});

test('trim and isBlank follow Java', () => {
  assert.equal(string('trim()', ' \t a b \n'), 'a b');
  assert.equal(string('trim()', '\u00a0a'), '\u00a0a');
  assert.equal(string('isBlank(String)', ' \t'), true);
  assert.equal(string('isBlank(String)', '\u00a0'), false);
  assert.equal(string('isNotBlank(String)', 'a'), true);
  assert.equal(string('isEmpty(String)', ' '), false);
});

test('padding, abbreviating and case', () => {
  assert.equal(string('leftPad(Integer,String)', '7', 3, '0'), '007');
  assert.equal(string('rightPad(Integer)', 'a', 3), 'a  ');
  assert.equal(string('center(Integer)', 'ab', 5), ' ab  ');
  assert.equal(string('abbreviate(Integer)', 'Hello Maximillian', 8), 'Hello...');
  assert.equal(
    thrownBy(() => string('abbreviate(Integer)', 'Hello', 3)),
    'System.StringException: Minimum abbreviation width is 4',
  );
  assert.equal(string('capitalize()', 'hello'), 'Hello');
  assert.equal(string('swapCase()', 'aBc'), 'AbC');
  assert.equal(string('reverse()', 'abc'), 'cba');
});

test('searching with and without case', () => {
  assert.equal(string('containsIgnoreCase(String)', 'Hello', 'ELL'), true);
  assert.equal(string('contains(String)', 'Hello', 'ELL'), false);
  assert.equal(string('indexOf(String,Integer)', 'abcabc', 'b', 2), 4);
  assert.equal(string('lastIndexOf(String)', 'abcabc', 'b'), 4);
  assert.equal(string('indexOfIgnoreCase(String)', 'abcabc', 'B'), 1);
  assert.equal(string('countMatches(String)', 'aXbXc', 'X'), 2);
  assert.equal(string('countMatches(String)', 'abc', ''), 0);
  assert.equal(string('startsWithIgnoreCase(String)', 'ABC', 'ab'), true);
});

test('judging characters', () => {
  assert.equal(string('isNumeric()', '123'), true);
  assert.equal(string('isNumeric()', ''), false);
  assert.equal(string('isNumeric()', '1.2'), false);
  assert.equal(string('isAlphaSpace()', 'ab c'), true);
  assert.equal(string('isAllUpperCase()', 'ABc'), false);
});

test('comparing gives the distance of Java', () => {
  assert.equal(string('compareTo(String)', 'a', 'c'), -2);
  assert.equal(string('compareTo(String)', 'abc', 'ab'), 1);
  assert.equal(string('equalsIgnoreCase(String)', 'abc', 'ABC'), true);
  assert.equal(string('getLevenshteinDistance(String)', 'kitten', 'sitting'), 3);
});

test('quotes and characters', () => {
  assert.equal(string('escapeSingleQuotes(String)', "it's"), "it\\'s");
  assert.equal(string('fromCharArray(List<Integer>)', listOf('Integer', 72, 105)), 'Hi');
  assert.deepEqual((string('getChars()', 'Hi') as ApexList).items, [72, 105]);
});

test('texts are written for other languages and read back', () => {
  assert.equal(
    string('escapeHtml4()', '<a href="x">Ä & € \'</a>'),
    "&lt;a href=&quot;x&quot;&gt;&Auml; &amp; &euro; '&lt;/a&gt;",
  );
  assert.equal(string('escapeHtml3()', '€ ä'), '€ &auml;');
  assert.equal(string('unescapeHtml4()', '&lt;&euro;&#65;&#x42;&nothing;'), '<€AB&nothing;');
  assert.equal(string('escapeXml()', "'<"), '&apos;&lt;');
  assert.equal(string('escapeCsv()', 'a,"b"'), '"a,""b"""');
  assert.equal(string('unescapeCsv()', '"a,""b"""'), 'a,"b"');
  assert.equal(string('escapeJava()', 'a"\n\u00e4'), 'a\\"\\n\\u00E4');
  assert.equal(string('unescapeJava()', 'a\\"\\n\\u00E4'), 'a"\n\u00e4');
  assert.equal(string('escapeEcmaScript()', "it's a/b"), "it\\'s a\\/b");
});

test('a text beyond the heap ends the transaction', () => {
  assert.equal(
    thrownBy(() => string('repeat(Integer)', 'abc', 2_100_000_000)),
    'System.LimitException: Apex heap size too large: 6300000000',
  );
  assert.equal(
    thrownBy(() => string('leftPad(Integer)', 'abc', 7_000_000)),
    'System.LimitException: Apex heap size too large: 7000000',
  );
});
