/** The constants of System.RoundingMode in the order of Salesforce. */
export const ROUNDING_MODES = [
  'UP',
  'DOWN',
  'CEILING',
  'FLOOR',
  'HALF_UP',
  'HALF_DOWN',
  'HALF_EVEN',
  'UNNECESSARY',
] as const;

export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** Thrown when UNNECESSARY is asked for and digits would be lost. */
export class RoundingNecessary extends Error {}

/** The quotient of two integers as an integer, rounded. Throws RoundingNecessary; the divisor is not 0. */
export function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n) return quotient;
  const isNegative = dividend < 0n !== divisor < 0n;
  return awayFromZero(quotient, remainder, divisor, isNegative, mode) ? quotient + (isNegative ? -1n : 1n) : quotient;
}

function awayFromZero(
  quotient: bigint,
  remainder: bigint,
  divisor: bigint,
  isNegative: boolean,
  mode: RoundingMode,
): boolean {
  const half = compareWithHalf(remainder, divisor);
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return !isNegative;
    case 'FLOOR':
      return isNegative;
    case 'HALF_UP':
      return half >= 0;
    case 'HALF_DOWN':
      return half > 0;
    case 'HALF_EVEN':
      return half > 0 || (half === 0 && quotient % 2n !== 0n);
    case 'UNNECESSARY':
      throw new RoundingNecessary('Rounding necessary');
  }
}

/** Negative, zero or positive as the remainder is less than, equal to or more than half of the divisor. */
function compareWithHalf(remainder: bigint, divisor: bigint): number {
  const twice = absolute(remainder) * 2n;
  const whole = absolute(divisor);
  return twice < whole ? -1 : twice === whole ? 0 : 1;
}

export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
