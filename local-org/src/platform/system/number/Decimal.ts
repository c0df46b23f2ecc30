import { throwApex } from '../../../runtime/ApexException.ts';
import type { RoundingMode } from '../../../values/rounding.ts';
import { ApexDecimal, ApexDouble, type ApexEnum } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { formatNumber } from './formatNumber.ts';
import { parseDecimal } from './parseNumber.ts';
import { toInt32, toInt64 } from './wrap.ts';

/** The scale that a Decimal may have. Source: Apex Reference, Decimal.setScale. */
const MAX_SCALE = 33;

/** Rounding is half even where no mode is named. Source: Apex Reference, Decimal.round and Decimal.setScale. */
export const Decimal = definePlatformType({
  name: 'System.Decimal',
  methods: {
    'Decimal abs()': (self: ApexDecimal) => (self.unscaled < 0n ? self.negate() : self),
    'Decimal divide(Decimal divisor, Integer scale)': withoutNulls(
      (self: ApexDecimal, divisor: ApexDecimal, scale: number) =>
        self.divideToScale(divisor, checkedScale(scale), 'HALF_EVEN'),
    ),
    'Decimal divide(Decimal divisor, Integer scale, RoundingMode mode)': withoutNulls(
      (self: ApexDecimal, divisor: ApexDecimal, scale: number, mode: ApexEnum) =>
        self.divideToScale(divisor, checkedScale(scale), mode.name as RoundingMode),
    ),
    'Double doubleValue()': (self: ApexDecimal) => new ApexDouble(self.toNumber()),
    'String format()': (self: ApexDecimal) => formatNumber(self.toPlainString()),
    'Integer intValue()': (self: ApexDecimal) => toInt32(self.toBigInt()),
    'Long longValue()': (self: ApexDecimal) => toInt64(self.toBigInt()),
    'Decimal pow(Integer exponent)': withoutNulls((self: ApexDecimal, exponent: number) => {
      if (exponent < 0 || exponent > 32_767) throwApex('System.MathException', `Invalid exponent: ${exponent}`);
      return new ApexDecimal(self.unscaled ** BigInt(exponent), self.scale * exponent);
    }),
    'Integer precision()': (self: ApexDecimal) => self.precision(),
    'Long round()': (self: ApexDecimal) => rounded(self, 'HALF_EVEN'),
    'Long round(RoundingMode mode)': withoutNulls((self: ApexDecimal, mode: ApexEnum) =>
      rounded(self, mode.name as RoundingMode),
    ),
    'Integer scale()': (self: ApexDecimal) => self.scale,
    'Decimal setScale(Integer scale)': withoutNulls((self: ApexDecimal, scale: number) =>
      self.setScale(checkedScale(scale)),
    ),
    'Decimal setScale(Integer scale, RoundingMode mode)': withoutNulls(
      (self: ApexDecimal, scale: number, mode: ApexEnum) =>
        self.setScale(checkedScale(scale), mode.name as RoundingMode),
    ),
    'Decimal stripTrailingZeros()': (self: ApexDecimal) => self.stripTrailingZeros(),
    'String toPlainString()': (self: ApexDecimal) => self.toPlainString(),
    'static Decimal valueOf(Double value)': withoutNulls((value: ApexDouble) => ApexDecimal.fromDouble(value.value)),
    'static Decimal valueOf(Long value)': withoutNulls((value: bigint) => ApexDecimal.fromInteger(value)),
    'static Decimal valueOf(String text)': withoutNulls(parseDecimal),
  },
});

function rounded(value: ApexDecimal, mode: RoundingMode): bigint {
  return toInt64(value.setScale(0, mode).toBigInt());
}

function checkedScale(scale: number): number {
  if (scale < -MAX_SCALE || scale > MAX_SCALE) throwApex('System.MathException', `Invalid scale: ${scale}`);
  return scale;
}
