import { ApexDate } from '../../../values/index.ts';

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Month and day moved by months; a day that the month does not have becomes its last one. */
export function plusMonths(date: ApexDate, months: number): ApexDate {
  const index = date.year * 12 + date.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return ApexDate.of(year, month, Math.min(date.day, daysInMonth(year, month)));
}

export function dayOfYear(date: ApexDate): number {
  return date.days - ApexDate.of(date.year, 1, 1).days + 1;
}

/** The first day of the week in a locale: 0 is Sunday. */
export function firstWeekday(localeTag: string): number {
  const locale = new Intl.Locale(localeTag) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return (locale.getWeekInfo?.().firstDay ?? 7) % 7;
}
