import { throwApex } from '../../../runtime/ApexException.ts';
import { ApexDatetime, toText, type ApexList } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { throwNullArgument, withoutNulls } from '../arguments.ts';
import { elementsOf } from '../collection/elementsOf.ts';
import { withinHeap } from '../withinHeap.ts';
import { formatMessage } from './messageFormat.ts';

/** String.valueOf(null) is null, whatever the type (unlike `'' + null`). */
const valueOf = (value: unknown): string | null => (value === null ? null : toText(value));

/** The static members of String. */
export const StringStatics = definePlatformType({
  name: 'System.String',
  methods: {
    'static String escapeSingleQuotes(String text)': withoutNulls((text: string) => text.replaceAll("'", "\\'")),
    'static String format(String pattern, List<Object> args)': (pattern: string | null, args: ApexList | null) => {
      if (pattern === null) throwNullArgument();
      return formatMessage(pattern, args === null ? [] : args.items.map(toText));
    },
    'static String fromCharArray(List<Integer> characters)': withoutNulls((list: ApexList) =>
      list.items.map((code) => String.fromCharCode(code === null ? throwNullArgument() : (code as number))).join(''),
    ),
    'static String join(Object iterable, String separator)': (iterable: unknown, separator: string | null) => {
      if (iterable === null || separator === null) throwNullArgument();
      const elements = elementsOf(iterable);
      if (!elements)
        throwApex('System.StringException', 'Argument must be an iterable: String.join needs a list or set.');
      return withinHeap(() =>
        [...elements].map((element) => (element === null ? '' : toText(element))).join(separator),
      );
    },
    'static String valueOf(Date value)': valueOf,
    'static String valueOf(Datetime value)': valueOf,
    'static String valueOf(Decimal value)': valueOf,
    'static String valueOf(Double value)': valueOf,
    'static String valueOf(Integer value)': valueOf,
    'static String valueOf(Long value)': valueOf,
    'static String valueOf(Object value)': valueOf,
    'static String valueOfGmt(Datetime value)': withoutNulls((value: ApexDatetime) =>
      value.toIso().slice(0, 19).replace('T', ' '),
    ),
  },
});
