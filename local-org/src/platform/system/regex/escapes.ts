import { literal, namedClass, PREDEFINED } from './characterClasses.ts';
import type { PatternReader } from './PatternReader.ts';

const CONTROL: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', a: '\x07', e: '\x1b' };

/** A character or class after a backslash: a literal, or the inside of a class. Null when the escape is none of both. */
export function readEscape(reader: PatternReader): { literal: string } | { inside: string; isNegated: boolean } | null {
  const char = reader.peek();
  const lower = char.toLowerCase();
  const predefined = PREDEFINED[lower];
  if (predefined !== undefined) {
    reader.next();
    return { inside: predefined, isNegated: char !== lower };
  }
  if (lower === 'p') return readProperty(reader);
  const control = CONTROL[char];
  if (control !== undefined) {
    reader.next();
    return { literal: literal(control) };
  }
  return readCode(reader) ?? readSymbol(reader);
}

function readProperty(reader: PatternReader): { inside: string; isNegated: boolean } {
  const isNegated = reader.next() === 'P';
  const name = reader.take('{') ? reader.until('}') : reader.next();
  const inside = namedClass(name);
  if (inside === null) reader.fail(`Unknown character property name {${name}}`);
  return { inside, isNegated };
}

function readCode(reader: PatternReader): { literal: string } | null {
  const code = reader.takeMatching(/u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|x\{[0-9a-fA-F]+\}|0[0-3]?[0-7]{1,2}|c[@-_]/);
  if (code === '') {
    if ('uxc0'.includes(reader.peek()) && reader.peek() !== '') reader.fail('Illegal escape sequence');
    return null;
  }
  if (code.startsWith('c')) return { literal: literal(String.fromCharCode(code.charCodeAt(1) ^ 64)) };
  const digits = code.slice(1).replace(/[{}]/g, '');
  return { literal: literal(String.fromCodePoint(parseInt(digits, code.startsWith('0') ? 8 : 16))) };
}

function readSymbol(reader: PatternReader): { literal: string } | null {
  return /^[A-Za-z0-9]?$/.test(reader.peek()) ? null : { literal: literal(reader.next()) };
}
