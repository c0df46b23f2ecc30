import { throwApex } from '../../../runtime/ApexException.ts';
import { throwNullArgument } from '../arguments.ts';
import type { PatternValue } from './PatternValue.ts';
import { replaceMatches } from './replacement.ts';

/** A System.Matcher: the state of matching one text. */
export class MatcherValue {
  readonly apexType = 'System.Matcher';
  pattern: PatternValue;
  private text: string;
  private start = 0;
  private end: number;
  private position = 0;
  private match: RegExpExecArray | null = null;

  constructor(pattern: PatternValue, text: string) {
    this.pattern = pattern;
    this.text = text;
    this.end = text.length;
  }

  get regionStart(): number {
    return this.start;
  }

  get regionEnd(): number {
    return this.end;
  }

  reset(text: string = this.text): void {
    this.text = text;
    this.region(0, text.length);
  }

  region(start: number, end: number): void {
    if (start < 0 || end > this.text.length || start > end) throwApex('System.StringException', 'Region out of bounds');
    this.start = start;
    this.end = end;
    this.position = start;
    this.match = null;
  }

  usePattern(pattern: PatternValue): void {
    this.pattern = pattern;
    this.match = null;
  }

  /** Where the next find begins. */
  startAt(position: number): void {
    if (position < this.start || position > this.end) throwApex('System.StringException', 'Illegal start index');
    this.position = position;
  }

  find(): boolean {
    this.match = this.position > this.end ? null : this.exec('find', this.position);
    if (this.match) {
      const end = this.match.index + this.match[0].length;
      // An empty match must not be found again.
      this.position = this.start + (this.match[0] === '' ? end + 1 : end);
    }
    return this.match !== null;
  }

  matches(): boolean {
    return this.matchAtStart('matches');
  }

  lookingAt(): boolean {
    return this.matchAtStart('lookingAt');
  }

  group(index: number): string | null {
    return this.found(index)[index] ?? null;
  }

  startOf(index: number): number {
    return this.rangeOf(index)[0];
  }

  endOf(index: number): number {
    return this.rangeOf(index)[1];
  }

  groupCount(): number {
    return this.pattern.groupCount();
  }

  replace(replacement: string, isOnlyFirst: boolean): string {
    this.reset();
    return replaceMatches(this.pattern.expression('find'), this.text, replacement, isOnlyFirst);
  }

  private matchAtStart(mode: 'matches' | 'lookingAt'): boolean {
    this.match = this.exec(mode, this.start);
    if (this.match) this.position = this.start + this.match.index + this.match[0].length;
    return this.match !== null;
  }

  /** Matches within the region, whose ends count as the ends of the text. */
  private exec(mode: 'find' | 'matches' | 'lookingAt', from: number): RegExpExecArray | null {
    const expression = this.pattern.expression(mode);
    expression.lastIndex = from - this.start;
    return expression.exec(this.text.slice(this.start, this.end));
  }

  private rangeOf(index: number): [number, number] {
    const range = this.found(index).indices?.[index];
    return range ? [range[0] + this.start, range[1] + this.start] : [-1, -1];
  }

  private found(index: number | null): RegExpExecArray {
    if (index === null) throwNullArgument();
    if (!this.match) throwApex('System.StringException', 'No match found');
    if (index < 0 || index >= this.match.length) throwApex('System.StringException', `No group ${index}`);
    return this.match;
  }
}
