/** Java's predefined and POSIX classes as the inside of a JavaScript class (flag v). */
export const PREDEFINED: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'a-zA-Z_0-9',
  s: ' \\t\\n\\x0B\\f\\r',
  h: ' \\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\x0B\\f\\r\\x85\\u2028\\u2029',
};

const NAMED: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\x0B\\f\\r',
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaWhitespace: '\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000',
};

/** The inside of a class for `\p{…}`; null when the local org does not know the name. */
export function namedClass(name: string): string | null {
  const own = NAMED[name];
  if (own !== undefined) return own;
  const property = name.replace(/^Is(?=[A-Z])/, '');
  for (const candidate of [property, `Script=${property.replace(/^script=/i, '')}`]) {
    try {
      new RegExp(`\\p{${candidate}}`, 'v');
      return `\\p{${candidate}}`;
    } catch {
      // Not a property of Unicode under this spelling.
    }
  }
  return null;
}

/** A character as a literal of a JavaScript expression with flag v, inside and outside of classes. */
export function literal(char: string): string {
  return /^[\w]$/.test(char) ? char : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
