import { hashText } from './hashText.ts';
import type { ValueObject } from './ValueObject.ts';

/** Apex Blob. The bytes are never changed after construction. */
export class ApexBlob implements ValueObject {
  readonly apexType = 'Blob';
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  static fromText(text: string): ApexBlob {
    return new ApexBlob(Buffer.from(text, 'utf8'));
  }

  valueEquals(other: unknown): boolean {
    return other instanceof ApexBlob && Buffer.compare(this.bytes, other.bytes) === 0;
  }

  valueHash(): number {
    return hashText(Buffer.from(this.bytes).toString('latin1'));
  }

  valueText(): string {
    return `Blob[${this.bytes.length}]`;
  }
}
