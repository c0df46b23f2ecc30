import type { ValueObject } from './ValueObject.ts';

/** A constant of an enum: of the platform or of the project. There is one object per constant, so identity is equality. */
export class ApexEnum implements ValueObject {
  /** Canonical name of the enum: `System.RoundingMode`, `Outer.Color`. */
  readonly type: string;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: string, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }

  get apexType(): string {
    return this.type;
  }

  valueText(): string {
    return this.name;
  }

  valueCompare(other: unknown): number {
    return this.ordinal - (other as ApexEnum).ordinal;
  }

  valueHash(): number {
    return this.ordinal;
  }
}

const platformEnums = new Map<string, readonly ApexEnum[]>();

/** The constants of an enum of the platform, made at the first call. Type qualified: `System.RoundingMode`. */
export function platformEnum(type: string, names: readonly string[]): readonly ApexEnum[] {
  const known = platformEnums.get(type);
  if (known) return known;
  const constants = Object.freeze(names.map((name, ordinal) => new ApexEnum(type, name, ordinal)));
  platformEnums.set(type, constants);
  return constants;
}

/** A constant of an enum of the platform by its exact name. Throws when there is none: a bug of the local org. */
export function platformEnumConstant(type: string, name: string): ApexEnum {
  const constant = platformEnums.get(type)?.find((candidate) => candidate.name === name);
  if (!constant) throw new Error(`There is no enum constant ${type}.${name}.`);
  return constant;
}
