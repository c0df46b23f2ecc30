import type { PlatformType } from '../../definePlatformType.ts';
import { definePlatformType } from '../../definePlatformType.ts';

const Iterator = definePlatformType({
  name: 'System.Iterator',
  kind: 'interface',
  typeParameters: ['T'],
  methods: { 'Boolean hasNext()': null, 'T next()': null },
});

const Iterable = definePlatformType({
  name: 'System.Iterable',
  kind: 'interface',
  typeParameters: ['T'],
  methods: { 'Iterator<T> iterator()': null },
});

const Comparable = definePlatformType({
  name: 'System.Comparable',
  kind: 'interface',
  methods: { 'Integer compareTo(Object other)': null },
});

const Comparator = definePlatformType({
  name: 'System.Comparator',
  kind: 'interface',
  typeParameters: ['T'],
  methods: { 'Integer compare(T left, T right)': null },
});

const Callable = definePlatformType({
  name: 'System.Callable',
  kind: 'interface',
  methods: { 'Object call(String action, Map<String,Object> args)': null },
});

/** The interfaces by which a class of the project meets loops, sorting and loose calls. */
export const interfaces: readonly PlatformType[] = [Iterator, Iterable, Comparable, Comparator, Callable];
