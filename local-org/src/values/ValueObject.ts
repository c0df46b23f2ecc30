/**
 * What every Apex value that is neither a JavaScript primitive nor of a class of the project tells about itself.
 * The optional members are what makes a value more than an identity: without them it equals only itself.
 */
export interface ValueObject {
  /** Canonical type name: `Decimal`, `User`, `System.Matcher`. */
  readonly apexType: string;
  /** `equals` of Apex. The other value is not null. */
  valueEquals?(other: unknown): boolean;
  /** Java-like 32-bit hash, equal for equal values. */
  valueHash?(): number;
  /** `String.valueOf`. `print` renders contained values. */
  valueText?(print: (value: unknown) => string): string;
  /** Natural order of `List.sort`: negative, zero or positive. The other value is not null. */
  valueCompare?(other: unknown): number;
}

export function isValueObject(value: unknown): value is ValueObject {
  return typeof value === 'object' && value !== null && typeof (value as ValueObject).apexType === 'string';
}
