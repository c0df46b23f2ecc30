import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CsvParser } from '../../src/import/CsvParser.ts';

function parse(pieces: readonly string[]): string[][] {
  const parser = new CsvParser();
  const rows = pieces.flatMap((piece) => [...parser.take(piece)]);
  assert.equal(parser.isQuoted, false);
  const last = parser.end();
  return last ? [...rows, last] : rows;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const cell = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ',', '"', '\n', '\r', ' '), maxLength: 6 });
const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });

describe('CSV', () => {
  test('comes back as it was written, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.nat(60), { maxLength: 4 }), fc.boolean(), (written, cuts, hasLastEnd) => {
        const isPlain = (text: string): boolean => !/[",\r\n]/.test(text);
        const lines = written.map((row) => row.map((text) => (isPlain(text) ? text : quoted(text))).join(','));
        const whole = lines.join('\r\n') + (hasLastEnd && lines.length > 0 ? '\n' : '');
        const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
        assert.deepEqual(parse(at.slice(1).map((end, index) => whole.slice(at[index], end))), written);
      }),
    );
  });

  test('has cells in quotes, doubled quotes, line ends inside, empty cells and blank lines', () => {
    assert.deepEqual(parse(['a,"b ""c"" d",""\r\n\n,,\n"x\ny",1,2']), [
      ['a', 'b "c" d', ''],
      ['', '', ''],
      ['x\ny', '1', '2'],
    ]);
  });

  test('knows that it ended inside a cell', () => {
    const parser = new CsvParser();
    assert.deepEqual([...parser.take('a,"b\n')], []);
    assert.equal(parser.isQuoted, true);
  });
});
