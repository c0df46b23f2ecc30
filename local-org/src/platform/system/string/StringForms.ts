import { throwApex } from '../../../runtime/ApexException.ts';
import { runtimeType } from '../../../types/RuntimeType.ts';
import { ApexList } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { mustFitHeap } from '../../../values/heapCharge.ts';
import { trim, WHITESPACE } from './characters.ts';

const EVERY_WHITESPACE = new RegExp(`[${WHITESPACE}]+`, 'g');

/** The members of String that give it in another form: case, padding, order. */
export const StringForms = definePlatformType({
  name: 'System.String',
  methods: {
    'String capitalize()': (self: string) => self.slice(0, 1).toUpperCase() + self.slice(1),
    'String center(Integer size)': withoutNulls((self: string, size: number) => center(self, size, ' ')),
    'String center(Integer size, String padding)': withoutNulls(center),
    'Integer charAt(Integer index)': withoutNulls((self: string, index: number) => codeAt(self, index)),
    'Integer codePointAt(Integer index)': withoutNulls((self: string, index: number) => {
      codeAt(self, index);
      return self.codePointAt(index);
    }),
    'String deleteWhitespace()': (self: string) => self.replace(EVERY_WHITESPACE, ''),
    'List<Integer> getChars()': (self: string) =>
      new ApexList(
        runtimeType('List<Integer>'),
        Array.from({ length: self.length }, (_, index) => self.charCodeAt(index)),
      ),
    'String leftPad(Integer length)': withoutNulls((self: string, length: number) =>
      padded(self, length, ' ', 'padStart'),
    ),
    'String leftPad(Integer length, String padding)': withoutNulls((self: string, length: number, padding: string) =>
      padded(self, length, padding, 'padStart'),
    ),
    'Integer length()': (self: string) => self.length,
    'String normalizeSpace()': (self: string) => trim(self).replace(EVERY_WHITESPACE, ' '),
    'String repeat(Integer times)': withoutNulls((self: string, times: number) => repeated(self, '', times)),
    'String repeat(String separator, Integer times)': withoutNulls((self: string, separator: string, times: number) =>
      repeated(self, separator, times),
    ),
    'String reverse()': (self: string) => [...self].reverse().join(''),
    'String rightPad(Integer length)': withoutNulls((self: string, length: number) =>
      padded(self, length, ' ', 'padEnd'),
    ),
    'String rightPad(Integer length, String padding)': withoutNulls((self: string, length: number, padding: string) =>
      padded(self, length, padding, 'padEnd'),
    ),
    'String swapCase()': (self: string) =>
      self.replace(/\p{L}/gu, (char) => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase())),
    'String toLowerCase()': (self: string) => self.toLowerCase(),
    'String toLowerCase(String locale)': withoutNulls((self: string, locale: string) =>
      self.toLocaleLowerCase(locale.replaceAll('_', '-')),
    ),
    'String toUpperCase()': (self: string) => self.toUpperCase(),
    'String toUpperCase(String locale)': withoutNulls((self: string, locale: string) =>
      self.toLocaleUpperCase(locale.replaceAll('_', '-')),
    ),
    'String trim()': (self: string) => trim(self),
    'String uncapitalize()': (self: string) => self.slice(0, 1).toLowerCase() + self.slice(1),
  },
});

function padded(self: string, length: number, padding: string, side: 'padStart' | 'padEnd'): string {
  mustFitHeap(length);
  return self[side](length, padding === '' ? ' ' : padding);
}

function repeated(self: string, separator: string, times: number): string {
  mustFitHeap((self.length + separator.length) * times);
  return times <= 0 ? '' : (self + separator).repeat(times - 1) + self;
}

function center(self: string, size: number, padding: string): string {
  const missing = size - self.length;
  if (missing <= 0) return self;
  mustFitHeap(size);
  const pad = padding === '' ? ' ' : padding;
  return self.padStart(self.length + Math.floor(missing / 2), pad).padEnd(size, pad);
}

function codeAt(self: string, index: number): number {
  if (index < 0 || index >= self.length) {
    throwApex('System.StringException', `Starting position out of bounds: ${index}`);
  }
  return self.charCodeAt(index);
}
