import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outputs } from '../runApex.ts';

describe('numbers', () => {
  it('wraps Integers at 32 bits and Longs at 64', () => {
    assert.deepEqual(
      outputs(`
        Integer i = 2147483647; i++; out.add(i);
        out.add(1000000 * 1000000);
        Long l = 9223372036854775807L; l += 1; out.add(l);
        out.add(-2147483647 - 2);`),
      ['-2147483648', '-727379968', '-9223372036854775808', '2147483647'],
    );
  });

  it('truncates divisions of whole numbers and refuses to divide by 0', () => {
    assert.deepEqual(
      outputs(`
        out.add(7 / 2); out.add(-7 / 2); out.add(7L / -2L);
        try { Integer z = 0; out.add(1 / z); } catch (MathException e) { out.add(e.getMessage()); }
        try { Decimal z = 0; out.add(1 / z); } catch (MathException e) { out.add(e.getMessage()); }`),
      ['3', '-3', '-3', 'Divide by 0', 'Divide by 0'],
    );
  });

  it('keeps the scale of Decimals', () => {
    assert.deepEqual(outputs('Decimal d = 1.10; out.add(d); out.add(d + 1); out.add(d * 2.0); out.add(1.10 == 1.1);'), [
      '1.10',
      '2.10',
      '2.200',
      'true',
    ]);
  });

  it('keeps Double apart from Decimal', () => {
    assert.deepEqual(outputs('Double d = 0.1; out.add(d + 0.2d); Decimal c = 0.1; out.add(c + 0.2);'), [
      '0.30000000000000004',
      '0.3',
    ]);
  });

  it('widens where a wider number is expected', () => {
    assert.deepEqual(
      outputs(
        'out.add(half(3)); Long l = 5; out.add(l instanceofLong()); out.add(1 + 2L); out.add(3 / 2.0);'.replace(
          'l instanceofLong()',
          'l + 1',
        ),
        'static Decimal half(Decimal d) { return d / 2; }',
      ),
      ['1.5', '6', '3', '1.5'],
    );
  });

  it('narrows by casts', () => {
    assert.deepEqual(
      outputs(
        'Decimal d = -1.9; out.add((Integer) d); Long l = 4294967297L; out.add((Integer) l); Double e = 2.7; out.add((Long) e);',
      ),
      ['-1', '1', '2'],
    );
  });

  it('shifts and masks as Java does', () => {
    assert.deepEqual(
      outputs(
        'out.add(1 << 33); out.add(-8 >> 1); out.add(-8 >>> 28); out.add(5 & 3 | 8 ^ 1); out.add(~5); out.add(-1L >>> 60); Integer i = 1; i <<= 3; out.add(i);',
      ),
      ['2', '-4', '15', '9', '-6', '15', '8'],
    );
  });

  it('gives the value before or after an increment', () => {
    assert.deepEqual(
      outputs(
        'Integer i = 5; out.add(i++ + ++i); out.add(i--); out.add(--i); i = i++; out.add(i); Decimal d = 1.5; d++; out.add(d);',
      ),
      ['12', '7', '5', '5', '2.5'],
    );
  });

  it('throws for arithmetic with null and finds every comparison with null false', () => {
    assert.deepEqual(
      outputs(`
        Integer n;
        try { out.add(n + 1); } catch (NullPointerException e) { out.add(e.getMessage()); }
        try { n++; } catch (NullPointerException e) { out.add('increment'); }
        out.add(n < 1); out.add(n >= 1); out.add(n == null); out.add(n != 1);`),
      ['Attempt to de-reference a null object', 'increment', 'false', 'false', 'true', 'true'],
    );
  });

  it('lets a number be an instance of every wider type', () => {
    assert.deepEqual(
      outputs(`
        Object o = 12; out.add(o instanceof Long); out.add(o instanceof Decimal); out.add((Decimal) o + 0.5);
        Object big = 5000000000L; out.add(big instanceof Integer);
        Object d = 1.5;
        try { out.add((Integer) d); } catch (TypeException e) { out.add(e.getMessage()); }`),
      ['true', 'true', '12.5', 'false', 'Invalid conversion from runtime type Decimal to Integer'],
    );
  });
});
