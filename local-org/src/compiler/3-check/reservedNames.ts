/** Words that no variable or type may be named. Checked one by one with Salesforce's compiler front end. */
const RESERVED = new Set(
  (
    'abstract activate and any array as asc autonomous begin bigdecimal blob boolean break bulk by byte case cast catch char class ' +
    'collect commit const continue currency date datetime decimal default delete desc do double else end enum exception exit export ' +
    'extends false final finally float for from global goto group having hint if implements import in inner insert instanceof int ' +
    'integer interface into join like limit list long loop map merge new not null nulls number object of on or outer override package ' +
    'parallel pragma private protected public retrieve return rollback select set short sobject sort static string super switch ' +
    'synchronized system testmethod then this throw time transaction trigger true try undelete update upsert using virtual ' +
    'void webservice when where while'
  ).split(' '),
);

/** ASCII letters, digits and underscores; a letter first, no underscore last, no two of them in a row. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && !name.endsWith('_') && !name.includes('__');
}

export function isReserved(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}

/** Words that no method may be named: fewer than for variables. Checked one by one with Salesforce's compiler front end. */
const RESERVED_FOR_METHODS = new Set(
  (
    'abstract and as asc break bulk by catch class commit continue delete desc do else enum extends false final finally ' +
    'for from global having if implements in insert instanceof interface like limit list map merge new not null nulls on or ' +
    'override private protected public return select static super testmethod this throw trigger true try undelete update upsert ' +
    'using virtual webservice where while'
  ).split(' '),
);

export function isReservedForMethods(name: string): boolean {
  return RESERVED_FOR_METHODS.has(name.toLowerCase());
}
