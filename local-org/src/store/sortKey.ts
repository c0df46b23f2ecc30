/**
 * A key whose order by code points is the order of the texts in a locale: SQLite can then sort and index by it, which
 * Intl.Collator alone does not offer. Letters first, then accents, then case, as the Unicode collation algorithm has it.
 * Contractions of single languages (Czech "ch") sort letter by letter, and letters beyond the alphabets below by code point.
 */
export function sortKey(text: string, locale: string): string {
  const ranks = ranksOf(locale);
  let letters = '';
  let accents = '';
  let cases = '';
  for (const char of text.normalize('NFC')) {
    const composed = ranks.get(char);
    for (const part of composed === undefined ? char.normalize('NFD') : char) {
      const expansion = ranks.has(part) ? part : (EXPANSIONS[part] ?? part);
      for (const letter of expansion) {
        const rank = ranks.get(letter);
        if (rank === undefined && MARK.test(letter)) {
          accents += letter;
          continue;
        }
        letters += rank === undefined ? beyondRanks(letter) : String.fromCodePoint(FIRST_RANK + rank);
        accents += part < '\u0080' ? ' ' : part.toLowerCase();
        cases += letter === letter.toLowerCase() ? 'a' : 'b';
      }
    }
  }
  return `${letters}\u0001${accents}\u0001${cases}`;
}

/** True when texts sort in this locale as in English: the stored keys can be used. */
export function sortsAsStored(locale: string): boolean {
  return ranksOf(locale) === ranksOf(STORED_LOCALE);
}

/** The locale of the keys that the store keeps. */
export const STORED_LOCALE = 'en';

const FIRST_RANK = 0x20;
const MARK = /\p{M}/u;

/** Letters that sort as several, where the language does not treat them as letters of their own. */
const EXPANSIONS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE' };

/** Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, and punctuation and symbols. */
const RANKED_BLOCKS: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x700],
  [0x2010, 0x2060],
  [0x20a0, 0x20c0],
  [0x2190, 0x2200],
];

const byLocale = new Map<string, ReadonlyMap<string, number>>();

function ranksOf(locale: string): ReadonlyMap<string, number> {
  const known = byLocale.get(locale);
  if (known) return known;
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: false });
  const ranks = rankBy(collator);
  // One object for all locales that sort alike.
  const same = [...byLocale.values()].find((other) => areEqual(other, ranks)) ?? ranks;
  byLocale.set(locale, same);
  return same;
}

function rankBy(collator: Intl.Collator): Map<string, number> {
  const chars: string[] = [];
  for (const [first, last] of RANKED_BLOCKS) {
    for (let code = first; code <= last; code++) {
      const char = String.fromCodePoint(code);
      if (/\p{C}|\p{M}/u.test(char)) continue;
      const expansion = EXPANSIONS[char];
      if (expansion !== undefined && collator.compare(expansion, char) === 0) continue;
      // A letter with accents gets a rank of its own only where the language treats it as a letter of its own.
      const base = char.normalize('NFD')[0] ?? char;
      if (base !== char && collator.compare(base, char) === 0) continue;
      chars.push(char);
    }
  }
  chars.sort((left, right) => collator.compare(left, right) || (left < right ? -1 : 1));
  const ranks = new Map<string, number>();
  let rank = -1;
  chars.forEach((char, index) => {
    if (index === 0 || collator.compare(chars[index - 1] ?? '', char) !== 0) rank++;
    ranks.set(char, rank);
  });
  return ranks;
}

/** After all ranked letters, by code point; 0xE000 leaves room below and skips the surrogates. */
function beyondRanks(letter: string): string {
  return `\uE000${letter}`;
}

function areEqual(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): boolean {
  if (left.size !== right.size) return false;
  for (const [char, rank] of left) if (right.get(char) !== rank) return false;
  return true;
}
