/** Cuts CSV that comes in pieces into rows of cells (RFC 4180: quotes are doubled, quoted cells may hold line ends). */
export class CsvParser {
  /** True inside a quoted cell: at the end of a file this means that it was cut off. */
  isQuoted = false;
  private cells: string[] = [];
  private cell = '';
  private wasQuote = false;
  private isStarted = false;

  *take(piece: string): Generator<string[]> {
    for (const char of piece) {
      if (this.isQuoted) {
        if (char === '"') {
          this.isQuoted = false;
          this.wasQuote = true;
        } else this.cell += char;
        continue;
      }
      if (char === '"') {
        if (this.wasQuote) this.cell += '"';
        this.isQuoted = true;
        this.isStarted = true;
      } else if (char === ',') {
        this.endCell();
        this.isStarted = true;
      } else if (char === '\n') {
        const row = this.end();
        if (row) yield row;
      } else if (char !== '\r') {
        this.cell += char;
        this.isStarted = true;
      }
      this.wasQuote = false;
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

  private endCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
  }
}
