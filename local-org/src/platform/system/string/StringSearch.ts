import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { WHITESPACE } from './characters.ts';

const HAS_WHITESPACE = new RegExp(`[${WHITESPACE}]`);

/** The members of String that look for something. */
export const StringSearch = definePlatformType({
  name: 'System.String',
  methods: {
    'Boolean contains(String substring)': withoutNulls((self: string, part: string) => self.includes(part)),
    'Boolean containsAny(String characters)': withoutNulls((self: string, set: string) => indexOfAny(self, set) >= 0),
    'Boolean containsIgnoreCase(String substring)': withoutNulls((self: string, part: string) =>
      self.toLowerCase().includes(part.toLowerCase()),
    ),
    'Boolean containsNone(String characters)': (self: string, set: string | null) =>
      set === null || indexOfAny(self, set) < 0,
    'Boolean containsOnly(String characters)': withoutNulls((self: string, set: string) =>
      [...self].every((char) => set.includes(char)),
    ),
    'Boolean containsWhitespace()': (self: string) => HAS_WHITESPACE.test(self),
    'Integer countMatches(String substring)': withoutNulls((self: string, part: string) =>
      part === '' ? 0 : self.split(part).length - 1,
    ),
    'Boolean endsWith(String suffix)': withoutNulls((self: string, suffix: string) => self.endsWith(suffix)),
    'Boolean endsWithIgnoreCase(String suffix)': withoutNulls((self: string, suffix: string) =>
      self.toLowerCase().endsWith(suffix.toLowerCase()),
    ),
    'Integer indexOf(String substring)': withoutNulls((self: string, part: string) => self.indexOf(part)),
    'Integer indexOf(String substring, Integer start)': withoutNulls((self: string, part: string, start: number) =>
      self.indexOf(part, start),
    ),
    'Integer indexOfAny(String characters)': withoutNulls(indexOfAny),
    'Integer indexOfAnyBut(String characters)': withoutNulls((self: string, set: string) =>
      [...self].findIndex((char) => !set.includes(char)),
    ),
    'Integer indexOfChar(Integer character)': withoutNulls((self: string, char: number) =>
      self.indexOf(String.fromCodePoint(char)),
    ),
    'Integer indexOfChar(Integer character, Integer start)': withoutNulls((self: string, char: number, start: number) =>
      self.indexOf(String.fromCodePoint(char), start),
    ),
    'Integer indexOfDifference(String other)': withoutNulls(indexOfDifference),
    'Integer indexOfIgnoreCase(String substring)': withoutNulls((self: string, part: string) =>
      self.toLowerCase().indexOf(part.toLowerCase()),
    ),
    'Integer indexOfIgnoreCase(String substring, Integer start)': withoutNulls(
      (self: string, part: string, start: number) => self.toLowerCase().indexOf(part.toLowerCase(), start),
    ),
    'Integer lastIndexOf(String substring)': withoutNulls((self: string, part: string) => self.lastIndexOf(part)),
    'Integer lastIndexOf(String substring, Integer end)': withoutNulls((self: string, part: string, end: number) =>
      end < 0 ? -1 : self.lastIndexOf(part, end),
    ),
    'Integer lastIndexOfChar(Integer character)': withoutNulls((self: string, char: number) =>
      self.lastIndexOf(String.fromCodePoint(char)),
    ),
    'Integer lastIndexOfIgnoreCase(String substring)': withoutNulls((self: string, part: string) =>
      self.toLowerCase().lastIndexOf(part.toLowerCase()),
    ),
    'Boolean startsWith(String prefix)': withoutNulls((self: string, prefix: string) => self.startsWith(prefix)),
    'Boolean startsWithIgnoreCase(String prefix)': withoutNulls((self: string, prefix: string) =>
      self.toLowerCase().startsWith(prefix.toLowerCase()),
    ),
  },
});

function indexOfAny(self: string, set: string): number {
  return [...self].findIndex((char) => set.includes(char));
}

/** Where two texts begin to differ; -1 when they are equal. */
export function indexOfDifference(left: string, right: string): number {
  if (left === right) return -1;
  let index = 0;
  while (index < left.length && index < right.length && left[index] === right[index]) index++;
  return index;
}
