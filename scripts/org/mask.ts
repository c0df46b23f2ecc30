import { createHmac, randomBytes } from 'node:crypto';
import { PERSONAL } from './export-queries.ts';

const FIRST = [
  'Ada',
  'Bela',
  'Carla',
  'Dario',
  'Edda',
  'Fynn',
  'Gala',
  'Hugo',
  'Ines',
  'Joris',
  'Kaja',
  'Levi',
  'Mira',
  'Nils',
];
const LAST = [
  'Ash',
  'Birch',
  'Cedar',
  'Dale',
  'Elm',
  'Field',
  'Grove',
  'Hill',
  'Isle',
  'Jay',
  'Knoll',
  'Lake',
  'Moor',
  'North',
];

type Values = Record<string, unknown>;

const ADDRESS = /[^\s@<>()[\],;:"']+@[^\s@<>()[\],;:"']+/g;
const USER_ID = /\b005[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?\b/g;
/** Names of people have at most so many words. */
const NAME_WORDS = 6;

interface Person {
  readonly fullName: string;
  readonly masked: string;
}

/**
 * Replaces names and addresses by made-up ones: the same record gets the same ones in one export. The key is thrown away, so
 * that nobody can tell who was who by trying names. Users have to be masked before the texts that name them.
 */
export class Mask {
  private readonly key = randomBytes(32);
  /** By Id in 15 characters. */
  private readonly byId = new Map<string, Person>();
  private readonly byName = new Map<string, Person>();
  private readonly addresses = new Map<string, string>();

  apply(object: string, values: Readonly<Values>): Values {
    if (object === 'Organization') return { ...values, Name: 'Masked org' };
    if (object === 'User') return this.user(values);
    if (typeof values.Display === 'string') return { ...values, Display: this.text(values.Display) };
    return { ...values };
  }

  private user(values: Readonly<Values>): Values {
    const id = textIn(values, 'Id').slice(0, 15);
    const digest = this.digest(id);
    const code = digest.toString('hex').slice(0, 10);
    const person: Values = {
      FirstName: FIRST[digest.readUInt8(20) % FIRST.length],
      LastName: `${LAST[digest.readUInt8(21) % LAST.length]} ${code.slice(0, 4)}`,
      Username: `user.${code}@masked.invalid`,
      Email: `user.${code}@masked.invalid`,
      Alias: code.slice(0, 8),
      CommunityNickname: `user.${code}`,
      EmployeeNumber: String(10_000_000 + (digest.readUInt32BE(0) % 90_000_000)),
      FederationIdentifier: `federation.${code}@masked.invalid`,
    };
    person.Name = values.FirstName ? `${String(person.FirstName)} ${String(person.LastName)}` : person.LastName;
    this.remember(id, values, String(person.Name), String(person.Username));
    // What is empty stays empty: it says something about the org, and nothing about the person.
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, PERSONAL.includes(name) && value ? person[name] : value]),
    );
  }

  private remember(id: string, values: Readonly<Values>, masked: string, username: string): void {
    const fullName = [textIn(values, 'FirstName'), textIn(values, 'LastName')].filter(Boolean).join(' ');
    const person = { fullName, masked };
    this.byId.set(id, person);
    if (fullName !== '') this.byName.set(fullName, person);
    for (const field of ['Username', 'Email']) {
      const address = textIn(values, field).toLowerCase();
      if (address !== '') this.addresses.set(address, username);
    }
  }

  /**
   * A text with the people in it made up. Where nobody could be found, or somebody is still in it, only the Ids of users stay:
   * nobody can tell what else it holds.
   */
  private text(text: string): string {
    const named = this.withoutNames(text.replace(ADDRESS, (address) => this.address(address)));
    const ids = text.match(USER_ID) ?? [];
    const isClean = ids.every((id) => !isIn(named, this.byId.get(id.slice(0, 15))));
    if (named !== text && isClean) return named;
    return ['Masked', ...ids.map((id) => `[${id}]`)].join(' ');
  }

  private withoutNames(text: string): string {
    const parts = text.split(/(\s+|[(),;:])/);
    let result = '';
    for (let start = 0; start < parts.length;) {
      const length = this.nameAt(parts, start);
      const name = parts.slice(start, start + Math.max(1, length)).join('');
      result += length > 0 ? (this.byName.get(name)?.masked ?? name) : name;
      start += Math.max(1, length);
    }
    return result;
  }

  /** How many parts a known name takes that begins here, the longest first; 0 when none does. */
  private nameAt(parts: readonly string[], start: number): number {
    for (let words = NAME_WORDS; words > 0; words--) {
      const length = words * 2 - 1;
      if (start + length <= parts.length && this.byName.has(parts.slice(start, start + length).join(''))) return length;
    }
    return 0;
  }

  private address(address: string): string {
    const known = this.addresses.get(address.toLowerCase());
    return known ?? `address.${this.digest(address.toLowerCase()).toString('hex').slice(0, 10)}@masked.invalid`;
  }

  private digest(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}

function isIn(text: string, person: Person | undefined): boolean {
  return person !== undefined && person.fullName.split(' ').some((word) => word.length > 2 && text.includes(word));
}

function textIn(values: Readonly<Values>, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}
