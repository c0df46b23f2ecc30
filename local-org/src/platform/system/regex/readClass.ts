import { literal } from './characterClasses.ts';
import { readEscape } from './escapes.ts';
import type { PatternReader } from './PatternReader.ts';

/** Reads a character class after its `[` and writes it for JavaScript (flag v): unions, ranges, negation and `&&`. */
export function readClass(reader: PatternReader): string {
  const isNegated = reader.take('^');
  const operands: string[] = [];
  let members = '';
  let isFirst = true;
  while (isFirst || !reader.take(']')) {
    if (reader.take('&&')) {
      operands.push(members);
      members = '';
    } else if (isFirst && reader.take(']')) members += literal(']');
    else members += readMember(reader);
    isFirst = false;
  }
  operands.push(members);
  const content = operands.length === 1 ? members : operands.map((operand) => `[${operand}]`).join('&&');
  return `[${isNegated ? '^' : ''}${content}]`;
}

function readMember(reader: PatternReader): string {
  if (reader.take('[')) return readClass(reader);
  if (reader.take('\\Q')) return [...reader.until('\\E')].map(literal).join('');
  const from = readOne(reader);
  if (from.isClass || reader.peek() !== '-' || ']['.includes(reader.peek(1))) return from.text;
  reader.next();
  const to = readOne(reader);
  if (to.isClass) reader.fail('Illegal character range');
  return `${from.text}-${to.text}`;
}

function readOne(reader: PatternReader): { text: string; isClass: boolean } {
  if (!reader.take('\\')) return { text: literal(reader.next()), isClass: false };
  const escape = readEscape(reader);
  if (!escape) reader.fail('Illegal/unsupported escape sequence');
  if ('literal' in escape) return { text: escape.literal, isClass: false };
  return { text: `[${escape.isNegated ? '^' : ''}${escape.inside}]`, isClass: true };
}
