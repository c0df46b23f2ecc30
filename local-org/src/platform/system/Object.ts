import { apexEquals, apexHash, toText } from '../../values/index.ts';
import { definePlatformType } from '../definePlatformType.ts';

/** What every value has. The values decide at run time, so a class that overrides these is asked. */
export const ObjectType = definePlatformType({
  name: 'System.Object',
  isExtensible: true,
  methods: {
    'Boolean equals(Object other)': (self: unknown, other: unknown) => apexEquals(self, other),
    'Integer hashCode()': (self: unknown) => apexHash(self) | 0,
    'String toString()': (self: unknown) => toText(self),
  },
});
