/** The low 32 bits, as a narrowing cast keeps them. */
export function toInt32(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}

export function toInt64(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** A double cast to Integer or Long as Java does: without the fraction, cut at the ends of the range, NaN is 0. */
export function doubleToBigInt(value: number, bits: 32 | 64): bigint {
  if (Number.isNaN(value)) return 0n;
  const limit = 1n << BigInt(bits - 1);
  if (value >= Number(limit)) return limit - 1n;
  if (value <= Number(-limit)) return -limit;
  return BigInt(Math.trunc(value));
}
