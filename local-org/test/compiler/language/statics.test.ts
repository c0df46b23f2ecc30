import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApexList } from '../../../src/values/index.ts';
import { inTransaction, load, outputs } from '../runApex.ts';

describe('statics', () => {
  it('initializes in the order of the text, at the first use', () => {
    assert.deepEqual(
      outputs('out.add(Log.lines.size()); Lazy.touch(); for (String s : Log.lines) { out.add(s); }', '', {
        Log: 'public class Log { public static List<String> lines = new List<String>(); public static Integer add(String s) { lines.add(s); return lines.size(); } }',
        Lazy: "public class Lazy { static Integer a = Log.add('a'); static { Log.add('block'); } static Integer b = Log.add('b'); public static void touch() { Log.add('touched'); } }",
      }),
      ['0', 'a', 'block', 'b', 'touched'],
    );
  });

  it('starts afresh in every transaction', () => {
    const { program } = load({
      Sample:
        'public class Sample { static Integer n = 0; public static List<Object> run() { n++; n++; return new List<Object>{ n }; } }',
    });
    const once = (): unknown => (inTransaction(() => program.invokeStatic('Sample', 'run', [])) as ApexList).items[0];
    assert.deepEqual([once(), once()], [2, 2]);
  });
});
