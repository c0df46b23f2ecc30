import { throwApex } from '../../../runtime/ApexException.ts';
import { ApexDate, ApexDatetime, ApexTime, toText } from '../../../values/index.ts';
import { localParts, momentOf, type LocalParts } from '../../../values/timeZones.ts';
import { userTimeZone } from '../../../values/userContext.ts';
import { currentOrg } from '../../../org/current.ts';
import { definePlatformType, type Implementation } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { dayOfYear, plusMonths } from './calendar.ts';
import { localDate } from './Date.ts';
import { momentOfText } from './datetimeTexts.ts';
import { formatPattern } from './formatPattern.ts';
import { formatDatetime, formatDatetimeLong, parseLocalDatetime } from './localFormat.ts';

const adding = (unit: number): Implementation =>
  withoutNulls((self: ApexDatetime, amount: number) => new ApexDatetime(self.time + amount * unit));

/** A part of the moment in the user's time zone and in GMT. */
const part = (key: keyof LocalParts, name: string): Record<string, Implementation> => ({
  [`Integer ${name}()`]: (self: ApexDatetime) => localParts(self.time, userTimeZone())[key],
  [`Integer ${name}Gmt()`]: (self: ApexDatetime) => localParts(self.time, 'GMT')[key],
});

export const Datetime = definePlatformType({
  name: 'System.Datetime',
  methods: {
    'Datetime addDays(Integer days)': adding(86_400_000),
    'Datetime addHours(Integer hours)': adding(3_600_000),
    'Datetime addMinutes(Integer minutes)': adding(60_000),
    'Datetime addMonths(Integer months)': withoutNulls(addMonths),
    'Datetime addSeconds(Integer seconds)': adding(1000),
    'Datetime addYears(Integer years)': withoutNulls((self: ApexDatetime, years: number) =>
      addMonths(self, years * 12),
    ),
    'Date date()': (self: ApexDatetime) => localDate(self.time),
    'Date dateGmt()': (self: ApexDatetime) => localDate(self.time, 'GMT'),
    'Integer dayOfYear()': (self: ApexDatetime) => dayOfYear(localDate(self.time)),
    'Integer dayOfYearGmt()': (self: ApexDatetime) => dayOfYear(localDate(self.time, 'GMT')),
    ...part('year', 'year'),
    ...part('month', 'month'),
    ...part('day', 'day'),
    ...part('hour', 'hour'),
    ...part('minute', 'minute'),
    ...part('second', 'second'),
    ...part('millisecond', 'millisecond'),
    'String format()': (self: ApexDatetime) => formatDatetime(self.time),
    'String format(String pattern)': withoutNulls((self: ApexDatetime, pattern: string) =>
      formatPattern(self.time, pattern, userTimeZone()),
    ),
    'String format(String pattern, String timeZone)': (
      self: ApexDatetime,
      pattern: string | null,
      zone: string | null,
    ) => (pattern === null ? formatDatetime(self.time) : formatPattern(self.time, pattern, zone ?? userTimeZone())),
    'String formatGmt(String pattern)': withoutNulls((self: ApexDatetime, pattern: string) =>
      formatPattern(self.time, pattern, 'GMT'),
    ),
    'String formatLong()': (self: ApexDatetime) => formatDatetimeLong(self.time),
    'Long getTime()': (self: ApexDatetime) => BigInt(self.time),
    'Boolean isSameDay(Datetime other)': withoutNulls(
      (self: ApexDatetime, other: ApexDatetime) => localDate(self.time).days === localDate(other.time).days,
    ),
    ...constructing('newInstance', userTimeZone),
    ...constructing('newInstanceGmt', () => 'GMT'),
    'static Datetime newInstance(Long milliseconds)': withoutNulls((time: bigint) => new ApexDatetime(Number(time))),
    'static Datetime now()': () => new ApexDatetime(currentOrg().clock.now()),
    'static Datetime parse(String text)': withoutNulls((text: string) => new ApexDatetime(parseLocalDatetime(text))),
    'Time time()': (self: ApexDatetime) => timeOf(self, userTimeZone()),
    'Time timeGmt()': (self: ApexDatetime) => timeOf(self, 'GMT'),
    'static Datetime valueOf(String text)': withoutNulls((text: string) => ofText(text, userTimeZone())),
    'static Datetime valueOf(Object value)': withoutNulls((value: unknown) => {
      if (value instanceof ApexDatetime) return value;
      if (typeof value === 'string') return ofText(value, userTimeZone());
      return throwApex('System.TypeException', `Invalid date/time: ${toText(value)}`);
    }),
    'static Datetime valueOfGmt(String text)': withoutNulls((text: string) => ofText(text, 'GMT')),
  },
});

function constructing(name: string, zone: () => string): Record<string, Implementation> {
  const at = (date: ApexDate, time: ApexTime): ApexDatetime => {
    const { year, month, day } = date;
    const { hour, minute, second, millisecond } = time;
    return new ApexDatetime(momentOf({ year, month, day, hour, minute, second, millisecond }, zone()));
  };
  return {
    [`static Datetime ${name}(Date date, Time time)`]: withoutNulls(at),
    [`static Datetime ${name}(Integer year, Integer month, Integer day)`]: withoutNulls(
      (year: number, month: number, day: number) => at(ApexDate.of(year, month, day), new ApexTime(0)),
    ),
    [`static Datetime ${name}(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)`]:
      withoutNulls(
        (year: number, month: number, day: number, hour: number, minute: number, second: number) =>
          new ApexDatetime(momentOf({ year, month, day, hour, minute, second, millisecond: 0 }, zone())),
      ),
  };
}

function addMonths(self: ApexDatetime, months: number): ApexDatetime {
  const date = localDate(self.time, 'GMT');
  return new ApexDatetime(self.time + (plusMonths(date, months).days - date.days) * 86_400_000);
}

function timeOf(self: ApexDatetime, zone: string): ApexTime {
  const { hour, minute, second, millisecond } = localParts(self.time, zone);
  return ApexTime.of(hour, minute, second, millisecond);
}

function ofText(text: string, zone: string): ApexDatetime {
  return new ApexDatetime(momentOfText(text, zone));
}
