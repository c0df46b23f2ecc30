const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** The value of `'…'`; the lexer has refused escapes that do not exist. */
export function readString(text: string): string {
  return unescape(text.slice(1, -1));
}

/** The value of `'''…'''`. The line break after the opening quotes is not part of it. */
export function readMultilineString(text: string): string {
  return unescape(text.slice(3, -3).replace(/^[ \t]*\r?\n/, ''));
}

function unescape(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (whole, code: string | undefined, char: string | undefined) =>
    code === undefined ? (ESCAPES[char!.toLowerCase()] ?? whole) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
