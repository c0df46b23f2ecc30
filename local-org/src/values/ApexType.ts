import type { RuntimeType } from '../types/RuntimeType.ts';
import { hashText } from './hashText.ts';
import type { ValueObject } from './ValueObject.ts';

/** A value of System.Type: `Account.class`. One object per run-time type. */
export class ApexType implements ValueObject {
  readonly apexType = 'System.Type';
  readonly runtimeType: RuntimeType;

  private constructor(type: RuntimeType) {
    this.runtimeType = type;
  }

  static of(type: RuntimeType): ApexType {
    let value = known.get(type);
    if (!value) known.set(type, (value = new ApexType(type)));
    return value;
  }

  valueHash(): number {
    return hashText(this.runtimeType.name);
  }

  valueText(): string {
    return this.runtimeType.name;
  }
}

const known = new Map<RuntimeType, ApexType>();
