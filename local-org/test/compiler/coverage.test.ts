import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inTransaction, load } from './runApex.ts';

const SAMPLE = `public class Sample {
    static Integer n = 1;
    public static Integer run(Boolean b) {
        if (b) {
            n++;
        } else {
            n--;
        }
        return n;
    }
}`;

describe('coverage', () => {
  it('counts the lines with statements that ran', () => {
    const { program } = load({ Sample: SAMPLE }, { coverage: true });
    assert.deepEqual(program.coverage(), [{ class: 'Sample', covered: 0, total: 5 }]);
    inTransaction(() => program.invokeStatic('Sample', 'run', [true]));
    assert.deepEqual(program.coverage(), [{ class: 'Sample', covered: 4, total: 5 }]);
    assert.deepEqual(program.uncoveredLines('Sample'), [7]);
  });

  it('leaves tests out', () => {
    const { program } = load(
      { SampleTest: '@IsTest private class SampleTest { @IsTest static void run() { Integer i = 1; } }' },
      { coverage: true },
    );
    assert.deepEqual(program.coverage(), []);
    assert.deepEqual(
      program.testClasses.map(({ name }) => name),
      ['SampleTest'],
    );
  });

  it('counts nothing unless asked to', () => {
    const { program } = load({ Sample: SAMPLE });
    inTransaction(() => program.invokeStatic('Sample', 'run', [true]));
    assert.deepEqual(program.coverage(), [{ class: 'Sample', covered: 0, total: 5 }]);
  });
});
