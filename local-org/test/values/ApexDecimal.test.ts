import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ApexDecimal } from '../../src/values/ApexDecimal.ts';
import { ROUNDING_MODES, type RoundingMode } from '../../src/values/rounding.ts';
import { thrownBy } from '../platform/callPlatform.ts';

const decimal = (text: string): ApexDecimal => ApexDecimal.parse(text) as ApexDecimal;

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([unscaled, scale]) => new ApexDecimal(unscaled, scale));

/** The value as a fraction of whole numbers over 10^24. */
const scaled = (value: ApexDecimal): bigint => value.unscaled * 10n ** BigInt(24 - value.scale);

test('adding and subtracting agree with whole numbers', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      assert.equal(scaled(a.add(b)), scaled(a) + scaled(b));
      assert.equal(scaled(a.subtract(b)), scaled(a) - scaled(b));
      assert.equal(a.add(b).scale, Math.max(a.scale, b.scale));
    }),
  );
});

test('multiplying agrees with whole numbers and adds the scales', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      const product = a.multiply(b);
      assert.equal(product.unscaled, a.unscaled * b.unscaled);
      assert.equal(product.scale, a.scale + b.scale);
    }),
  );
});

test('a quotient times the divisor is the dividend within half of the last digit', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      fc.pre(b.unscaled !== 0n);
      const quotient = a.divide(b);
      const difference = a.subtract(quotient.multiply(b));
      const bound = new ApexDecimal(5n, quotient.scale + 1).multiply(b);
      assert.ok(difference.multiply(difference).compare(bound.multiply(bound)) <= 0);
    }),
  );
});

test('rounding is never further away than one unit and keeps the order of the modes', () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: 0, max: 6 }), (value, scale) => {
      const at = (mode: RoundingMode): ApexDecimal => value.setScale(scale, mode);
      assert.ok(at('FLOOR').compare(value) <= 0);
      assert.ok(at('CEILING').compare(value) >= 0);
      const unit = new ApexDecimal(1n, scale);
      for (const mode of ROUNDING_MODES.filter((name) => name !== 'UNNECESSARY')) {
        assert.ok(at(mode).compare(at('FLOOR')) === 0 || at(mode).compare(at('FLOOR').add(unit)) === 0);
      }
    }),
  );
});

test('text and value go back and forth', () => {
  fc.assert(
    fc.property(decimals, (value) => {
      const again = decimal(value.toPlainString());
      assert.equal(again.unscaled, value.unscaled);
      assert.equal(again.scale, value.scale);
      assert.equal(decimal(value.valueText()).compare(value), 0);
    }),
  );
});

test('trailing zeros stay until they are stripped', () => {
  assert.equal(decimal('1.10').valueText(), '1.10');
  assert.equal(decimal('1.10').add(decimal('1.1')).valueText(), '2.20');
  assert.equal(decimal('100.00').stripTrailingZeros().valueText(), '1E+2');
  assert.equal(decimal('100.00').stripTrailingZeros().toPlainString(), '100');
});

test('an inexact quotient has 34 digits, an exact one as many as it needs', () => {
  assert.equal(decimal('1').divide(decimal('31')).valueText(), '0.0322580645161290322580645161290323');
  assert.equal(decimal('1').divide(decimal('31')).scale, 34);
  assert.equal(decimal('10').divide(decimal('4')).valueText(), '2.5');
  assert.equal(decimal('6').divide(decimal('3')).valueText(), '2');
  assert.equal(decimal('10').divide(decimal('3')).scale, 33);
});

test('each rounding mode treats halves in its own way', () => {
  const expected: [RoundingMode, string, string][] = [
    ['UP', '2.6', '-2.6'],
    ['DOWN', '2.5', '-2.5'],
    ['CEILING', '2.6', '-2.5'],
    ['FLOOR', '2.5', '-2.6'],
    ['HALF_UP', '2.6', '-2.6'],
    ['HALF_DOWN', '2.5', '-2.5'],
    ['HALF_EVEN', '2.6', '-2.6'],
  ];
  for (const [mode, positive, negative] of expected) {
    assert.equal(decimal('2.55').setScale(1, mode).valueText(), positive, mode);
    assert.equal(decimal('-2.55').setScale(1, mode).valueText(), negative, mode);
  }
  assert.equal(decimal('2.45').setScale(1, 'HALF_EVEN').valueText(), '2.4');
});

test('what cannot be computed throws as Apex does', () => {
  assert.equal(
    thrownBy(() => decimal('1').divide(decimal('0.00'))),
    'System.MathException: Divide by 0',
  );
  assert.equal(
    thrownBy(() => decimal('1.5').setScale(0, 'UNNECESSARY')),
    'System.MathException: Rounding necessary',
  );
});

test('small values print as Java prints them', () => {
  assert.equal(decimal('0.0000001').valueText(), '1E-7');
  assert.equal(decimal('0.000001').valueText(), '0.000001');
  assert.equal(decimal('1E3').valueText(), '1E+3');
});
