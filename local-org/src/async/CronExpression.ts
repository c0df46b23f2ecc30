import { throwApex } from '../runtime/ApexException.ts';
import { localParts, momentOf } from '../values/timeZones.ts';
import { parseCronField, type CronField } from './cronField.ts';
import { parseDayOfMonth, parseDayOfWeek, type DayRule } from './cronDays.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const LAST_YEAR = 2099;

/**
 * When a scheduled job runs: `Seconds Minutes Hours Day_of_month Month Day_of_week Optional_year`, in the time zone of the user
 * who scheduled it. Source: Apex Developer Guide, "Apex Scheduler". Salesforce refuses anything but a number for seconds and
 * minutes, so that no job runs more than once an hour.
 */
export class CronExpression {
  readonly text: string;
  private readonly second: number;
  private readonly minute: number;
  private readonly hours: CronField;
  private readonly months: CronField;
  private readonly years: CronField;
  private readonly isRightDay: DayRule;

  /** Throws System.StringException for a text that cannot be read. */
  constructor(text: string) {
    this.text = text;
    const fields = text.trim().split(/\s+/);
    if (fields.length < 6 || fields.length > 7) {
      throwApex(
        'System.StringException',
        `Illegal cron expression format: ${text} has ${fields.length} fields, not 6 or 7`,
      );
    }
    const [seconds = '', minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = '*'] = fields;
    if (!/^\d+$/.test(seconds) || !/^\d+$/.test(minutes)) {
      throwApex('System.StringException', `Seconds and minutes must be specified as integers: ${text}`);
    }
    this.second = [...parseCronField(seconds, 0, 59, 'Seconds')][0]!;
    this.minute = [...parseCronField(minutes, 0, 59, 'Minutes')][0]!;
    this.hours = parseCronField(hours, 0, 23, 'Hours');
    this.months = parseCronField(month, 1, 12, 'Month', MONTHS);
    this.years = parseCronField(year, 1970, LAST_YEAR, 'Year');
    this.isRightDay = dayRule(dayOfMonth, dayOfWeek);
  }

  /** The first moment after the given one, in milliseconds since 1970; null when there is none. */
  nextAfter(time: number, zone: string): number | null {
    const from = localParts(time, zone);
    let day = new Date(Date.UTC(from.year, from.month - 1, from.day));
    while (day.getUTCFullYear() <= LAST_YEAR) {
      const year = day.getUTCFullYear();
      const month = day.getUTCMonth() + 1;
      if (!this.years.has(year)) {
        day = new Date(Date.UTC(year + 1, 0, 1));
        continue;
      }
      if (!this.months.has(month)) {
        day = new Date(Date.UTC(year, month, 1));
        continue;
      }
      const moment = this.isRightDay(year, month, day.getUTCDate()) ? this.firstOn(day, time, zone) : null;
      if (moment !== null) return moment;
      day = new Date(day.getTime() + 86_400_000);
    }
    return null;
  }

  private firstOn(day: Date, after: number, zone: string): number | null {
    for (const hour of [...this.hours].sort((a, b) => a - b)) {
      const moment = momentOf(
        {
          year: day.getUTCFullYear(),
          month: day.getUTCMonth() + 1,
          day: day.getUTCDate(),
          hour,
          minute: this.minute,
          second: this.second,
          millisecond: 0,
        },
        zone,
      );
      if (moment > after) return moment;
    }
    return null;
  }
}

/** One of the two day fields has to be `?`. The messages are those of Quartz, which Salesforce uses. */
function dayRule(dayOfMonth: string, dayOfWeek: string): DayRule {
  if (dayOfMonth === '?' && dayOfWeek === '?') {
    throwApex('System.StringException', "'?' can only be specified for Day-of-Month -OR- Day-of-Week.");
  }
  if (dayOfMonth !== '?' && dayOfWeek !== '?') {
    throwApex(
      'System.StringException',
      'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.',
    );
  }
  return dayOfMonth === '?' ? parseDayOfWeek(dayOfWeek) : parseDayOfMonth(dayOfMonth);
}
