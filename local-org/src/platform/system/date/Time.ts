import { ApexTime } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';

const adding = (unit: number) =>
  withoutNulls((self: ApexTime, amount: number) => new ApexTime(self.time + amount * unit));

export const Time = definePlatformType({
  name: 'System.Time',
  methods: {
    'Time addHours(Integer hours)': adding(3_600_000),
    'Time addMilliseconds(Integer milliseconds)': adding(1),
    'Time addMinutes(Integer minutes)': adding(60_000),
    'Time addSeconds(Integer seconds)': adding(1000),
    'Integer hour()': (self: ApexTime) => self.hour,
    'Integer millisecond()': (self: ApexTime) => self.millisecond,
    'Integer minute()': (self: ApexTime) => self.minute,
    'static Time newInstance(Integer hour, Integer minute, Integer second, Integer millisecond)': withoutNulls(
      (hour: number, minute: number, second: number, millisecond: number) =>
        ApexTime.of(hour, minute, second, millisecond),
    ),
    'Integer second()': (self: ApexTime) => self.second,
  },
});
