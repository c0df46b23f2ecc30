import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileSources } from './compileSources.ts';

function problems(sources: Record<string, string>): string[] {
  return compileSources(sources).diagnostics.map(
    (problem) => `${problem.path}:${problem.line}:${problem.column} ${problem.code}`,
  );
}

describe('bad input', () => {
  it('is reported with file, line and column, and the other files compile', () => {
    const result = compileSources({ A: 'public class A {\n  void f() { Integer i = ; }\n}', B: 'public class B { }' });
    assert.deepEqual(
      result.diagnostics.map(({ path, line, column }) => `${path}:${line}:${column}`),
      ['A.cls:2:26'],
    );
    assert.deepEqual(
      result.units.map(({ name }) => name),
      ['B'],
    );
  });

  it('may be cyclic inheritance', () => {
    assert.deepEqual(
      problems({ A: 'public virtual class A extends B { }', B: 'public virtual class B extends A { }' }),
      ['A.cls:1:22 APX0110'],
    );
  });

  it('may be no UTF-8', () => {
    assert.deepEqual(problems({ A: 'public class A {\n  // \uFFFD\n}' }), ['A.cls:2:6 APX0001']);
  });

  it('may be very long', () => {
    const methods = Array.from(
      { length: 2000 },
      (_, index) => `Integer m${index}(Integer i) {\n return i + ${index};\n}\n`,
    );
    assert.deepEqual(problems({ A: `public class A {\n${methods.join('')}}` }), []);
  });

  it('may be two types of one name, or a file of another name', () => {
    assert.deepEqual(problems({ A: 'public class B { }' }), ['A.cls:1:14 APX0131']);
    assert.deepEqual(problems({ A: 'public class A { }', a: 'public class a { }' }), ['a.cls:1:14 APX0101']);
  });

  it('may be empty', () => {
    assert.equal(problems({ A: '' }).length, 1);
  });
});
