import type { Implementation } from '../platform/definePlatformType.ts';
import type { ApexObject } from './ApexObject.ts';

const hashes = new WeakMap<object, number>();
let count = 0;

function identityHash(self: object): number {
  let hash = hashes.get(self);
  if (hash === undefined) hashes.set(self, (hash = ++count));
  return hash;
}

/** What `super.equals(…)`, `super.hashCode()` and `super.toString()` mean in a class without a superclass. */
export const objectDefaults: Readonly<Record<string, Implementation | undefined>> = {
  equals$Object: (self: object, other: unknown) => self === other,
  hashcode$: identityHash,
  tostring$: (self: ApexObject) => `${self.$type.name.split('.').at(-1)}:[]`,
};
