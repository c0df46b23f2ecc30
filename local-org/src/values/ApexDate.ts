import type { ValueObject } from './ValueObject.ts';

const DAY = 86_400_000;

/** Apex Date: a day of the calendar, without time and time zone. Immutable. */
export class ApexDate implements ValueObject {
  readonly apexType = 'Date';
  /** Days since 1970-01-01. */
  readonly days: number;

  constructor(days: number) {
    this.days = days;
  }

  /** Month 1 to 12; days and months beyond their range roll over, as Date.newInstance does. */
  static of(year: number, month: number, day: number): ApexDate {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return new ApexDate(Math.floor(date.getTime() / DAY));
  }

  /** Reads `yyyy-MM-dd`. Null when it is no day. */
  static parseIso(text: string): ApexDate | null {
    const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
    if (!match) return null;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const date = ApexDate.of(year, month, day);
    return date.month === month && date.day === day ? date : null;
  }

  get year(): number {
    return this.utc().getUTCFullYear();
  }

  /** 1 to 12. */
  get month(): number {
    return this.utc().getUTCMonth() + 1;
  }

  get day(): number {
    return this.utc().getUTCDate();
  }

  /** 0 is Sunday. */
  get weekday(): number {
    return this.utc().getUTCDay();
  }

  /** `yyyy-MM-dd`. */
  toIso(): string {
    return `${String(this.year).padStart(4, '0')}-${pad2(this.month)}-${pad2(this.day)}`;
  }

  valueEquals(other: unknown): boolean {
    return other instanceof ApexDate && this.days === other.days;
  }

  valueHash(): number {
    return this.days | 0;
  }

  valueText(): string {
    return this.toIso();
  }

  valueCompare(other: unknown): number {
    return this.days - (other as ApexDate).days;
  }

  private utc(): Date {
    return new Date(this.days * DAY);
  }
}

export function pad2(value: number): string {
  return String(value).padStart(2, '0');
}
