import { throwApex } from '../../../runtime/ApexException.ts';
import { ApexDate } from '../../../values/index.ts';
import { momentOf } from '../../../values/timeZones.ts';
import { userTimeZone } from '../../../values/userContext.ts';
import { localeTag } from '../number/formatNumber.ts';

const DATE: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
const TIME: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const SECONDS: Intl.DateTimeFormatOptions = { second: '2-digit', timeZoneName: 'short' };

/** `11/21/2026` for en_US. */
export function formatDate(date: ApexDate): string {
  return format(date.days * 86_400_000, 'UTC', DATE);
}

/** `11/21/2026, 1:15 PM` for en_US, in the user's time zone. */
export function formatDatetime(time: number): string {
  return format(time, zoneForIntl(), { ...DATE, ...TIME });
}

/** `11/21/2026, 1:15:00 PM PST` for en_US. */
export function formatDatetimeLong(time: number): string {
  return format(time, zoneForIntl(), { ...DATE, ...TIME, ...SECONDS });
}

function format(time: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  // Salesforce puts an ordinary space before AM and PM.
  return new Intl.DateTimeFormat(localeTag(), { ...options, timeZone }).format(time).replaceAll('\u202f', ' ');
}

function zoneForIntl(): string {
  const zone = userTimeZone();
  return zone === 'GMT' ? 'UTC' : zone;
}

/** Reads a date as the user's locale writes it. Throws System.TypeException "Invalid date: x". */
export function parseLocalDate(text: string): ApexDate {
  const numbers = /^\s*(\d+)\D(\d+)\D(\d+)\D?\s*$/.exec(text);
  const date = numbers && dateOf(numbers.slice(1, 4));
  if (!date) throwApex('System.TypeException', `Invalid date: ${text}`);
  return date;
}

/** Reads date and time as the user's locale writes them. Throws System.TypeException "Invalid date/time: x". */
export function parseLocalDatetime(text: string): number {
  const match = /^\s*(\d+)\D(\d+)\D(\d+)[,.]?\s+(\d{1,2}):(\d{2})(?:\s*([AP])\.?M\.?)?\s*$/i.exec(text);
  const date = match && dateOf(match.slice(1, 4));
  const hour = match ? hourOf(Number(match[4]), match[6]?.toUpperCase()) : null;
  const minute = Number(match?.[5]);
  if (!date || hour === null || minute > 59) throwApex('System.TypeException', `Invalid date/time: ${text}`);
  const { year, month, day } = date;
  return momentOf({ year, month, day, hour, minute, second: 0, millisecond: 0 }, userTimeZone());
}

/** Null for an hour that the clock of the locale does not have. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 && !isTwelveHourClock() ? hour : null;
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'P' ? 12 : 0) : null;
}

function isTwelveHourClock(): boolean {
  return new Intl.DateTimeFormat(localeTag(), TIME).resolvedOptions().hour12 === true;
}

/** Year, month and day in the order of the locale. Null when they are no day. */
function dateOf(numbers: readonly string[]): ApexDate | null {
  const order = new Intl.DateTimeFormat(localeTag(), DATE)
    .formatToParts(0)
    .map((part) => part.type)
    .filter((type) => type === 'year' || type === 'month' || type === 'day');
  const value = (type: 'year' | 'month' | 'day'): number => Number(numbers[order.indexOf(type)]);
  const date = ApexDate.of(value('year'), value('month'), value('day'));
  return date.year === value('year') && date.month === value('month') && date.day === value('day') ? date : null;
}
