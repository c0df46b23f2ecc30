import { throwApex } from '../../runtime/ApexException.ts';
import { toId18 } from '../../values/id.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { requireArgument } from './requireArgument.ts';

/** Bytes that a signature may have. *Unverified*: the documentation names no number. */
const MOST_BYTES = 256;

/** What makes a job the same as another one that waits. */
export class DuplicateSignatureValue {
  readonly apexType = 'System.QueueableDuplicateSignature';
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  valueText(): string {
    return this.text;
  }
}

class SignatureBuilder {
  readonly apexType = 'System.QueueableDuplicateSignature.Builder';
  readonly parts: string[] = [];

  get size(): number {
    return this.parts.reduce((sum, part) => sum + Buffer.byteLength(part.slice(1)), 0);
  }

  /** The kind stands before the value, so that the Integer 1 is not the text '1'. */
  add(kind: 'i' | 's' | 'd', value: string): this {
    if (this.size + Buffer.byteLength(value) > MOST_BYTES) {
      throwApex('System.IllegalArgumentException', `The signature is longer than ${MOST_BYTES} bytes.`);
    }
    this.parts.push(kind + value);
    return this;
  }
}

export const QueueableDuplicateSignatureType = definePlatformType({
  name: 'System.QueueableDuplicateSignature',
  methods: { 'String toString()': (self: DuplicateSignatureValue) => self.text },
});

const BUILDER = 'System.QueueableDuplicateSignature.Builder';

export const SignatureBuilderType = definePlatformType({
  name: BUILDER,
  constructors: { '()': () => new SignatureBuilder() },
  methods: {
    [`${BUILDER} addString(String value)`]: (self: SignatureBuilder, value: string | null) =>
      self.add('s', requireArgument(value)),
    [`${BUILDER} addId(Id value)`]: (self: SignatureBuilder, value: string | null) =>
      self.add('d', toId18(requireArgument(value))),
    [`${BUILDER} addInteger(Integer value)`]: (self: SignatureBuilder, value: number | null) =>
      self.add('i', String(requireArgument(value))),
    'System.QueueableDuplicateSignature build()': (self: SignatureBuilder) =>
      new DuplicateSignatureValue(JSON.stringify(self.parts)),
    'Integer getSize()': (self: SignatureBuilder) => self.size,
    'Integer getMaxSize()': () => MOST_BYTES,
    'Integer getRemainingSize()': (self: SignatureBuilder) => MOST_BYTES - self.size,
  },
});
