import { localParts, momentOf } from '../values/timeZones.ts';

/** Days that a date literal stands for: from the first up to, not including, the end. Days since 1970. */
export interface DayRange {
  readonly start: number;
  readonly end: number;
}

type Day = { year: number; month: number; day: number };

const DAY = 86_400_000;

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

function months(today: Day, from: number, to: number): DayRange {
  return { start: dayNumber(today.year, today.month + from, 1), end: dayNumber(today.year, today.month + to, 1) };
}

function years(today: Day, from: number, to: number): DayRange {
  return { start: dayNumber(today.year + from, 1, 1), end: dayNumber(today.year + to, 1, 1) };
}

function quarters(today: Day, from: number, to: number): DayRange {
  const first = Math.floor((today.month - 1) / 3) * 3 + 1;
  return { start: dayNumber(today.year, first + from * 3, 1), end: dayNumber(today.year, first + to * 3, 1) };
}

/** Weeks begin on Sunday, as in the locale en_US. */
function weeks(today: Day, from: number, to: number): DayRange {
  const now = dayNumber(today.year, today.month, today.day);
  const sunday = now - new Date(now * DAY).getUTCDay();
  return { start: sunday + from * 7, end: sunday + to * 7 };
}

function days(today: Day, from: number, to: number): DayRange {
  const now = dayNumber(today.year, today.month, today.day);
  return { start: now + from, end: now + to };
}

/** SOQL reference, "Date Formats and Date Literals in WHERE". Fiscal periods are not supported. */
const FORMULAS: Readonly<Record<string, (today: Day, count: number) => DayRange>> = {
  TODAY: (today) => days(today, 0, 1),
  YESTERDAY: (today) => days(today, -1, 0),
  TOMORROW: (today) => days(today, 1, 2),
  LAST_N_DAYS: (today, count) => days(today, -count, 1),
  NEXT_N_DAYS: (today, count) => days(today, 1, count + 1),
  N_DAYS_AGO: (today, count) => days(today, -count, -count + 1),
  LAST_90_DAYS: (today) => days(today, -90, 1),
  NEXT_90_DAYS: (today) => days(today, 1, 91),
  THIS_WEEK: (today) => weeks(today, 0, 1),
  LAST_WEEK: (today) => weeks(today, -1, 0),
  NEXT_WEEK: (today) => weeks(today, 1, 2),
  LAST_N_WEEKS: (today, count) => weeks(today, -count, 0),
  NEXT_N_WEEKS: (today, count) => weeks(today, 1, count + 1),
  THIS_MONTH: (today) => months(today, 0, 1),
  LAST_MONTH: (today) => months(today, -1, 0),
  NEXT_MONTH: (today) => months(today, 1, 2),
  LAST_N_MONTHS: (today, count) => months(today, -count, 0),
  NEXT_N_MONTHS: (today, count) => months(today, 1, count + 1),
  THIS_QUARTER: (today) => quarters(today, 0, 1),
  LAST_QUARTER: (today) => quarters(today, -1, 0),
  NEXT_QUARTER: (today) => quarters(today, 1, 2),
  THIS_YEAR: (today) => years(today, 0, 1),
  LAST_YEAR: (today) => years(today, -1, 0),
  NEXT_YEAR: (today) => years(today, 1, 2),
  LAST_N_YEARS: (today, count) => years(today, -count, 0),
  NEXT_N_YEARS: (today, count) => years(today, 1, count + 1),
};

export function isDateFormula(name: string): boolean {
  return name in FORMULAS;
}

/** @param now milliseconds; the days are those of the time zone. */
export function daysOfFormula(name: string, count: number | null, now: number, timeZone: string): DayRange {
  const formula = FORMULAS[name];
  if (!formula) throw new Error(`No date literal: ${name}`);
  return formula(localParts(now, timeZone), count ?? 0);
}

/** The moment at which a day begins in a time zone, in milliseconds. */
export function startOfDay(day: number, timeZone: string): number {
  const date = new Date(day * DAY);
  return momentOf(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: 0,
      minute: 0,
      second: 0,
      millisecond: 0,
    },
    timeZone,
  );
}

export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
