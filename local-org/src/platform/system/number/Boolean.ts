import { throwApex } from '../../../runtime/ApexException.ts';
import { toText } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';

export const BooleanType = definePlatformType({
  name: 'System.Boolean',
  methods: {
    'static Boolean valueOf(String text)': withoutNulls((text: string) => text.toLowerCase() === 'true'),
    'static Boolean valueOf(Object value)': withoutNulls((value: unknown) => {
      if (typeof value === 'boolean') return value;
      if (typeof value === 'string') return value.toLowerCase() === 'true';
      return throwApex('System.TypeException', `Invalid boolean: ${toText(value)}`);
    }),
  },
});
