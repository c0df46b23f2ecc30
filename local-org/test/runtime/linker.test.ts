import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadProgram } from '../../src/runtime/loadProgram.ts';
import { RefusedError } from '../../src/runtime/RefusedError.ts';
import { compileSources } from '../compiler/compileSources.ts';
import { inTransaction } from '../compiler/runApex.ts';

function run(sources: Record<string, string>, className: string): unknown {
  const program = loadProgram(compileSources(sources).units);
  return inTransaction(() => program.invokeStatic(className, 'run', []));
}

describe('a class that did not compile', () => {
  const Broken =
    'public virtual class Broken { public enum Color { RED } Nope n; public static Integer f() { return 1; } }';

  it('refuses who calls it, and nobody else', () => {
    const sources = {
      Broken,
      Caller: 'public class Caller { public static Integer run() { return Broken.f(); } }',
      Other: 'public class Other { public static Integer run() { return 2; } }',
    };
    assert.throws(() => run(sources, 'Caller'), RefusedError);
    assert.equal(run(sources, 'Other'), 2);
  });

  it('refuses its subclasses', () => {
    const sources = { Broken, Sub: 'public class Sub extends Broken { public static Integer run() { return 1; } }' };
    assert.throws(() => run(sources, 'Sub'), RefusedError);
  });

  it('refuses who needs one of its constants, and who uses that class', () => {
    const sources = {
      Broken,
      Painter: 'public class Painter { public static Boolean run() { return null == Broken.Color.RED; } }',
      User1: 'public class User1 { public static Boolean run() { return Painter.run(); } }',
    };
    assert.throws(() => run(sources, 'Painter'), RefusedError);
    assert.throws(() => run(sources, 'User1'), RefusedError);
  });

  it('is not caught by Apex', () => {
    const sources = {
      Broken,
      Caller:
        'public class Caller { public static Integer run() { try { return Broken.f(); } catch (Exception e) { return 3; } } }',
    };
    assert.throws(() => run(sources, 'Caller'), RefusedError);
  });
});
