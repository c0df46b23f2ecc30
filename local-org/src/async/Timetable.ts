import { CronExpression } from './CronExpression.ts';

/** When a scheduled job runs: again and again, or once. */
export interface Timetable {
  /** As CronTrigger.CronExpression shows it. */
  readonly text: string;
  /** Null when it never runs again. */
  nextAfter(time: number, zone: string): number | null;
}

/** A single run at a moment in milliseconds since 1970. */
export function once(at: number): Timetable {
  const moment = new Date(at);
  const text = [
    moment.getUTCSeconds(),
    moment.getUTCMinutes(),
    moment.getUTCHours(),
    moment.getUTCDate(),
    moment.getUTCMonth() + 1,
    '?',
    moment.getUTCFullYear(),
  ].join(' ');
  return { text, nextAfter: (time) => (at > time ? at : null) };
}

/** What a scheduled job was scheduled with, as the org's file keeps it. */
export type TimetableText = { readonly cron: string } | { readonly once: number };

export function timetableOf(text: TimetableText): Timetable {
  return 'cron' in text ? new CronExpression(text.cron) : once(text.once);
}
