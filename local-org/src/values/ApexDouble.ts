import { hashText } from './hashText.ts';
import { javaDoubleText } from './javaDoubleText.ts';
import type { ValueObject } from './ValueObject.ts';

/** Apex Double. A class of its own, because an Apex Integer is a plain number already. */
export class ApexDouble implements ValueObject {
  readonly apexType = 'Double';
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  valueEquals(other: unknown): boolean {
    return other instanceof ApexDouble && this.value === other.value;
  }

  valueHash(): number {
    return hashText(this.valueText());
  }

  valueText(): string {
    return javaDoubleText(this.value);
  }

  valueCompare(other: unknown): number {
    return this.value - (other as ApexDouble).value;
  }
}
