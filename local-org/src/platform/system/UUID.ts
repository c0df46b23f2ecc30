import { randomUUID } from 'node:crypto';
import { throwApex } from '../../runtime/ApexException.ts';
import { apexHash } from '../../values/index.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { withoutNulls } from './arguments.ts';

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export class UuidValue {
  readonly apexType = 'System.UUID';
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  valueEquals(other: unknown): boolean {
    return other instanceof UuidValue && other.text === this.text;
  }

  valueHash(): number {
    return apexHash(this.text);
  }

  valueText(): string {
    return this.text;
  }
}

export const UUID = definePlatformType({
  name: 'System.UUID',
  methods: {
    'static UUID fromString(String text)': withoutNulls((text: string) => {
      if (!FORM.test(text)) throwApex('System.IllegalArgumentException', `Invalid UUID string: ${text}`);
      return new UuidValue(text.toLowerCase());
    }),
    'static UUID randomUUID()': () => new UuidValue(randomUUID()),
    'String toString()': (self: UuidValue) => self.text,
  },
});
