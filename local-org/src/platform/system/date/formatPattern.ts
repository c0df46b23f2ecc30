import { throwApex } from '../../../runtime/ApexException.ts';
import { ApexDate } from '../../../values/index.ts';
import { localParts, offsetAt, type LocalParts } from '../../../values/timeZones.ts';
import { localeTag } from '../number/formatNumber.ts';
import { dayOfYear, firstWeekday } from './calendar.ts';

interface Moment extends LocalParts {
  readonly time: number;
  readonly zone: string;
  readonly date: ApexDate;
}

type Field = (moment: Moment, count: number) => string;

const number =
  (value: (moment: Moment) => number): Field =>
  (moment, count) =>
    String(value(moment)).padStart(count, '0');

const name =
  (long: Intl.DateTimeFormatOptions, short: Intl.DateTimeFormatOptions): Field =>
  ({ date }, count) =>
    new Intl.DateTimeFormat(localeTag(), { ...(count >= 4 ? long : short), timeZone: 'UTC' }).format(
      date.days * 86_400_000,
    );

const monthName = name({ month: 'long' }, { month: 'short' });

const month: Field = (moment, count) =>
  count >= 3 ? monthName(moment, count) : String(moment.month).padStart(count, '0');

const year =
  (value: (moment: Moment) => number): Field =>
  (moment, count) =>
    count === 2 ? String(value(moment) % 100).padStart(2, '0') : String(value(moment)).padStart(count, '0');

/** The letters of Java's SimpleDateFormat, which Apex follows. */
const FIELDS: Readonly<Record<string, Field>> = {
  G: (moment) => (moment.year > 0 ? 'AD' : 'BC'),
  y: year((moment) => moment.year),
  Y: year((moment) => weekOfYear(moment.date).year),
  M: month,
  L: month,
  w: number((moment) => weekOfYear(moment.date).week),
  W: number((moment) => weekOfMonth(moment.date)),
  D: number((moment) => dayOfYear(moment.date)),
  d: number((moment) => moment.day),
  F: number((moment) => Math.ceil(moment.day / 7)),
  E: name({ weekday: 'long' }, { weekday: 'short' }),
  u: number((moment) => moment.date.weekday || 7),
  a: (moment) => (moment.hour < 12 ? 'AM' : 'PM'),
  H: number((moment) => moment.hour),
  k: number((moment) => moment.hour || 24),
  K: number((moment) => moment.hour % 12),
  h: number((moment) => moment.hour % 12 || 12),
  m: number((moment) => moment.minute),
  s: number((moment) => moment.second),
  S: number((moment) => moment.millisecond),
  z: (moment, count) => zoneName(moment, count >= 4 ? 'long' : 'short'),
  Z: (moment) => offsetText(moment, ''),
  X: (moment, count) => isoOffset(moment, count),
};

/** A moment in the pattern of Java's SimpleDateFormat. Throws System.StringException for a letter that it does not have. */
export function formatPattern(time: number, pattern: string, zone: string): string {
  const parts = localParts(time, zone);
  const moment: Moment = { ...parts, time, zone, date: ApexDate.of(parts.year, parts.month, parts.day) };
  return pattern.replace(/''|'((?:[^']|'')*)('|$)|([A-Za-z])\3*|[^]/g, (token, quoted, end, letter) => {
    if (token === "''") return "'";
    if (quoted !== undefined) {
      if (end === '') throwApex('System.StringException', 'Unterminated quote');
      return (quoted as string).replaceAll("''", "'");
    }
    if (letter === undefined) return token;
    const field = FIELDS[letter as string];
    if (!field) throwApex('System.StringException', `Illegal pattern character '${letter}'`);
    return field(moment, token.length);
  });
}

function weekOfYear(date: ApexDate): { year: number; week: number } {
  const first = firstWeekday(localeTag());
  // Weeks that begin on Monday are counted as ISO does: the first one has at least four days.
  const minimalDays = first === 1 ? 4 : 1;
  const startOf = (year: number): number => {
    const january = ApexDate.of(year, 1, 1);
    const lead = (january.weekday - first + 7) % 7;
    return january.days - lead + (7 - lead >= minimalDays ? 0 : 7);
  };
  const year =
    date.days >= startOf(date.year + 1) ? date.year + 1 : date.days < startOf(date.year) ? date.year - 1 : date.year;
  return { year, week: Math.floor((date.days - startOf(year)) / 7) + 1 };
}

function weekOfMonth(date: ApexDate): number {
  const first = firstWeekday(localeTag());
  const lead = (ApexDate.of(date.year, date.month, 1).weekday - first + 7) % 7;
  const week = Math.floor((date.day - 1 + lead) / 7);
  return first === 1 && 7 - lead < 4 ? week : week + 1;
}

function zoneName(moment: Moment, style: 'long' | 'short'): string {
  if (moment.zone === 'GMT' || moment.zone === 'UTC') return style === 'long' ? 'Greenwich Mean Time' : 'GMT';
  const parts = new Intl.DateTimeFormat(localeTag(), { timeZone: moment.zone, timeZoneName: style }).formatToParts(
    moment.time,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? moment.zone;
}

function offsetText(moment: Moment, separator: string, withMinutes = true): string {
  const minutes = Math.round(offsetAt(moment.time, moment.zone) / 60_000);
  const hour = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
  const minute = String(Math.abs(minutes) % 60).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hour}${withMinutes ? separator + minute : ''}`;
}

function isoOffset(moment: Moment, count: number): string {
  if (offsetAt(moment.time, moment.zone) === 0) return 'Z';
  return count === 1 ? offsetText(moment, '', false) : offsetText(moment, count === 2 ? '' : ':');
}
