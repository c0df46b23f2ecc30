import { translatePattern } from './translatePattern.ts';

/** A System.Pattern: one compiled regular expression. */
export class PatternValue {
  readonly apexType = 'System.Pattern';
  readonly text: string;
  private readonly source: string;
  private readonly expressions = new Map<string, RegExp>();

  /** Throws System.StringException for an invalid pattern. */
  constructor(text: string) {
    this.text = text;
    this.source = translatePattern(text);
  }

  /** `find` anywhere, `lookingAt` at the beginning, `matches` the whole text. */
  expression(mode: 'find' | 'matches' | 'lookingAt'): RegExp {
    let expression = this.expressions.get(mode);
    if (!expression) {
      const source = mode === 'matches' ? `(?:${this.source})(?![\\s\\S])` : this.source;
      expression = new RegExp(source, mode === 'find' ? 'vgd' : 'vyd');
      this.expressions.set(mode, expression);
    }
    return expression;
  }

  groupCount(): number {
    return (new RegExp(`${this.source}|`, 'v').exec('')?.length ?? 1) - 1;
  }

  valueText(): string {
    return this.text;
  }
}
