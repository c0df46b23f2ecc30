/** White space as Java's Character.isWhitespace sees it: without the no-break spaces. */
export const WHITESPACE = '\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000';

const BLANK = new RegExp(`^[${WHITESPACE}]*$`);

export function isBlank(text: string | null): boolean {
  return text === null || BLANK.test(text);
}

/** String.trim of Java: characters up to the space, nothing beyond. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return text.slice(start, end);
}
