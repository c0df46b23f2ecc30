import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outputs } from '../runApex.ts';

describe('collections', () => {
  it('makes lists, sets, maps and arrays', () => {
    assert.deepEqual(
      outputs(`
        out.add(new List<Integer>{ 1, 2 }); out.add(new Integer[2].size()); out.add(new Integer[]{ 3 }[0]);
        out.add(new Set<Integer>{ 1, 1 }.size()); out.add(new Map<String, Integer>{ 'a' => 1 }.get('a'));
        Integer[] a = new List<Integer>(); a.add(4); out.add(a);`),
      ['(1, 2)', '2', '3', '1', '1', '(4)'],
    );
  });

  it('updates elements in place and evaluates the list once', () => {
    assert.deepEqual(
      outputs(
        'held()[0] += 5; out.add(all[0]); all[0]++; out.add(all[0]); out.add(all[0]--); out.add(all[0]); out.add(calls);',
        'static Integer calls = 0; static List<Integer> all = new List<Integer>{ 1 }; static List<Integer> held() { calls++; return all; }',
      ),
      ['6', '7', '7', '6', '1'],
    );
  });

  it('throws outside of the bounds and for changes while it iterates', () => {
    assert.deepEqual(
      outputs(`
        List<Integer> l = new List<Integer>{ 1 };
        try { out.add(l[3]); } catch (ListException e) { out.add(e.getMessage()); }
        try { for (Integer i : l) { l.add(i); } } catch (Exception e) { out.add(e.getTypeName()); }`),
      ['List index out of bounds: 3', 'System.FinalException'],
    );
  });

  it('carries types at run time', () => {
    assert.deepEqual(
      outputs(`
        Object o = new List<String>{ 'a' };
        out.add(o instanceof List<String>); out.add(o instanceof List<Object>); out.add(o instanceof List<Integer>);
        out.add(o instanceof Iterable<String>);
        try { Map<String, Object> m = (Map<String, Object>) o; } catch (TypeException e) { out.add(e.getMessage()); }
        Object s = new Set<String>(); out.add(s instanceof Set<Object>);`),
      [
        'true',
        'true',
        'false',
        'true',
        'Invalid conversion from runtime type List<String> to Map<String,Object>',
        'false',
      ],
    );
  });

  it('uses equals and hashCode of classes as keys', () => {
    assert.deepEqual(
      outputs(
        `Map<Point, String> m = new Map<Point, String>(); m.put(new Point(1), 'a'); out.add(m.get(new Point(1))); out.add(new Point(1) == new Point(1)); out.add(new Point(1) === new Point(1));`,
        `class Point { Integer x; Point(Integer x) { this.x = x; }
           public Boolean equals(Object o) { return o instanceof Point && ((Point) o).x == x; }
           public override Integer hashCode() { return x; } }`,
      ),
      ['a', 'true', 'false'],
    );
  });

  it('iterates over what a class offers', () => {
    assert.deepEqual(
      outputs(
        'for (String s : new Words()) { out.add(s); }',
        `class Words implements Iterable<String>, Iterator<String> { Integer i = 0;
           public Iterator<String> iterator() { return this; }
           public Boolean hasNext() { return i < 2; } public String next() { return 'w' + i++; } }`,
      ),
      ['w0', 'w1'],
    );
  });

  it('sorts by compareTo and by a Comparator with types of its own', () => {
    assert.deepEqual(
      outputs(
        `List<Size> l = new List<Size>{ new Size(3), new Size(1), new Size(2) };
         l.sort(); for (Size s : l) { out.add(s.n); }
         l.sort(new Downward()); for (Size s : l) { out.add(s.n); }`,
        `public class Size implements Comparable { public Integer n; Size(Integer n) { this.n = n; }
           public Integer compareTo(Object other) { return n - ((Size) other).n; } }
         public class Downward implements Comparator<Size> { public Integer compare(Size a, Size b) { return b.n - a.n; } }`,
      ),
      ['1', '2', '3', '3', '2', '1'],
    );
  });
});
