import { apexHash } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { throwNullArgument, withoutNulls } from '../arguments.ts';
import { indexOfDifference } from './StringSearch.ts';
import { levenshtein } from './levenshtein.ts';
import type { ApexList } from '../../../values/index.ts';

/** The members of String that compare. */
export const StringComparison = definePlatformType({
  name: 'System.String',
  methods: {
    'Integer compareTo(String other)': withoutNulls((self: string, other: string) => {
      const index = indexOfDifference(self, other);
      if (index < 0) return 0;
      if (index >= self.length || index >= other.length) return self.length - other.length;
      return self.charCodeAt(index) - other.charCodeAt(index);
    }),
    'String difference(String other)': withoutNulls((self: string, other: string) => {
      const index = indexOfDifference(self, other);
      return index < 0 ? '' : other.slice(index);
    }),
    'Boolean equals(String other)': (self: string, other: string | null) => self === other,
    'Boolean equals(Object other)': (self: string, other: unknown) => self === other,
    'Boolean equalsIgnoreCase(String other)': (self: string, other: string | null) =>
      other !== null && self.toLowerCase() === other.toLowerCase(),
    'Integer getLevenshteinDistance(String other)': withoutNulls(levenshtein),
    'Integer getLevenshteinDistance(String other, Integer threshold)': withoutNulls(
      (self: string, other: string, threshold: number) => {
        const distance = levenshtein(self, other);
        return distance <= threshold ? distance : -1;
      },
    ),
    'Integer hashCode()': (self: string) => apexHash(self),
    'static String getCommonPrefix(List<String> texts)': (texts: ApexList | null) => {
      if (texts === null) throwNullArgument();
      const [first, ...others] = texts.items as (string | null)[];
      if (first === undefined || first === null || others.includes(null)) return '';
      return (others as string[]).reduce((prefix, text) => {
        const index = indexOfDifference(prefix, text);
        return index < 0 ? prefix : prefix.slice(0, index);
      }, first);
    },
  },
});
