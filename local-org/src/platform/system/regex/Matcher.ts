import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import type { MatcherValue } from './MatcherValue.ts';
import type { PatternValue } from './PatternValue.ts';

/** The same matcher after a change, as the fluent methods return it. */
const after = (change: (self: MatcherValue, ...args: never[]) => void) =>
  withoutNulls((self: MatcherValue, ...args: never[]) => {
    change(self, ...args);
    return self;
  });

export const Matcher = definePlatformType({
  name: 'System.Matcher',
  methods: {
    'Integer end()': (self: MatcherValue) => self.endOf(0),
    'Integer end(Integer groupIndex)': (self: MatcherValue, index: number) => self.endOf(index),
    'Boolean find()': (self: MatcherValue) => self.find(),
    'Boolean find(Integer start)': withoutNulls((self: MatcherValue, start: number) => {
      self.reset();
      self.startAt(start);
      return self.find();
    }),
    'String group()': (self: MatcherValue) => self.group(0),
    'String group(Integer groupIndex)': (self: MatcherValue, index: number) => self.group(index),
    'Integer groupCount()': (self: MatcherValue) => self.groupCount(),
    'Boolean lookingAt()': (self: MatcherValue) => self.lookingAt(),
    'Boolean matches()': (self: MatcherValue) => self.matches(),
    'Pattern pattern()': (self: MatcherValue) => self.pattern,
    'static String quoteReplacement(String text)': withoutNulls((text: string) =>
      text.replace(/[\\$]/g, (char) => `\\${char}`),
    ),
    'Matcher region(Integer start, Integer end)': after((self, start: number, end: number) => self.region(start, end)),
    'Integer regionEnd()': (self: MatcherValue) => self.regionEnd,
    'Integer regionStart()': (self: MatcherValue) => self.regionStart,
    'String replaceAll(String replacement)': withoutNulls((self: MatcherValue, replacement: string) =>
      self.replace(replacement, false),
    ),
    'String replaceFirst(String replacement)': withoutNulls((self: MatcherValue, replacement: string) =>
      self.replace(replacement, true),
    ),
    'Matcher reset()': after((self) => self.reset()),
    'Matcher reset(String text)': after((self, text: string) => self.reset(text)),
    'Integer start()': (self: MatcherValue) => self.startOf(0),
    'Integer start(Integer groupIndex)': (self: MatcherValue, index: number) => self.startOf(index),
    'Matcher usePattern(Pattern pattern)': after((self, pattern: PatternValue) => self.usePattern(pattern)),
  },
});
