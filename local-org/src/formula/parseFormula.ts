import { FormulaError } from './FormulaError.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A formula as written; names are not looked up. */
export type FormulaNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'field'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | { readonly kind: 'unary'; readonly operator: '-' | '!'; readonly operand: FormulaNode }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    };

export type BinaryOperator = '||' | '&&' | '=' | '<>' | '<' | '>' | '<=' | '>=' | '+' | '-' | '&' | '*' | '/' | '^';

/** From what binds least to what binds most; `==` and `!=` are other spellings. */
const LEVELS: readonly Readonly<Record<string, BinaryOperator>>[] = [
  { '||': '||' },
  { '&&': '&&' },
  { '=': '=', '==': '=', '<>': '<>', '!=': '<>', '<': '<', '>': '>', '<=': '<=', '>=': '>=' },
  { '+': '+', '-': '-', '&': '&' },
  { '*': '*', '/': '/' },
  { '^': '^' },
];

/** Throws FormulaError. */
export function parseFormula(formula: string): FormulaNode {
  return new Parser(tokensOf(formula)).parse();
}

class Parser {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  parse(): FormulaNode {
    const node = this.level(0);
    if (this.next.kind !== 'end') throw this.unexpected();
    return node;
  }

  private get next(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '' };
  }

  private level(index: number): FormulaNode {
    const operators = LEVELS[index];
    if (!operators) return this.unary();
    let left = this.level(index + 1);
    for (;;) {
      const operator = this.next.kind === 'symbol' ? operators[this.next.text] : undefined;
      if (!operator) return left;
      this.position++;
      left = { kind: 'binary', operator, left, right: this.level(index + 1) };
    }
  }

  private unary(): FormulaNode {
    const { kind, text } = this.next;
    if (kind === 'symbol' && (text === '-' || text === '!')) {
      this.position++;
      return { kind: 'unary', operator: text, operand: this.unary() };
    }
    if (kind === 'symbol' && text === '+') {
      this.position++;
      return this.unary();
    }
    return this.primary();
  }

  private primary(): FormulaNode {
    const token = this.next;
    this.position++;
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
    if (token.kind === 'text') return { kind: 'text', value: token.text };
    if (token.kind === 'symbol' && token.text === '(') {
      const node = this.level(0);
      this.take(')');
      return node;
    }
    if (token.kind !== 'name') {
      this.position--;
      throw this.unexpected();
    }
    if (this.next.text === '(' && this.next.kind === 'symbol') {
      this.position++;
      return { kind: 'call', name: token.text.toUpperCase(), args: this.argumentsOfCall() };
    }
    const upper = token.text.toUpperCase();
    if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'boolean', value: upper === 'TRUE' };
    return { kind: 'field', path: token.text.split('.') };
  }

  private argumentsOfCall(): FormulaNode[] {
    const args: FormulaNode[] = [];
    if (this.isSymbol(')')) {
      this.position++;
      return args;
    }
    for (;;) {
      args.push(this.level(0));
      if (this.isSymbol(',')) {
        this.position++;
        continue;
      }
      this.take(')');
      return args;
    }
  }

  private isSymbol(text: string): boolean {
    return this.next.kind === 'symbol' && this.next.text === text;
  }

  private take(symbol: string): void {
    if (!this.isSymbol(symbol)) throw new FormulaError(`Syntax error. Missing '${symbol}'`);
    this.position++;
  }

  private unexpected(): FormulaError {
    return new FormulaError(
      this.next.kind === 'end'
        ? 'Syntax error. The formula ends too early.'
        : `Syntax error. Extra '${this.next.text}'`,
    );
  }
}
