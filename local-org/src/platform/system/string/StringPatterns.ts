import { runtimeType } from '../../../types/RuntimeType.ts';
import { ApexList } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { compiledPattern } from '../regex/compiledPatterns.ts';
import { replaceMatches } from '../regex/replacement.ts';
import { splitText } from '../regex/split.ts';

const split = (self: string, pattern: string, limit: number): ApexList =>
  new ApexList(runtimeType('List<String>'), splitText(compiledPattern(pattern), self, limit));

/** The members of String that take a regular expression, and the plain replace beside them. */
export const StringPatterns = definePlatformType({
  name: 'System.String',
  missing: 'Regular expressions: possessive quantifiers, atomic groups, \\G, \\X; no limit on their complexity.',
  methods: {
    'String replace(String target, String replacement)': withoutNulls((self: string, target: string, text: string) =>
      self.replaceAll(target, () => text),
    ),
    'String replaceAll(String pattern, String replacement)': withoutNulls(
      (self: string, pattern: string, replacement: string) =>
        replaceMatches(compiledPattern(pattern), self, replacement, false),
    ),
    'String replaceFirst(String pattern, String replacement)': withoutNulls(
      (self: string, pattern: string, replacement: string) =>
        replaceMatches(compiledPattern(pattern), self, replacement, true),
    ),
    'List<String> split(String pattern)': withoutNulls((self: string, pattern: string) => split(self, pattern, 0)),
    'List<String> split(String pattern, Integer limit)': withoutNulls(split),
  },
});
