import type { RuntimeType } from '../../../types/RuntimeType.ts';
import { ApexSet, apexHash, toText, type ApexList } from '../../../values/index.ts';
import { definePlatformType, type Implementation } from '../../definePlatformType.ts';
import { throwNullArgument, withoutNulls } from '../arguments.ts';

/** One member for a list and for a set as its argument. */
function forBoth(
  signature: string,
  work: (self: ApexSet, elements: unknown[]) => boolean,
): Record<string, Implementation> {
  return {
    [`${signature}(List<T> list)`]: withoutNulls((self: ApexSet, list: ApexList) => work(self, [...list.items])),
    [`${signature}(Set<T> elements)`]: withoutNulls((self: ApexSet, set: ApexSet) => work(self, [...set.values()])),
  };
}

export const SetType = definePlatformType({
  name: 'System.Set',
  typeParameters: ['T'],
  implements: ['System.Iterable<T>'],
  constructors: {
    '(List<T> list)': (type: RuntimeType, list: ApexList | null) =>
      new ApexSet(type, list === null ? throwNullArgument() : list.items),
    '(Set<T> elements)': (type: RuntimeType, elements: ApexSet | null) =>
      new ApexSet(type, elements === null ? throwNullArgument() : elements.values()),
  },
  methods: {
    'Boolean add(T element)': (self: ApexSet, element: unknown) => self.add(element),
    ...forBoth('Boolean addAll', (self, elements) => changed(self, () => elements.forEach((one) => self.add(one)))),
    'void clear()': (self: ApexSet) => self.clear(),
    'Set<T> clone()': (self: ApexSet) => new ApexSet(self.type, self.values()),
    'Boolean contains(T element)': (self: ApexSet, element: unknown) => self.has(element),
    ...forBoth('Boolean containsAll', (self, elements) => elements.every((one) => self.has(one))),
    'Boolean equals(Object other)': (self: ApexSet, other: unknown) => self.valueEquals(other),
    'Integer hashCode()': (self: ApexSet) => apexHash(self),
    'Boolean isEmpty()': (self: ApexSet) => self.size === 0,
    'Iterator<T> iterator()': (self: ApexSet) => self.iterator$(),
    'Boolean remove(T element)': (self: ApexSet, element: unknown) => self.remove(element),
    ...forBoth('Boolean removeAll', (self, elements) =>
      changed(self, () => elements.forEach((one) => self.remove(one))),
    ),
    ...forBoth('Boolean retainAll', (self, elements) => {
      const kept = new ApexSet(self.type, elements);
      return changed(self, () => [...self.values()].filter((one) => !kept.has(one)).forEach((one) => self.remove(one)));
    }),
    'Integer size()': (self: ApexSet) => self.size,
    'String toString()': (self: ApexSet) => toText(self),
  },
});

function changed(set: ApexSet, work: () => void): boolean {
  const before = set.size;
  work();
  return set.size !== before;
}
