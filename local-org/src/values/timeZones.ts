/** A moment as the clocks of a time zone show it. */
export interface LocalParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone === 'GMT' ? 'UTC' : zone,
        calendar: 'gregory',
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      format = null;
    }
    formats.set(zone, format);
  }
  return format;
}

export function isTimeZone(zone: string): boolean {
  return formatOf(zone) !== null;
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. An unknown zone counts as GMT, as in Java. */
export function offsetAt(time: number, zone: string): number {
  if (zone === 'GMT' || zone === 'UTC') return 0;
  const format = formatOf(zone);
  if (!format) return 0;
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(time)) parts[type] = value;
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const local = utcTime({
    year,
    month: Number(parts['month']),
    day: Number(parts['day']),
    hour: Number(parts['hour']),
    minute: Number(parts['minute']),
    second: Number(parts['second']),
    millisecond: 0,
  });
  return local - Math.floor(time / 1000) * 1000;
}

export function localParts(time: number, zone: string): LocalParts {
  const date = new Date(time + offsetAt(time, zone));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

/** The moment at which the clocks of a zone show the parts. Parts beyond their range roll over; a skipped hour moves forward. */
export function momentOf(parts: LocalParts, zone: string): number {
  const wall = utcTime(parts);
  const before = wall - offsetAt(wall - 86_400_000, zone);
  if (before + offsetAt(before, zone) === wall) return before;
  const after = wall - offsetAt(wall + 86_400_000, zone);
  return after + offsetAt(after, zone) === wall ? after : before;
}

/** The parts as a clock of Greenwich; years below 100 are meant as they stand. */
function utcTime({ year, month, day, hour, minute, second, millisecond }: LocalParts): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  return date.getTime();
}
