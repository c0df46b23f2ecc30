/**
 * Cuts the records out of JSON text that comes in pieces. Records are the objects of the outermost list; what stands around
 * them is kept as `frame`, with an empty list in their place.
 */
export class RecordSplitter {
  frame = '';
  private depth = 0;
  private listDepth: number | null = null;
  private isListOver = false;
  private inString = false;
  private isEscaped = false;
  /** The part of the current record that earlier pieces held; null between records. */
  private record: string | null = null;

  /** The texts of the records that end in this piece. */
  *take(piece: string): Generator<string> {
    let start = 0;
    for (let index = 0; index < piece.length; index++) {
      const code = piece.charCodeAt(index);
      if (this.inString) {
        this.takeInString(code);
        if (this.record === null && !this.isInList()) this.frame += piece[index];
        continue;
      }
      if (code === OPEN_OBJECT && this.record === null && this.isInList()) {
        this.record = '';
        start = index;
      }
      const isOutside = this.record === null && !this.isInList();
      if (this.takeBracket(code)) continue;
      if (isOutside) this.frame += piece[index];
      else if (code === CLOSE_OBJECT && this.record !== null && this.depth === this.listDepth) {
        yield this.record + piece.slice(start, index + 1);
        this.record = null;
      }
    }
    if (this.record !== null) this.record += piece.slice(start);
  }

  /** True when every bracket was closed. */
  get isComplete(): boolean {
    return this.depth === 0 && !this.inString && this.isListOver;
  }

  private takeInString(code: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (code === BACKSLASH) this.isEscaped = true;
    else if (code === QUOTE) this.inString = false;
  }

  /** Counts brackets. True when this is the one that ends the list of records. */
  private takeBracket(code: number): boolean {
    if (code === QUOTE) this.inString = true;
    else if (code === OPEN_OBJECT) this.depth++;
    else if (code === OPEN_LIST) {
      this.depth++;
      this.listDepth ??= this.depth;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      this.depth--;
      if (code === CLOSE_LIST && this.depth + 1 === this.listDepth && !this.isListOver) {
        this.isListOver = true;
        this.frame += ']';
        return true;
      }
    }
    return false;
  }

  private isInList(): boolean {
    return this.listDepth !== null && !this.isListOver && this.depth >= this.listDepth;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
