import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApexException, UncatchableApexException } from '../../../src/runtime/ApexException.ts';
import { load, outputs, runSample } from '../runApex.ts';

function thrown(work: () => unknown): ApexException {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexException) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('exceptions', () => {
  it('catches by the declared hierarchy', () => {
    assert.deepEqual(
      outputs(
        `try { throw new SecondException('second'); } catch (FirstException e) { out.add(e.getMessage() + ' ' + e.getTypeName()); }
         try { throw new FirstException(new SecondException('cause')); } catch (SecondException e) { out.add('wrong'); } catch (Exception e) { out.add(e.getCause().getMessage()); }
         try { throw new CodeException(7); } catch (CodeException e) { out.add(e.code); }
         try { throw new DmlException('d'); } catch (QueryException e) { out.add('wrong'); } catch (DmlException e) { out.add(e.getTypeName()); }`,
        `virtual class FirstException extends Exception { } class SecondException extends FirstException { }
         class CodeException extends Exception { Integer code; CodeException(Integer code) { this('coded'); this.code = code; } }`,
      ),
      ['second Sample.SecondException', 'cause', '7', 'System.DmlException'],
    );
  });

  it('tells line and stack as Apex prints them', () => {
    const sources = {
      Sample: `public class Sample {
    public static void run() {
        Integer unused = 1;
        new Part().fail(null);
    }
    class Part {
        void fail(String s) {
            s.trim();
        }
    }
}`,
    };
    const error = thrown(() => runSample(load(sources)));
    assert.equal(error.apexType, 'System.NullPointerException');
    assert.equal(error.lineNumber, 8);
    assert.equal(error.apexStackTrace, 'Class.Sample.Part.fail: line 8, column 1\nClass.Sample.run: line 4, column 1');
  });

  it('ends an endless recursion with a limit that Apex cannot catch', () => {
    const sources = {
      Sample:
        'public class Sample { static Integer f(Integer i) { return f(i + 1); } public static void run() { try { f(0); } catch (Exception e) { } finally { Integer q = f(1); } } }',
    };
    const error = thrown(() => runSample(load(sources)));
    assert.ok(error instanceof UncatchableApexException);
    assert.equal(error.apexMessage, 'Maximum stack depth reached: 1001');
  });

  it('allows 900 methods inside each other', () => {
    assert.deepEqual(outputs('out.add(f(900));', 'static Integer f(Integer i) { return i == 0 ? 0 : 1 + f(i - 1); }'), [
      '900',
    ]);
  });

  it('does not let Apex catch what is no exception of Apex', () => {
    const loaded = load({
      Sample:
        'public class Sample { public static void run() { try { List<User> l = [SELECT Id FROM User]; } catch (Exception e) { } } }',
    });
    loaded.recorded.answers.push(null as never);
    Object.defineProperty(loaded.recorded.answers, 'shift', {
      value: () => {
        throw new TypeError('a bug');
      },
    });
    assert.throws(() => runSample(loaded), TypeError);
  });

  it('rethrows with the place of the first throw', () => {
    const sources = {
      Sample: `public class Sample {
    public static void run() {
        try {
            throw new IllegalArgumentException('x');
        } catch (Exception e) {
            throw e;
        }
    }
}`,
    };
    assert.equal(thrown(() => runSample(load(sources))).lineNumber, 4);
  });
});
