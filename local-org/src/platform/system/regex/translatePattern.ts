import { literal } from './characterClasses.ts';
import { readEscape } from './escapes.ts';
import { throwInvalidPattern } from './InvalidPattern.ts';
import { PatternReader } from './PatternReader.ts';
import { readClass } from './readClass.ts';

const TERMINATORS = '\\n\\r\\x85\\u2028\\u2029';
const INPUT_START = '(?<![\\s\\S])';
const INPUT_END = '(?![\\s\\S])';
/** Before a final line terminator or at the end. */
const LAST_LINE_END = `(?=(?:\\r\\n|[${TERMINATORS}])?${INPUT_END})`;

/** Flags of a group; they end with the group that they were set in. */
interface Flags {
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly comments: boolean;
}

/**
 * The JavaScript source (flag v) of a Java regular expression. Throws System.StringException for what Java refuses and for what
 * JavaScript cannot do: possessive quantifiers, atomic groups, `\G`, `\X` and look-behind without an obvious maximum length.
 */
export function translatePattern(pattern: string): string {
  const reader = new PatternReader(pattern);
  const source = readAlternatives(reader, { dotAll: false, multiline: false, comments: false }, false);
  if (!reader.isAtEnd) reader.fail("Unmatched closing ')'");
  try {
    new RegExp(source, 'v');
  } catch (error) {
    throwInvalidPattern((error as Error).message.replace(/^.*\/v?: /s, ''), pattern, 0);
  }
  return source;
}

function readAlternatives(reader: PatternReader, flags: Flags, isBehind: boolean): string {
  let source = '';
  let active = flags;
  let open = '';
  while (!reader.isAtEnd && reader.peek() !== ')') {
    const change = readInlineFlags(reader, active);
    if (change) {
      active = change.flags;
      source += change.open;
      open += change.open === '' ? '' : ')';
    } else if (reader.take('|')) source += '|';
    else if (active.comments && skipComment(reader)) continue;
    else source += readPiece(reader, active, isBehind);
  }
  return source + open;
}

/** `(?i)` changes the rest of the group that it stands in; `(?i:…)` is a group of its own. */
function readInlineFlags(reader: PatternReader, flags: Flags): { flags: Flags; open: string } | null {
  const text = reader.takeMatching(/\(\?[idmsuxU]*(?:-[idmsux]+)?\)/);
  if (text === '' || text === '(?)') return null;
  const [on = '', off = ''] = text.slice(2, -1).split('-');
  if (/[dU]/.test(on)) reader.fail('Flags d and U are not supported by the local org');
  const modifiers = ignoreCaseModifier(on, off);
  return { flags: changed(flags, on, off), open: modifiers === '' ? '' : `(?${modifiers}:` };
}

function changed(flags: Flags, on: string, off: string): Flags {
  const value = (letter: string, before: boolean): boolean =>
    on.includes(letter) ? true : off.includes(letter) ? false : before;
  return {
    dotAll: value('s', flags.dotAll),
    multiline: value('m', flags.multiline),
    comments: value('x', flags.comments),
  };
}

function ignoreCaseModifier(on: string, off: string): string {
  return on.includes('i') ? 'i' : off.includes('i') ? '-i' : '';
}

function skipComment(reader: PatternReader): boolean {
  return reader.takeMatching(/\s+|#[^\n]*/) !== '';
}

function readPiece(reader: PatternReader, flags: Flags, isBehind: boolean): string {
  const atom = readAtom(reader, flags, isBehind);
  const quantifier = reader.takeMatching(/[*+?]|\{\d+(?:,\d*)?\}/);
  if (quantifier === '') return atom;
  if (isBehind && /^[*+]$|,\}$/.test(quantifier)) {
    reader.fail('Look-behind group does not have an obvious maximum length');
  }
  if (reader.take('+')) reader.fail('Possessive quantifiers are not supported by the local org');
  return atom + quantifier + (reader.take('?') ? '?' : '');
}

function readAtom(reader: PatternReader, flags: Flags, isBehind: boolean): string {
  const char = reader.next();
  switch (char) {
    case '(':
      return readGroup(reader, flags, isBehind);
    case '[':
      return readClass(reader);
    case '\\':
      return readEscapedAtom(reader);
    case '.':
      return flags.dotAll ? '[\\s\\S]' : `[^${TERMINATORS}]`;
    case '^':
      return flags.multiline ? `(?:${INPUT_START}|(?<=[${TERMINATORS}])(?<!\\r(?=\\n))(?!${INPUT_END}))` : INPUT_START;
    case '$':
      return flags.multiline ? `(?:(?=\\r\\n|[${TERMINATORS}])(?<!\\r(?=\\n))|${INPUT_END})` : LAST_LINE_END;
    case '{':
      return reader.fail('Illegal repetition');
    case '*':
    case '+':
    case '?':
      return reader.fail(`Dangling meta character '${char}'`);
    default:
      return literal(char);
  }
}

function readGroup(reader: PatternReader, flags: Flags, isBehind: boolean): string {
  const open = reader.takeMatching(/\?(?::|=|!|<=|<!|<[A-Za-z][A-Za-z0-9]*>|[idmsuxU]*(?:-[idmsux]+)?:)/);
  if (open === '' && reader.peek() === '?') reader.fail('Unknown or unsupported inline modifier or group');
  const modifiers = /^\?([a-zA-Z]*)(?:-([a-z]+))?:$/.exec(open);
  const inner = modifiers ? changed(flags, modifiers[1] ?? '', modifiers[2] ?? '') : flags;
  const content = readAlternatives(reader, inner, isBehind || open === '?<=' || open === '?<!');
  if (!reader.take(')')) reader.fail('Unclosed group');
  const prefix = modifiers ? `?${ignoreCaseModifier(modifiers[1] ?? '', modifiers[2] ?? '')}:` : open;
  return `(${prefix}${content})`;
}

function readEscapedAtom(reader: PatternReader): string {
  if (reader.take('Q')) {
    const rest = reader.text.slice(reader.index).includes('\\E') ? reader.until('\\E') : restOf(reader);
    return rest === '' ? '' : `(?:${[...rest].map(literal).join('')})`;
  }
  const reference = reader.takeMatching(/[1-9]|k<[A-Za-z][A-Za-z0-9]*>/);
  if (reference !== '') return `(?:\\${reference})`;
  switch (reader.peek()) {
    case 'A':
      return reader.next() && INPUT_START;
    case 'z':
      return reader.next() && INPUT_END;
    case 'Z':
      return reader.next() && LAST_LINE_END;
    case 'b':
    case 'B':
      return `\\${reader.next()}`;
    case 'R':
      return reader.next() && `(?:\\r\\n|[\\x0B\\f${TERMINATORS}])`;
    default:
      return readEscapedClass(reader);
  }
}

function readEscapedClass(reader: PatternReader): string {
  const escape = readEscape(reader);
  if (!escape) return reader.fail(`Illegal/unsupported escape sequence \\${reader.peek()}`);
  if ('literal' in escape) return escape.literal;
  return `[${escape.isNegated ? '^' : ''}${escape.inside}]`;
}

function restOf(reader: PatternReader): string {
  let rest = '';
  while (!reader.isAtEnd) rest += reader.next();
  return rest;
}
