import { throwApex } from '../../../runtime/ApexException.ts';
import { ApexDate } from '../../../values/index.ts';
import { momentOf } from '../../../values/timeZones.ts';

/** Reads `yyyy-MM-dd HH:mm:ss` in a time zone. Throws System.TypeException "Invalid date/time: x". */
export function momentOfText(text: string, zone: string): number {
  const match = /^(\d{4}-\d{1,2}-\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})$/.exec(text);
  const date = match && ApexDate.parseIso(match[1] ?? '');
  const [hour, minute, second] = (match ?? []).slice(2).map(Number);
  if (
    !date ||
    hour === undefined ||
    minute === undefined ||
    second === undefined ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  ) {
    throwApex('System.TypeException', `Invalid date/time: ${text}`);
  }
  const { year, month, day } = date;
  return momentOf({ year, month, day, hour, minute, second, millisecond: 0 }, zone);
}
