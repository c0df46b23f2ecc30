/** Length of an Id in the store, of what stands before the first one, and from one Id to the next: `["…","…"]`. */
const LENGTH = 18;
const START = 2;
const STEP = LENGTH + 3;

/** Very many Ids in one text, in order: the Ids of a cursor need no object each. */
export class PackedIds {
  readonly length: number;
  private readonly text: string;

  /** @param text a JSON list of Ids of 18 characters without blanks, as SQLite writes it */
  constructor(text: string) {
    this.text = text;
    this.length = Math.floor(text.length / STEP);
  }

  slice(start: number, end: number): string[] {
    const ids: string[] = [];
    for (let index = start; index < Math.min(end, this.length); index++) {
      const at = START + index * STEP;
      ids.push(this.text.slice(at, at + LENGTH));
    }
    return ids;
  }
}
