import { parseTypeRef, type TypeRef } from './TypeRef.ts';

/** A type at run time, interned: two types are the same when they are the same object. */
export interface RuntimeType {
  /** Canonical: `List<Id>`, `System.String` is `String`, other platform types keep their namespace, `Outer.Inner`. */
  readonly name: string;
  /** Without type arguments: `List`. */
  readonly base: string;
  readonly args: readonly RuntimeType[];
}

const interned = new Map<string, RuntimeType>();

/** The run-time type of a canonical text. The same text gives the same object. */
export function runtimeType(text: string): RuntimeType {
  const known = interned.get(text);
  if (known) return known;
  return fromRef(parseTypeRef(text));
}

function fromRef(ref: TypeRef): RuntimeType {
  const args = ref.args.map(fromRef);
  const name = args.length === 0 ? ref.name : `${ref.name}<${args.map((arg) => arg.name).join(',')}>`;
  const known = interned.get(name);
  if (known) return known;
  const type: RuntimeType = Object.freeze({ name, base: ref.name, args: Object.freeze(args) });
  interned.set(name, type);
  return type;
}
