const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_END = 0x0a;
const RETURN = 0x0d;

/** Cuts CSV that comes in pieces into rows of cells (RFC 4180: quotes are doubled, quoted cells may hold line ends). */
export class CsvParser {
  /** True inside a quoted cell: at the end of a file this means that it was cut off. */
  isQuoted = false;
  private cells: string[] = [];
  private cell = '';
  private wasQuote = false;
  private isStarted = false;

  *take(piece: string): Generator<string[]> {
    let at = 0;
    while (at < piece.length) {
      if (this.isQuoted) {
        at = this.takeQuoted(piece, at);
        continue;
      }
      const end = endOfPlain(piece, at);
      if (end > at) {
        this.cell += piece.slice(at, end);
        this.isStarted = true;
        this.wasQuote = false;
      }
      at = end + 1;
      if (end === piece.length) return;
      const code = piece.charCodeAt(end);
      if (code === QUOTE) this.open();
      else {
        this.wasQuote = false;
        if (code === COMMA) {
          this.endCell();
          this.isStarted = true;
        } else if (code === LINE_END) {
          const row = this.end();
          if (row) yield row;
        }
      }
    }
  }

  /** The row that has no line end, or null. */
  end(): string[] | null {
    if (!this.isStarted) return null;
    this.endCell();
    const row = this.cells;
    this.cells = [];
    this.isStarted = false;
    this.wasQuote = false;
    return row;
  }

  /** Up to the quote that ends the cell; two of them stand for one, which the next call of open() finds out. */
  private takeQuoted(piece: string, start: number): number {
    const quote = piece.indexOf('"', start);
    if (quote < 0) {
      this.cell += piece.slice(start);
      return piece.length;
    }
    this.cell += piece.slice(start, quote);
    this.isQuoted = false;
    this.wasQuote = true;
    return quote + 1;
  }

  private open(): void {
    if (this.wasQuote) this.cell += '"';
    this.isQuoted = true;
    this.isStarted = true;
    this.wasQuote = false;
  }

  private endCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
  }
}

function endOfPlain(piece: string, start: number): number {
  for (let at = start; at < piece.length; at++) {
    const code = piece.charCodeAt(at);
    if (code === COMMA || code === QUOTE || code === LINE_END || code === RETURN) return at;
  }
  return piece.length;
}
