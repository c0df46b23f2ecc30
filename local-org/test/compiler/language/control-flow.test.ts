import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outputs } from '../runApex.ts';

describe('control flow', () => {
  it('loops in every form', () => {
    assert.deepEqual(
      outputs(`
        for (Integer i = 0, n = 3; i < n; i++) { if (i == 1) { continue; } out.add(i); }
        Integer w = 0; while (true) { if (++w > 2) { break; } } out.add(w);
        do { w--; } while (w > 0); out.add(w);
        for (;;) { break; }`),
      ['0', '2', '3', '0'],
    );
  });

  it('switches on values, enums, types and null', () => {
    assert.deepEqual(
      outputs(
        `for (Integer i : new List<Integer>{ 1, -4, 9, null }) { out.add(number(i)); }
         out.add(word('A')); out.add(word('a')); out.add(color(Color.GREEN)); out.add(color(null));
         out.add(record(new User(LastName = 'x'))); out.add(record(new Group())); out.add(record(null));`,
        `enum Color { RED, GREEN }
         static String number(Integer i) { switch on i { when 1, 2 { return 'low'; } when -4 { return 'minus'; } when null { return 'null'; } when else { return 'else'; } } }
         static String word(String s) { switch on s { when 'a' { return 'exact'; } when else { return 'else'; } } }
         static String color(Color c) { switch on c { when GREEN { return 'green'; } when null { return 'none'; } when else { return 'other'; } } }
         static String record(SObject s) { switch on s { when User u { return u.LastName; } when null { return 'null'; } when else { return 'other'; } } }`,
      ),
      ['low', 'minus', 'else', 'null', 'else', 'exact', 'green', 'none', 'x', 'other', 'null'],
    );
  });

  it('breaks out of the loop from inside of a switch', () => {
    assert.deepEqual(
      outputs(`for (Integer i = 0; i < 5; i++) { switch on i { when 2 { break; } when else { out.add(i); } } }`),
      ['0', '1'],
    );
  });

  it('evaluates both sides of & and |, one of && and ||', () => {
    assert.deepEqual(
      outputs(
        'out.add(no() && no()); out.add(calls); out.add(no() & no()); out.add(calls); out.add(!no() | no()); out.add(calls);',
        'static Integer calls = 0; static Boolean no() { calls++; return false; }',
      ),
      ['false', '1', 'false', '3', 'true', '5'],
    );
  });

  it('throws for a condition that is null', () => {
    assert.deepEqual(
      outputs(`Boolean b; try { if (b) { out.add('then'); } } catch (NullPointerException e) { out.add('thrown'); }`),
      ['thrown'],
    );
  });

  it('runs finally on every way out', () => {
    assert.deepEqual(
      outputs(
        'out.add(f(0)); out.add(f(1)); for (String s : steps) { out.add(s); }',
        `static List<String> steps = new List<String>();
        static String f(Integer i) { try { if (i == 0) { return 'returned'; } throw new IllegalArgumentException('x'); } catch (IllegalArgumentException e) { return 'caught'; } finally { steps.add('finally'); } }`,
      ),
      ['returned', 'caught', 'finally', 'finally'],
    );
  });
});
