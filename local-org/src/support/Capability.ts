/** Something that Apex, queries or metadata can ask of an org. */
export interface Capability {
  readonly name: string;
  /** What asks for it: a test compiles it and holds the standing against what comes out. */
  readonly example: CapabilityExample;
  readonly standing: 'implemented' | 'refused';
  /** Of what is implemented: the part that is not. */
  readonly missing?: string;
}

export type CapabilityExample =
  /** Members of a class. */
  | { readonly members: string }
  /** A whole class named Sample. */
  | { readonly type: string }
  | { readonly soql: string }
  /** A file below the package directory, and its text. */
  | { readonly metadata: readonly [path: string, text: string] };
