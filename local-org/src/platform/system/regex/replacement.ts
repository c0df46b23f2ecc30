import { throwApex } from '../../../runtime/ApexException.ts';

/** The text that a Java replacement such as `$1-${name}\$` gives for a match. */
export function expandReplacement(replacement: string, match: RegExpExecArray): string {
  let result = '';
  for (let index = 0; index < replacement.length; index++) {
    const char = replacement[index];
    if (char === '\\') {
      if (index + 1 >= replacement.length) {
        throwApex('System.StringException', 'character to be escaped is missing');
      }
      result += replacement[++index];
    } else if (char === '$') {
      const [text, length] = group(replacement.slice(index + 1), match);
      result += text;
      index += length;
    } else result += char;
  }
  return result;
}

/** The text of a group reference and how many characters the reference takes. */
function group(reference: string, match: RegExpExecArray): [string, number] {
  const named = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(reference);
  if (named) {
    const name = named[1] ?? '';
    if (!match.groups || !(name in match.groups)) throwApex('System.StringException', `No group with name {${name}}`);
    return [match.groups[name] ?? '', named[0].length];
  }
  const digits = /^\d+/.exec(reference)?.[0];
  if (digits === undefined) throwApex('System.StringException', 'Illegal group reference');
  // As many digits as name an existing group.
  let length = 1;
  while (length < digits.length && Number(digits.slice(0, length + 1)) < match.length) length++;
  const number = Number(digits.slice(0, length));
  if (number >= match.length) throwApex('System.StringException', `No group ${number}`);
  return [match[number] ?? '', length];
}

/** All matches of an expression with flag g replaced, or only the first one. */
export function replaceMatches(expression: RegExp, text: string, replacement: string, isOnlyFirst: boolean): string {
  expression.lastIndex = 0;
  let result = '';
  let from = 0;
  for (const match of isOnlyFirst ? firstMatch(expression, text) : text.matchAll(expression)) {
    result += text.slice(from, match.index) + expandReplacement(replacement, match);
    from = match.index + match[0].length;
  }
  return result + text.slice(from);
}

function firstMatch(expression: RegExp, text: string): RegExpExecArray[] {
  const match = expression.exec(text);
  return match ? [match] : [];
}
