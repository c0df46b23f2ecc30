import { throwApex } from '../../../runtime/ApexException.ts';

/**
 * Fills `{0}` as Java's MessageFormat does: a pair of single quotes is one quote, text between single quotes stands as it is.
 * The arguments are texts already (Apex Reference, String.format). An index beyond them stays as it is written.
 * Throws System.StringException for a placeholder that is no number or asks for a format.
 */
export function formatMessage(pattern: string, args: readonly string[]): string {
  let result = '';
  let isQuoted = false;
  for (let index = 0; index < pattern.length; index++) {
    const char = pattern[index];
    if (char === "'") {
      if (pattern[index + 1] === "'") {
        result += "'";
        index++;
      } else isQuoted = !isQuoted;
    } else if (char === '{' && !isQuoted) {
      const end = pattern.indexOf('}', index);
      if (end < 0) throwApex('System.StringException', 'Unmatched braces in the pattern.');
      result += placeholder(pattern.slice(index + 1, end), args);
      index = end;
    } else result += char;
  }
  return result;
}

function placeholder(content: string, args: readonly string[]): string {
  const text = content.trim();
  if (!/^\d+$/.test(text)) throwApex('System.StringException', `can't parse argument number: ${content}`);
  return args[Number(text)] ?? `{${Number(text)}}`;
}
