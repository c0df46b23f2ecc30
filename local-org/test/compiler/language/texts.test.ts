import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outputs } from '../runApex.ts';

describe('texts', () => {
  it('compares with == without regard to case, with equals and as keys exactly', () => {
    assert.deepEqual(
      outputs(`
        String a = 'Ab'; String b = 'aB';
        out.add(a == b); out.add(a != b); out.add(a.equals(b));
        out.add(new Set<String>{ a, b }.size());
        out.add(a == null); String n; out.add(n == null); out.add('a' < 'B');`),
      ['true', 'false', 'false', '2', 'false', 'true', 'true'],
    );
  });

  it('concatenates anything, null too', () => {
    assert.deepEqual(outputs(`String n; out.add('a' + n + 1 + true + 1.50); n = 'x'; n += 2; n += null; out.add(n);`), [
      'anull1true1.50',
      'x2null',
    ]);
  });

  it('reads escapes and texts of more than one line', () => {
    assert.deepEqual(outputs(`out.add('a\\'b\\u0041\\\\n'); out.add('''\nfirst\n  second''');`), [
      "a'bA\\n",
      'first\n  second',
    ]);
  });

  it('finds Ids of 15 and 18 characters equal and stores 18', () => {
    assert.deepEqual(
      outputs(`
        Id brief = '005000000000001'; String text = '005000000000001AAA';
        out.add(brief); out.add(brief == text); out.add(text == brief); out.add(new Set<Id>{ brief, text }.size());
        try { Id wrong = 'nope'; } catch (StringException e) { out.add(e.getMessage()); }`),
      ['005000000000001AAA', 'true', 'true', '1', 'Invalid id: nope'],
    );
  });

  it('navigates safely and coalesces', () => {
    assert.deepEqual(
      outputs(
        `
        String n; Part p; Part q = new Part();
        out.add(n?.length()); out.add(n?.trim().length()); out.add(n ?? 'other'); out.add(p?.next.text); out.add(q?.next?.text);
        try { out.add(q.next.text); } catch (NullPointerException e) { out.add('thrown'); }
        out.add(p?.count()); out.add(counted);`,
        'static Integer counted = 0; class Part { Part next; String text; Integer count() { counted++; return counted; } }',
      ),
      ['null', 'null', 'other', 'null', 'null', 'thrown', 'null', '0'],
    );
  });

  it('does not care about the case of names', () => {
    assert.deepEqual(outputs(`INTEGER Value = 1; OUT.ADD(value + VALUE); out.add(sTrInG.VALUEOF(value));`), ['2', '1']);
  });

  it('ends a transaction whose text outgrows the heap', () => {
    assert.throws(() => outputs(`String s = 'abcdefghij'; while (true) { s += s; }`), /Apex heap size too large/);
  });
});
