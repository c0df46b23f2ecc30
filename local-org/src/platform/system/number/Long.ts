import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { formatNumber } from './formatNumber.ts';
import { parseLong } from './parseNumber.ts';
import { toInt32 } from './wrap.ts';

export const Long = definePlatformType({
  name: 'System.Long',
  methods: {
    'String format()': (self: bigint) => formatNumber(self),
    'Integer intValue()': (self: bigint) => toInt32(self),
    'static Long valueOf(String text)': withoutNulls(parseLong),
  },
});
