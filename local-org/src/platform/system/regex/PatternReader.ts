import { throwInvalidPattern } from './InvalidPattern.ts';

/** A place in the text of a pattern. */
export class PatternReader {
  readonly text: string;
  private readonly chars: readonly string[];
  index = 0;

  constructor(text: string) {
    this.text = text;
    this.chars = [...text];
  }

  get isAtEnd(): boolean {
    return this.index >= this.chars.length;
  }

  peek(ahead = 0): string {
    return this.chars[this.index + ahead] ?? '';
  }

  next(): string {
    if (this.isAtEnd) this.fail('Unexpected end of the pattern');
    return this.chars[this.index++] ?? '';
  }

  /** Moves on when the text comes next. */
  take(text: string): boolean {
    if (!this.startsWith(text)) return false;
    this.index += [...text].length;
    return true;
  }

  startsWith(text: string): boolean {
    return [...text].every((char, ahead) => this.peek(ahead) === char);
  }

  /** The text up to an end mark, which is passed over. */
  until(end: string): string {
    const start = this.index;
    while (!this.startsWith(end)) this.next();
    const text = this.chars.slice(start, this.index).join('');
    this.index += [...end].length;
    return text;
  }

  /** What a group of characters at this place matches, passed over; empty when it matches nothing. */
  takeMatching(expression: RegExp): string {
    const rest = this.chars.slice(this.index).join('');
    const found = new RegExp(`^(?:${expression.source})`, 'u').exec(rest)?.[0] ?? '';
    this.index += [...found].length;
    return found;
  }

  fail(reason: string): never {
    throwInvalidPattern(reason, this.text, this.index);
  }
}
