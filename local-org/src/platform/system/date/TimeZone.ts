import { ApexDatetime } from '../../../values/index.ts';
import { isTimeZone, offsetAt } from '../../../values/timeZones.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { localeTag } from '../number/formatNumber.ts';

/** A System.TimeZone. */
export class TimeZoneValue {
  readonly apexType = 'System.TimeZone';
  readonly id: string;

  /** An unknown id gives GMT, as in Java. */
  constructor(id: string) {
    this.id = isTimeZone(id) ? id : 'GMT';
  }

  valueEquals(other: unknown): boolean {
    return other instanceof TimeZoneValue && other.id === this.id;
  }

  valueText(): string {
    return this.id;
  }
}

export const TimeZone = definePlatformType({
  name: 'System.TimeZone',
  methods: {
    'String getDisplayName()': (self: TimeZoneValue) => displayName(self.id),
    'String getID()': (self: TimeZoneValue) => self.id,
    'Integer getOffset(Datetime moment)': withoutNulls((self: TimeZoneValue, moment: ApexDatetime) =>
      offsetAt(moment.time, self.id),
    ),
    'static TimeZone getTimeZone(String id)': withoutNulls((id: string) => new TimeZoneValue(id)),
    'String toString()': (self: TimeZoneValue) => self.id,
  },
});

function displayName(zone: string): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: zone === 'GMT' ? 'UTC' : zone, timeZoneName: 'longGeneric' };
  const parts = new Intl.DateTimeFormat(localeTag(), options).formatToParts(0);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
