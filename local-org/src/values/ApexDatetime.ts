import { hashLong } from './hashText.ts';
import { localParts } from './timeZones.ts';
import { pad2 } from './ApexDate.ts';
import { userTimeZone } from './userContext.ts';
import type { ValueObject } from './ValueObject.ts';

/** Apex Datetime: a moment. Immutable. */
export class ApexDatetime implements ValueObject {
  readonly apexType = 'Datetime';
  /** Milliseconds since 1970, UTC. */
  readonly time: number;

  constructor(time: number) {
    this.time = time;
  }

  /** `2026-11-21T20:15:30.000Z`: as JSON and the REST API write it. */
  toIso(): string {
    return new Date(this.time).toISOString();
  }

  valueEquals(other: unknown): boolean {
    return other instanceof ApexDatetime && this.time === other.time;
  }

  valueHash(): number {
    return hashLong(BigInt(this.time));
  }

  /** `yyyy-MM-dd HH:mm:ss` in the time zone of the user. */
  valueText(): string {
    const at = localParts(this.time, userTimeZone());
    const date = `${String(at.year).padStart(4, '0')}-${pad2(at.month)}-${pad2(at.day)}`;
    return `${date} ${pad2(at.hour)}:${pad2(at.minute)}:${pad2(at.second)}`;
  }

  valueCompare(other: unknown): number {
    return this.time - (other as ApexDatetime).time;
  }
}
