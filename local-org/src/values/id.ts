import { throwApex } from '../runtime/ApexException.ts';

const SHAPE = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of an Id of 15 or 18 characters. Throws System.StringException "Invalid id: x".
 * The suffix of an 18-character Id restores the case of the first 15, as Salesforce does.
 */
export function toId18(text: string): string {
  const id = tryToId18(text);
  if (id === null) throwApex('System.StringException', `Invalid id: ${text}`);
  return id;
}

/** Null when the text has not the form of an Id. */
export function tryToId18(text: string): string | null {
  if (!SHAPE.test(text)) return null;
  if (text.length === 15) return text + suffixOf(text);
  return withCaseOfSuffix(text);
}

/** Decides `instanceof Id` for a text. */
export function hasIdForm(text: string): boolean {
  return tryToId18(text) !== null;
}

/** Three characters that say which of the first 15 are upper case: five to a character. */
function suffixOf(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let index = 0; index < 5; index++) {
      const char = id15[block * 5 + index] ?? '';
      if (char >= 'A' && char <= 'Z') bits |= 1 << index;
    }
    suffix += SUFFIX[bits];
  }
  return suffix;
}

function withCaseOfSuffix(id18: string): string | null {
  let id = '';
  for (let block = 0; block < 3; block++) {
    const bits = SUFFIX.indexOf((id18[15 + block] ?? '').toUpperCase());
    if (bits < 0) return null;
    for (let index = 0; index < 5; index++) {
      const char = id18[block * 5 + index] ?? '';
      id += bits & (1 << index) ? char.toUpperCase() : char.toLowerCase();
    }
  }
  return id + suffixOf(id);
}
