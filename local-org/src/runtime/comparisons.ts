import { apexEquals, ApexDecimal, compareValues as order, tryToId18, ApexDouble } from '../values/index.ts';

const collator = (text: string): string => text.toLowerCase();

/** `==` of two texts: case does not matter. */
export function equalTexts(left: string | null, right: string | null): boolean {
  if (left === right) return true;
  if (left === null || right === null || left.length !== right.length) return false;
  return collator(left) === collator(right);
}

/** `==` of an Id and a text: 15 and 18 characters of one record are equal. */
export function equalIds(left: string | null, right: string | null): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  return (tryToId18(left) ?? left) === (tryToId18(right) ?? right);
}

/** `==` of two Doubles or two Decimals: the scale does not matter. */
export function equalNumbers(left: ApexDouble | ApexDecimal | null, right: ApexDouble | ApexDecimal | null): boolean {
  if (left === null || right === null) return left === right;
  if (left instanceof ApexDouble && right instanceof ApexDouble) return left.value === right.value;
  return apexEquals(left, right);
}

export function equalValues(left: unknown, right: unknown): boolean {
  return left === right || apexEquals(left, right);
}

type Operator = '<' | '>' | '<=' | '>=';

export function compareTexts(left: string | null, operator: Operator, right: string | null): boolean {
  if (left === null || right === null) return false;
  const one = collator(left);
  const other = collator(right);
  return test(one < other ? -1 : one > other ? 1 : 0, operator);
}

export function compareValues(left: unknown, operator: Operator, right: unknown): boolean {
  if (left === null || right === null) return false;
  if (typeof left === 'bigint' && typeof right === 'bigint')
    return test(left < right ? -1 : left > right ? 1 : 0, operator);
  if (left instanceof ApexDouble && right instanceof ApexDouble) {
    const isNumber = !Number.isNaN(left.value) && !Number.isNaN(right.value);
    return isNumber && test(left.value - right.value, operator);
  }
  return test(order(left, right), operator);
}

function test(difference: number, operator: Operator): boolean {
  switch (operator) {
    case '<':
      return difference < 0;
    case '>':
      return difference > 0;
    case '<=':
      return difference <= 0;
    case '>=':
      return difference >= 0;
  }
}
