import { throwApex } from '../../../runtime/ApexException.ts';
import { ApexDecimal, ApexDouble, toText } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { formatNumber } from './formatNumber.ts';
import { parseDouble } from './parseNumber.ts';
import { doubleToBigInt } from './wrap.ts';

export const Double = definePlatformType({
  name: 'System.Double',
  methods: {
    'String format()': (self: ApexDouble) => formatNumber(String(self.value)),
    'Integer intValue()': (self: ApexDouble) => Number(doubleToBigInt(self.value, 32)),
    'Long longValue()': (self: ApexDouble) => doubleToBigInt(self.value, 64),
    'Long round()': (self: ApexDouble) => ApexDecimal.fromDouble(self.value).setScale(0, 'HALF_EVEN').toBigInt(),
    'static Double valueOf(String text)': withoutNulls(parseDouble),
    'static Double valueOf(Object value)': withoutNulls(doubleOf),
  },
});

function doubleOf(value: unknown): ApexDouble {
  if (value instanceof ApexDouble) return value;
  if (typeof value === 'number' || typeof value === 'bigint') return new ApexDouble(Number(value));
  if (value instanceof ApexDecimal) return new ApexDouble(value.toNumber());
  if (typeof value === 'string') return parseDouble(value);
  return throwApex('System.TypeException', `Invalid double: ${toText(value)}`);
}
