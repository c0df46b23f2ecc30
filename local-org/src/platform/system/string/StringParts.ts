import { throwApex } from '../../../runtime/ApexException.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';

/** The members of String that give a part of it. */
export const StringParts = definePlatformType({
  name: 'System.String',
  methods: {
    'String abbreviate(Integer maxWidth)': withoutNulls((self: string, width: number) => abbreviate(self, width)),
    'String left(Integer length)': withoutNulls((self: string, length: number) => self.slice(0, Math.max(0, length))),
    'String mid(Integer start, Integer length)': withoutNulls((self: string, start: number, length: number) => {
      const from = Math.max(0, start);
      return length < 0 || start > self.length ? '' : self.slice(from, from + length);
    }),
    'String right(Integer length)': withoutNulls((self: string, length: number) =>
      length <= 0 ? '' : self.slice(-length),
    ),
    'String remove(String substring)': withoutNulls((self: string, part: string) =>
      part === '' ? self : self.split(part).join(''),
    ),
    'String removeEnd(String suffix)': withoutNulls((self: string, suffix: string) =>
      self.endsWith(suffix) ? self.slice(0, self.length - suffix.length) : self,
    ),
    'String removeEndIgnoreCase(String suffix)': withoutNulls((self: string, suffix: string) =>
      self.toLowerCase().endsWith(suffix.toLowerCase()) ? self.slice(0, self.length - suffix.length) : self,
    ),
    'String removeStart(String prefix)': withoutNulls((self: string, prefix: string) =>
      self.startsWith(prefix) ? self.slice(prefix.length) : self,
    ),
    'String removeStartIgnoreCase(String prefix)': withoutNulls((self: string, prefix: string) =>
      self.toLowerCase().startsWith(prefix.toLowerCase()) ? self.slice(prefix.length) : self,
    ),
    'String substring(Integer start)': withoutNulls((self: string, start: number) =>
      substring(self, start, self.length),
    ),
    'String substring(Integer start, Integer end)': withoutNulls(substring),
    'String substringAfter(String separator)': withoutNulls((self: string, separator: string) => {
      const index = self.indexOf(separator);
      return index < 0 ? '' : self.slice(index + separator.length);
    }),
    'String substringAfterLast(String separator)': withoutNulls((self: string, separator: string) => {
      const index = self.lastIndexOf(separator);
      return separator === '' || index < 0 ? '' : self.slice(index + separator.length);
    }),
    'String substringBefore(String separator)': withoutNulls((self: string, separator: string) => {
      const index = self.indexOf(separator);
      return index < 0 ? self : self.slice(0, index);
    }),
    'String substringBeforeLast(String separator)': withoutNulls((self: string, separator: string) => {
      const index = self.lastIndexOf(separator);
      return separator === '' || index < 0 ? self : self.slice(0, index);
    }),
    'String substringBetween(String tag)': withoutNulls((self: string, tag: string) => between(self, tag, tag)),
    'String substringBetween(String open, String close)': withoutNulls(between),
  },
});

/** Cut to a width with three dots at the end. Source: StringUtils.abbreviate of Apache Commons Lang, which Apex follows. */
function abbreviate(self: string, width: number): string {
  if (width < 4) throwApex('System.StringException', 'Minimum abbreviation width is 4');
  return self.length <= width ? self : `${self.slice(0, width - 3)}...`;
}

function substring(self: string, start: number, end: number): string {
  if (start < 0 || start > self.length) {
    throwApex('System.StringException', `Starting position out of bounds: ${start}`);
  }
  if (end < start || end > self.length) throwApex('System.StringException', `Ending position out of bounds: ${end}`);
  return self.slice(start, end);
}

function between(self: string, open: string, close: string): string | null {
  const start = self.indexOf(open);
  if (start < 0) return null;
  const end = self.indexOf(close, start + open.length);
  return end < 0 ? null : self.slice(start + open.length, end);
}
