import { throwApex } from '../../../runtime/ApexException.ts';
import { ApexDecimal, ApexDouble } from '../../../values/index.ts';
import { definePlatformType, type Implementation } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { toInt32, toInt64 } from './wrap.ts';

/** Functions of one angle or number that work on the double, by name, for Double and for Decimal. */
const FUNCTIONS = [
  'acos',
  'asin',
  'atan',
  'cbrt',
  'cos',
  'cosh',
  'exp',
  'log',
  'log10',
  'sin',
  'sinh',
  'sqrt',
  'tan',
  'tanh',
] as const;

export const MathType = definePlatformType({
  name: 'System.Math',
  methods: {
    ...functionsOfDouble(),
    'static Decimal abs(Decimal value)': withoutNulls((value: ApexDecimal) =>
      value.unscaled < 0n ? value.negate() : value,
    ),
    'static Double abs(Double value)': onDouble(Math.abs),
    'static Integer abs(Integer value)': withoutNulls((value: number) => Math.abs(value) | 0),
    'static Long abs(Long value)': withoutNulls((value: bigint) => toInt64(value < 0n ? -value : value)),
    'static Double atan2(Double y, Double x)': withoutNulls(
      (y: ApexDouble, x: ApexDouble) => new ApexDouble(Math.atan2(y.value, x.value)),
    ),
    'static Decimal ceil(Decimal value)': withoutNulls((value: ApexDecimal) => value.setScale(0, 'CEILING')),
    'static Double ceil(Double value)': onDouble(Math.ceil),
    'static Decimal floor(Decimal value)': withoutNulls((value: ApexDecimal) => value.setScale(0, 'FLOOR')),
    'static Double floor(Double value)': onDouble(Math.floor),
    ...comparisons(),
    'static Integer mod(Integer dividend, Integer divisor)': withoutNulls((dividend: number, divisor: number) => {
      if (divisor === 0) throwApex('System.MathException', 'Divide by 0');
      return (dividend % divisor) | 0;
    }),
    'static Long mod(Long dividend, Long divisor)': withoutNulls((dividend: bigint, divisor: bigint) => {
      if (divisor === 0n) throwApex('System.MathException', 'Divide by 0');
      return dividend % divisor;
    }),
    'static Double pow(Double base, Double exponent)': withoutNulls(
      (base: ApexDouble, exponent: ApexDouble) => new ApexDouble(base.value ** exponent.value),
    ),
    'static Double random()': () => new ApexDouble(Math.random()),
    'static Decimal rint(Decimal value)': withoutNulls((value: ApexDecimal) => value.setScale(0, 'HALF_EVEN')),
    'static Double rint(Double value)': withoutNulls((value: ApexDouble) => new ApexDouble(halfEven(value).toNumber())),
    'static Integer round(Decimal value)': withoutNulls((value: ApexDecimal) =>
      toInt32(value.setScale(0, 'HALF_EVEN').toBigInt()),
    ),
    'static Integer round(Double value)': withoutNulls((value: ApexDouble) => toInt32(halfEven(value).toBigInt())),
    'static Long roundToLong(Decimal value)': withoutNulls((value: ApexDecimal) =>
      toInt64(value.setScale(0, 'HALF_EVEN').toBigInt()),
    ),
    'static Long roundToLong(Double value)': withoutNulls((value: ApexDouble) => toInt64(halfEven(value).toBigInt())),
    'static Decimal signum(Decimal value)': withoutNulls((value: ApexDecimal) =>
      ApexDecimal.fromInteger(value.unscaled > 0n ? 1 : value.unscaled < 0n ? -1 : 0),
    ),
    'static Double signum(Double value)': onDouble(Math.sign),
  },
});

function onDouble(work: (value: number) => number): Implementation {
  return withoutNulls((value: ApexDouble) => new ApexDouble(work(value.value)));
}

function halfEven(value: ApexDouble): ApexDecimal {
  return ApexDecimal.fromDouble(value.value).setScale(0, 'HALF_EVEN');
}

function functionsOfDouble(): Record<string, Implementation> {
  const members: Record<string, Implementation> = {};
  for (const name of FUNCTIONS) {
    members[`static Double ${name}(Double value)`] = onDouble((value) => Math[name](value));
    members[`static Decimal ${name}(Decimal value)`] = withoutNulls((value: ApexDecimal) =>
      ApexDecimal.fromDouble(Math[name](value.toNumber())),
    );
  }
  return members;
}

function comparisons(): Record<string, Implementation> {
  const isLess: Record<string, (a: never, b: never) => boolean> = {
    Decimal: (a: ApexDecimal, b: ApexDecimal) => a.compare(b) < 0,
    Double: (a: ApexDouble, b: ApexDouble) => a.value < b.value,
    Integer: (a: number, b: number) => a < b,
    Long: (a: bigint, b: bigint) => a < b,
  };
  const members: Record<string, Implementation> = {};
  for (const [type, less] of Object.entries(isLess)) {
    members[`static ${type} max(${type} a, ${type} b)`] = withoutNulls((a: never, b: never) => (less(a, b) ? b : a));
    members[`static ${type} min(${type} a, ${type} b)`] = withoutNulls((a: never, b: never) => (less(b, a) ? b : a));
  }
  return members;
}
