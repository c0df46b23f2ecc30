import { definePlatformType } from '../../definePlatformType.ts';
import { isBlank, WHITESPACE } from './characters.ts';

const matching = (source: string) => {
  const expression = new RegExp(`^(?:${source})$`, 'u');
  return (self: string): boolean => expression.test(self);
};

/** The members of String that judge its characters. Source: StringUtils of Apache Commons Lang, which Apex follows. */
export const StringTests = definePlatformType({
  name: 'System.String',
  methods: {
    'Boolean isAllLowerCase()': matching('\\p{Ll}+'),
    'Boolean isAllUpperCase()': matching('\\p{Lu}+'),
    'Boolean isAlpha()': matching('\\p{L}+'),
    'Boolean isAlphaSpace()': matching('[\\p{L} ]*'),
    'Boolean isAlphanumeric()': matching('[\\p{L}\\p{Nd}]+'),
    'Boolean isAlphanumericSpace()': matching('[\\p{L}\\p{Nd} ]*'),
    'Boolean isAsciiPrintable()': matching('[\\x20-\\x7e]*'),
    'Boolean isNumeric()': matching('\\p{Nd}+'),
    'Boolean isNumericSpace()': matching('[\\p{Nd} ]*'),
    'Boolean isWhitespace()': matching(`[${WHITESPACE}]*`),
    'static Boolean isBlank(String text)': isBlank,
    'static Boolean isNotBlank(String text)': (text: string | null) => !isBlank(text),
    'static Boolean isEmpty(String text)': (text: string | null) => text === null || text === '',
    'static Boolean isNotEmpty(String text)': (text: string | null) => text !== null && text !== '',
  },
});
