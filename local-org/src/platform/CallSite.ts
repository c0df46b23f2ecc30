/** What a platform method can learn of the code that calls it. Compiled code makes one per class and per call that needs more. */
export interface CallSite {
  /** `Outer.Inner`; `anonymous` for executed code. */
  readonly className: string;
  /** 67 for API version 67.0: decides the default access mode. */
  readonly apiVersion: number;
  /** The value of a variable in scope for a bind of dynamic SOQL; undefined when there is none of that name (case-insensitive). */
  readonly variable?: (name: string) => unknown;
}
