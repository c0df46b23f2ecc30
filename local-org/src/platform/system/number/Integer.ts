import { throwApex } from '../../../runtime/ApexException.ts';
import { ApexDecimal, ApexDouble, toText } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { formatNumber } from './formatNumber.ts';
import { parseInteger } from './parseNumber.ts';
import { doubleToBigInt, toInt32 } from './wrap.ts';

export const Integer = definePlatformType({
  name: 'System.Integer',
  methods: {
    'String format()': (self: number) => formatNumber(BigInt(self)),
    'static Integer valueOf(String text)': withoutNulls(parseInteger),
    'static Integer valueOf(Object value)': withoutNulls(integerOf),
  },
});

function integerOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return toInt32(value);
  if (value instanceof ApexDecimal) return toInt32(value.toBigInt());
  if (value instanceof ApexDouble) return Number(doubleToBigInt(value.value, 32));
  // Unlike valueOf(String), which refuses decimals. Source: apexfarm/ApexTestKit, ATKCoreTest.test_Util_Converter.
  if (typeof value === 'string') return parseInteger(value.replace(/(?<=\d)\.\d+$/, ''));
  return throwApex('System.TypeException', `Invalid integer: ${toText(value)}`);
}
