/** Length of an Id in the store. */
const LENGTH = 18;

/** Very many Ids in one text, in order: the Ids of a cursor need no object each. */
export class PackedIds {
  readonly length: number;
  private readonly text: string;

  /** @param text Ids of 18 characters, one after the other */
  constructor(text: string) {
    this.text = text;
    this.length = text.length / LENGTH;
  }

  slice(start: number, end: number): string[] {
    const ids: string[] = [];
    for (let index = start; index < Math.min(end, this.length); index++) {
      ids.push(this.text.slice(index * LENGTH, (index + 1) * LENGTH));
    }
    return ids;
  }
}
