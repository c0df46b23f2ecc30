import { throwApex } from '../runtime/ApexException.ts';
import { decimalText, plainDecimalText, readDecimal } from './decimalText.ts';
import { javaDoubleText } from './javaDoubleText.ts';
import { absolute, divideRounded, RoundingNecessary, type RoundingMode } from './rounding.ts';
import { hashText } from './hashText.ts';
import type { ValueObject } from './ValueObject.ts';

/**
 * Digits of an inexact quotient: as many as fit in 34 with those of the integer part, half up.
 * Source: octoberswimmer/aer-dist issue 345 (on Salesforce 1/31 has scale 34 and ends in …290323).
 */
const QUOTIENT_DIGITS = 34;

/** Apex Decimal: `unscaled` × 10^-`scale`. Immutable. */
export class ApexDecimal implements ValueObject {
  readonly apexType = 'Decimal';
  readonly unscaled: bigint;
  readonly scale: number;

  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  /** Reads a literal or a text such as `1.10` or `-2E3`. Null when the text is no number. */
  static parse(text: string): ApexDecimal | null {
    const read = readDecimal(text);
    return read && new ApexDecimal(read.unscaled, read.scale);
  }

  /** Integer or Long. */
  static fromInteger(value: number | bigint): ApexDecimal {
    return new ApexDecimal(BigInt(value), 0);
  }

  /** As Decimal.valueOf(Double): the digits that the Double prints. */
  static fromDouble(value: number): ApexDecimal {
    const decimal = ApexDecimal.parse(javaDoubleText(value));
    if (!decimal) throwApex('System.TypeException', `Invalid decimal: ${javaDoubleText(value)}`);
    return decimal;
  }

  add(other: ApexDecimal): ApexDecimal {
    const scale = Math.max(this.scale, other.scale);
    return new ApexDecimal(this.unscaledAt(scale) + other.unscaledAt(scale), scale);
  }

  subtract(other: ApexDecimal): ApexDecimal {
    return this.add(other.negate());
  }

  multiply(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(this.unscaled * other.unscaled, this.scale + other.scale);
  }

  negate(): ApexDecimal {
    return new ApexDecimal(-this.unscaled, this.scale);
  }

  /** The operator `/`. Throws System.MathException "Divide by 0". */
  divide(other: ApexDecimal): ApexDecimal {
    if (other.unscaled === 0n) throwApex('System.MathException', 'Divide by 0');
    const preferred = this.scale - other.scale;
    const integerPart = absolute(this.divideToScale(other, 0, 'DOWN').unscaled);
    const integerDigits = integerPart === 0n ? 0 : integerPart.toString().length;
    const scale = Math.max(QUOTIENT_DIGITS - integerDigits, preferred, 0);
    const quotient = this.divideToScale(other, scale, 'HALF_UP');
    const isExact = quotient.multiply(other).compare(this) === 0;
    return isExact ? quotient.stripped(preferred) : quotient;
  }

  /** Throws System.MathException when the divisor is 0 or when UNNECESSARY would lose digits. */
  divideToScale(other: ApexDecimal, scale: number, mode: RoundingMode): ApexDecimal {
    if (other.unscaled === 0n) throwApex('System.MathException', 'Divide by 0');
    const shift = scale + other.scale - this.scale;
    const dividend = shift >= 0 ? this.unscaled * power10(shift) : this.unscaled;
    const divisor = shift >= 0 ? other.unscaled : other.unscaled * power10(-shift);
    return new ApexDecimal(roundedOrThrow(dividend, divisor, mode), scale);
  }

  /** Throws System.MathException when UNNECESSARY would lose digits. */
  setScale(scale: number, mode: RoundingMode = 'HALF_EVEN'): ApexDecimal {
    if (scale >= this.scale) return new ApexDecimal(this.unscaledAt(scale), scale);
    return new ApexDecimal(roundedOrThrow(this.unscaled, power10(this.scale - scale), mode), scale);
  }

  stripTrailingZeros(): ApexDecimal {
    return this.unscaled === 0n ? new ApexDecimal(0n, 0) : this.stripped(-Infinity);
  }

  compare(other: ApexDecimal): number {
    const scale = Math.max(this.scale, other.scale);
    const left = this.unscaledAt(scale);
    const right = other.unscaledAt(scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  isInteger(): boolean {
    return this.scale <= 0 || this.unscaled % power10(this.scale) === 0n;
  }

  /** Without the fraction, as a cast does. */
  toBigInt(): bigint {
    return this.scale > 0 ? this.unscaled / power10(this.scale) : this.unscaledAt(0);
  }

  toNumber(): number {
    return Number(`${this.unscaled}e${-this.scale}`);
  }

  precision(): number {
    return this.unscaled === 0n ? 1 : absolute(this.unscaled).toString().length;
  }

  toPlainString(): string {
    return plainDecimalText(this.unscaled, this.scale);
  }

  /** 1.0 and 1.00 are equal: `==` of Apex compares the values. */
  valueEquals(other: unknown): boolean {
    return other instanceof ApexDecimal && this.compare(other) === 0;
  }

  valueHash(): number {
    return hashText(this.stripTrailingZeros().toPlainString());
  }

  valueText(): string {
    return decimalText(this.unscaled, this.scale);
  }

  valueCompare(other: unknown): number {
    return this.compare(other as ApexDecimal);
  }

  private unscaledAt(scale: number): bigint {
    return scale >= this.scale
      ? this.unscaled * power10(scale - this.scale)
      : this.unscaled / power10(this.scale - scale);
  }

  /** Without zeros at the end, but not below a scale. */
  private stripped(lowest: number): ApexDecimal {
    let { unscaled, scale } = this;
    while (scale > lowest && unscaled !== 0n && unscaled % 10n === 0n) {
      unscaled /= 10n;
      scale--;
    }
    return new ApexDecimal(unscaled, unscaled === 0n && lowest !== -Infinity ? Math.max(lowest, 0) : scale);
  }
}

function roundedOrThrow(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  try {
    return divideRounded(dividend, divisor, mode);
  } catch (error) {
    if (error instanceof RoundingNecessary) throwApex('System.MathException', 'Rounding necessary');
    throw error;
  }
}

const powers: bigint[] = [];

function power10(exponent: number): bigint {
  return (powers[exponent] ??= 10n ** BigInt(exponent));
}
