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

/**
 * Replaces names and addresses by made-up ones: the same record gets the same ones in one export. The key is thrown away, so
 * that nobody can tell who was who by trying names.
 */
export class Mask {
  private readonly key = randomBytes(32);

  apply(object: string, values: Readonly<Values>): Values {
    if (object === 'Organization') return { ...values, Name: 'Masked org' };
    if (object !== 'User') return values;
    const id = typeof values.Id === 'string' ? values.Id : '';
    const digest = createHmac('sha256', this.key).update(id.slice(0, 15)).digest();
    const code = digest.toString('hex').slice(0, 10);
    const person: Values = {
      FirstName: values.FirstName ? FIRST[digest.readUInt8(20) % FIRST.length] : values.FirstName,
      LastName: `${LAST[digest.readUInt8(21) % LAST.length]} ${code.slice(0, 4)}`,
      Username: `user.${code}@masked.invalid`,
      Email: `user.${code}@masked.invalid`,
      Alias: code.slice(0, 8),
      CommunityNickname: `user.${code}`,
    };
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, PERSONAL.includes(name) ? person[name] : value]),
    );
  }
}
