import { throwApex } from '../../../runtime/ApexException.ts';
import { ApexDate, ApexDatetime, toText } from '../../../values/index.ts';
import { localParts } from '../../../values/timeZones.ts';
import { userTimeZone } from '../../../values/userContext.ts';
import { currentOrg } from '../../../org/current.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { localeTag } from '../number/formatNumber.ts';
import { dayOfYear, daysInMonth, firstWeekday, isLeapYear, plusMonths } from './calendar.ts';
import { formatDate, parseLocalDate } from './localFormat.ts';

export const DateType = definePlatformType({
  name: 'System.Date',
  methods: {
    'Date addDays(Integer days)': withoutNulls((self: ApexDate, days: number) => new ApexDate(self.days + days)),
    'Date addMonths(Integer months)': withoutNulls(plusMonths),
    'Date addYears(Integer years)': withoutNulls((self: ApexDate, years: number) => plusMonths(self, years * 12)),
    'Integer day()': (self: ApexDate) => self.day,
    'Integer dayOfYear()': (self: ApexDate) => dayOfYear(self),
    'Integer daysBetween(Date other)': withoutNulls((self: ApexDate, other: ApexDate) => other.days - self.days),
    'static Integer daysInMonth(Integer year, Integer month)': withoutNulls(daysInMonth),
    'String format()': (self: ApexDate) => formatDate(self),
    'static Boolean isLeapYear(Integer year)': withoutNulls(isLeapYear),
    'Boolean isSameDay(Date other)': withoutNulls((self: ApexDate, other: ApexDate) => self.days === other.days),
    'Integer month()': (self: ApexDate) => self.month,
    'Integer monthsBetween(Date other)': withoutNulls(
      (self: ApexDate, other: ApexDate) => (other.year - self.year) * 12 + other.month - self.month,
    ),
    'static Date newInstance(Integer year, Integer month, Integer day)': withoutNulls(
      (year: number, month: number, day: number) => ApexDate.of(year, month, day),
    ),
    'static Date parse(String text)': withoutNulls(parseLocalDate),
    'static Date today()': () => today(),
    'Date toStartOfMonth()': (self: ApexDate) => ApexDate.of(self.year, self.month, 1),
    'Date toStartOfWeek()': (self: ApexDate) =>
      new ApexDate(self.days - ((self.weekday - firstWeekday(localeTag()) + 7) % 7)),
    'static Date valueOf(String text)': withoutNulls(valueOfText),
    'static Date valueOf(Object value)': withoutNulls((value: unknown) => {
      if (value instanceof ApexDate) return value;
      if (value instanceof ApexDatetime) return localDate(value.time);
      return typeof value === 'string'
        ? valueOfText(value)
        : throwApex('System.TypeException', `Invalid date: ${toText(value)}`);
    }),
    'Integer year()': (self: ApexDate) => self.year,
  },
});

/** The day of the org's clock in the time zone of the user. */
export function today(): ApexDate {
  return localDate(currentOrg().clock.now());
}

/** The day of a moment in the time zone of the user. */
export function localDate(time: number, zone: string = userTimeZone()): ApexDate {
  const { year, month, day } = localParts(time, zone);
  return ApexDate.of(year, month, day);
}

/** `yyyy-MM-dd`; a time after it is ignored. Throws System.TypeException "Invalid date: x". */
function valueOfText(text: string): ApexDate {
  const date = ApexDate.parseIso(/^(\S+)(?: \d{1,2}:\d{1,2}:\d{1,2})?$/.exec(text)?.[1] ?? '');
  if (!date) throwApex('System.TypeException', `Invalid date: ${text}`);
  return date;
}
