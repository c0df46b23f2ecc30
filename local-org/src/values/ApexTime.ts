import { pad2 } from './ApexDate.ts';
import type { ValueObject } from './ValueObject.ts';

const DAY = 86_400_000;

/** Apex Time: a time of the day. Immutable. */
export class ApexTime implements ValueObject {
  readonly apexType = 'Time';
  /** Milliseconds since midnight: 0 to 86,399,999. */
  readonly time: number;

  /** Values beyond a day wrap around. */
  constructor(time: number) {
    this.time = ((time % DAY) + DAY) % DAY;
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  get hour(): number {
    return Math.floor(this.time / 3_600_000);
  }

  get minute(): number {
    return Math.floor(this.time / 60_000) % 60;
  }

  get second(): number {
    return Math.floor(this.time / 1000) % 60;
  }

  get millisecond(): number {
    return this.time % 1000;
  }

  valueEquals(other: unknown): boolean {
    return other instanceof ApexTime && this.time === other.time;
  }

  valueHash(): number {
    return this.time;
  }

  /** `18:30:02.003Z`. */
  valueText(): string {
    const milliseconds = String(this.millisecond).padStart(3, '0');
    return `${pad2(this.hour)}:${pad2(this.minute)}:${pad2(this.second)}.${milliseconds}Z`;
  }

  valueCompare(other: unknown): number {
    return this.time - (other as ApexTime).time;
  }
}
