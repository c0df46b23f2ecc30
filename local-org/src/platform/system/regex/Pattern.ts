import { runtimeType } from '../../../types/RuntimeType.ts';
import { ApexList } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { compiledPattern } from './compiledPatterns.ts';
import { MatcherValue } from './MatcherValue.ts';
import { PatternValue } from './PatternValue.ts';
import { splitText } from './split.ts';

const split = (self: PatternValue, text: string, limit: number): ApexList =>
  new ApexList(runtimeType('List<String>'), splitText(compiledPattern(self.text), text, limit));

export const Pattern = definePlatformType({
  name: 'System.Pattern',
  missing: 'Possessive quantifiers, atomic groups, \\G, \\X; no limit on the complexity of an expression.',
  methods: {
    'static Pattern compile(String pattern)': withoutNulls((pattern: string) => new PatternValue(pattern)),
    'static Boolean matches(String pattern, String text)': withoutNulls((pattern: string, text: string) =>
      new MatcherValue(new PatternValue(pattern), text).matches(),
    ),
    'static String quote(String text)': withoutNulls(
      (text: string) => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`,
    ),
    'Matcher matcher(String text)': withoutNulls((self: PatternValue, text: string) => new MatcherValue(self, text)),
    'String pattern()': (self: PatternValue) => self.text,
    'List<String> split(String text)': withoutNulls((self: PatternValue, text: string) => split(self, text, 0)),
    'List<String> split(String text, Integer limit)': withoutNulls(split),
  },
});
