import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { throwApex } from '../../runtime/ApexException.ts';
import { ApexBlob } from '../../values/index.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { withoutNulls } from './arguments.ts';

/** The algorithms by the names of Apex, as Node calls them. Source: Apex Reference, Crypto.generateDigest and generateMac. */
const DIGESTS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-1': 'sha1',
  'sha-256': 'sha256',
  'sha-512': 'sha512',
  'sha3-256': 'sha3-256',
  'sha3-384': 'sha3-384',
  'sha3-512': 'sha3-512',
};

const MACS: Readonly<Record<string, string>> = {
  hmacmd5: 'md5',
  hmacsha1: 'sha1',
  hmacsha256: 'sha256',
  hmacsha512: 'sha512',
};

export const Crypto = definePlatformType({
  name: 'System.Crypto',
  methods: {
    'static Blob generateDigest(String algorithm, Blob input)': withoutNulls(
      (algorithm: string, input: ApexBlob) =>
        new ApexBlob(createHash(nameOf(DIGESTS, algorithm)).update(input.bytes).digest()),
    ),
    'static Blob generateMac(String algorithm, Blob input, Blob privateKey)': withoutNulls(
      (algorithm: string, input: ApexBlob, key: ApexBlob) => new ApexBlob(mac(algorithm, input, key)),
    ),
    'static Integer getRandomInteger()': () => randomBytes(4).readInt32BE(),
    'static Long getRandomLong()': () => randomBytes(8).readBigInt64BE(),
    'static Boolean verifyHMac(String algorithm, Blob input, Blob privateKey, Blob expected)': withoutNulls(
      (algorithm: string, input: ApexBlob, key: ApexBlob, expected: ApexBlob) => {
        const actual = mac(algorithm, input, key);
        return actual.length === expected.bytes.length && timingSafeEqual(actual, expected.bytes);
      },
    ),
  },
});

function mac(algorithm: string, input: ApexBlob, key: ApexBlob): Buffer {
  return createHmac(nameOf(MACS, algorithm), key.bytes).update(input.bytes).digest();
}

function nameOf(algorithms: Readonly<Record<string, string>>, algorithm: string): string {
  const name = algorithms[algorithm.toLowerCase()];
  if (!name) throwApex('System.InvalidParameterValueException', `Invalid algorithm ${algorithm}`);
  return name;
}
