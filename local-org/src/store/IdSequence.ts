import { toId18 } from '../values/id.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** What stands between key prefix and number in Ids of this org: no real org has it, so they cannot be mistaken. */
const INSTANCE = 'LO0';

/**
 * Ids of one org: key prefix, instance, a number that counts up per prefix. Numbers are never given twice, not even when the
 * transaction is rolled back, as on Salesforce.
 */
export class IdSequence {
  private readonly next = new Map<string, number>();
  private readonly lastUsed: (keyPrefix: string) => string | null;

  /** @param lastUsed the highest Id with this beginning that the database holds, or null: where counting goes on. */
  constructor(lastUsed: (idStart: string) => string | null) {
    this.lastUsed = lastUsed;
  }

  take(keyPrefix: string): string {
    let number = this.next.get(keyPrefix);
    if (number === undefined) {
      const last = this.lastUsed(keyPrefix + INSTANCE);
      number = last === null ? 1 : decode(last.slice(6, 15)) + 1;
    }
    this.next.set(keyPrefix, number + 1);
    return toId18(keyPrefix + INSTANCE + encode(number));
  }
}

function encode(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) text = (DIGITS[rest % 62] ?? '') + text;
  return text.padStart(9, '0');
}

function decode(text: string): number {
  return [...text].reduce((number, digit) => number * 62 + DIGITS.indexOf(digit), 0);
}
