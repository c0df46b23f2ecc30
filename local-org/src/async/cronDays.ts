import { parseCronField, throwIllegal } from './cronField.ts';

/** Whether a job runs on a day; months count from 1. */
export type DayRule = (year: number, month: number, day: number) => boolean;

const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1 is Sunday. */
function weekday(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

/** The nearest Monday to Friday, never in another month. */
function nearestWorkday(year: number, month: number, day: number): number {
  const last = lastDay(year, month);
  const at = Math.min(day, last);
  const of = weekday(year, month, at);
  if (of === 7) return at === 1 ? 3 : at - 1;
  if (of === 1) return at === last ? at - 2 : at + 1;
  return at;
}

/** `L`, `LW`, `15W`, or numbers. */
export function parseDayOfMonth(text: string): DayRule {
  const field = 'Day_of_month';
  if (/^L$/i.test(text)) return (year, month, day) => day === lastDay(year, month);
  if (/^LW$/i.test(text)) return (year, month, day) => day === nearestWorkday(year, month, lastDay(year, month));
  const workday = /^(\d+)W$/i.exec(text);
  if (workday) {
    const wanted = Number(workday[1]);
    if (wanted < 1 || wanted > 31) throwIllegal(text, field);
    return (year, month, day) => wanted <= lastDay(year, month) && day === nearestWorkday(year, month, wanted);
  }
  const days = parseCronField(text, 1, 31, field);
  return (_year, _month, day) => days.has(day);
}

/** `L` (Saturday), `6L` (the last Friday of the month), `2#1` (its first Monday), or numbers and names. */
export function parseDayOfWeek(text: string): DayRule {
  const field = 'Day_of_week';
  if (/^L$/i.test(text)) return (year, month, day) => weekday(year, month, day) === 7;
  const last = /^(\w+)L$/i.exec(text);
  if (last) {
    const wanted = oneDay(last[1]!, field);
    return (year, month, day) => weekday(year, month, day) === wanted && day + 7 > lastDay(year, month);
  }
  const nth = /^(\w+)#([1-5])$/.exec(text);
  if (nth) {
    const wanted = oneDay(nth[1]!, field);
    return (year, month, day) => weekday(year, month, day) === wanted && Math.ceil(day / 7) === Number(nth[2]);
  }
  const days = parseCronField(text, 1, 7, field, DAYS);
  return (year, month, day) => days.has(weekday(year, month, day));
}

function oneDay(text: string, field: string): number {
  return [...parseCronField(text, 1, 7, field, DAYS)][0]!;
}
