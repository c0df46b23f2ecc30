import { throwApex } from '../../../runtime/ApexException.ts';
import { runtimeType, type RuntimeType } from '../../../types/RuntimeType.ts';
import { ApexList, apexHash, compareValues, toText, type ApexSet } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { throwNullArgument, withoutNulls } from '../arguments.ts';

/** An object of the project that implements Comparator; type arguments are erased in its method's name. */
interface ProjectComparator {
  compare$Object$Object(left: unknown, right: unknown): number | null;
}

/** The members of List that need no schema; getSObjectType and deepClone stand with the types of the data. */
export const List = definePlatformType({
  name: 'System.List',
  typeParameters: ['T'],
  implements: ['System.Iterable<T>'],
  constructors: {
    '(List<T> list)': (type: RuntimeType, list: ApexList | null) =>
      new ApexList(type, list === null ? throwNullArgument() : [...list.items]),
    '(Set<T> elements)': (type: RuntimeType, elements: ApexSet | null) =>
      new ApexList(type, elements === null ? throwNullArgument() : [...elements.values()]),
    // So many nulls, as `new T[size]`. Source: apexfarm/ApexTestKit, ATKCore, sets elements of such a list by index.
    '(Integer size)': (type: RuntimeType, size: number | null) => listOfSize(type, size ?? throwNullArgument()),
  },
  methods: {
    'void add(T element)': (self: ApexList, element: unknown) => self.add(element),
    'void add(Integer index, T element)': (self: ApexList, index: number, element: unknown) =>
      self.insert(index, element),
    'void addAll(List<T> list)': withoutNulls((self: ApexList, list: ApexList) => self.addAll(list.items)),
    'void addAll(Set<T> elements)': withoutNulls((self: ApexList, set: ApexSet) => self.addAll(set.values())),
    'void clear()': (self: ApexList) => self.clear(),
    'List<T> clone()': (self: ApexList) => new ApexList(self.type, [...self.items]),
    'Boolean contains(T element)': (self: ApexList, element: unknown) => self.indexOf(element) >= 0,
    'Boolean equals(Object other)': (self: ApexList, other: unknown) => self.valueEquals(other),
    'T get(Integer index)': (self: ApexList, index: number) => self.get(index),
    'Integer hashCode()': (self: ApexList) => apexHash(self),
    'Integer indexOf(T element)': (self: ApexList, element: unknown) => self.indexOf(element),
    'Boolean isEmpty()': (self: ApexList) => self.size === 0,
    'Iterator<T> iterator()': (self: ApexList) => self.iterator$(),
    'T remove(Integer index)': (self: ApexList, index: number) => self.remove(index),
    'void set(Integer index, T element)': (self: ApexList, index: number, element: unknown) => self.set(index, element),
    'Integer size()': (self: ApexList) => self.size,
    'void sort()': (self: ApexList) => self.reorder([...self.items].sort(compareValues)),
    'void sort(Comparator<T> comparator)': withoutNulls((self: ApexList, comparator: ProjectComparator) =>
      self.reorder(
        [...self.items].sort((left, right) => comparator.compare$Object$Object(left, right) ?? throwNullArgument()),
      ),
    ),
    'String toString()': (self: ApexList) => toText(self),
  },
});

function listOfSize(type: RuntimeType, size: number): ApexList {
  if (size < 0) throwApex('System.ListException', `Invalid list size: ${size}`);
  return new ApexList(
    type,
    Array.from({ length: size }, () => null),
  );
}

/** `List<T>` for the element type of another collection. */
export function listTypeOf(type: RuntimeType, argument = 0): RuntimeType {
  return runtimeType(`List<${type.args[argument]?.name ?? 'Object'}>`);
}
