/** Writes JSON text piece by piece: compact, or laid out as Salesforce's serializePretty does. */
export class JsonWriter {
  private text = '';
  private readonly isPretty: boolean;
  /** Per open array or object: whether it is one or the other, and whether something stands in it. */
  private readonly open: { isArray: boolean; isEmpty: boolean }[] = [];
  private isAfterKey = false;

  constructor(isPretty: boolean) {
    this.isPretty = isPretty;
  }

  toString(): string {
    return this.text;
  }

  get depth(): number {
    return this.open.length;
  }

  /** Null outside of arrays and objects. */
  get isInArray(): boolean | null {
    return this.open.at(-1)?.isArray ?? null;
  }

  /** True when a value may be written where the writer stands. */
  get takesValue(): boolean {
    const container = this.open.at(-1);
    return container ? container.isArray || this.isAfterKey : this.text === '';
  }

  get takesKey(): boolean {
    return this.open.at(-1)?.isArray === false && !this.isAfterKey;
  }

  begin(isArray: boolean): void {
    this.beforeValue();
    this.text += isArray ? '[' : '{';
    this.open.push({ isArray, isEmpty: true });
  }

  end(): void {
    const container = this.open.pop();
    if (!container) throw new Error('Nothing is open.');
    if (this.isPretty) {
      if (container.isArray || container.isEmpty) this.text += ' ';
      else this.newLine();
    }
    this.text += container.isArray ? ']' : '}';
  }

  key(name: string): void {
    const container = this.open.at(-1);
    if (container && !container.isEmpty) this.text += ',';
    if (container) container.isEmpty = false;
    if (this.isPretty) this.newLine();
    this.text += JSON.stringify(name) + (this.isPretty ? ' : ' : ':');
    this.isAfterKey = true;
  }

  /** A number, `true`, `false` or `null` as it is to be written. */
  raw(text: string): void {
    this.beforeValue();
    this.text += text;
  }

  string(value: string): void {
    this.raw(JSON.stringify(value));
  }

  private beforeValue(): void {
    const container = this.open.at(-1);
    if (container?.isArray) {
      if (!container.isEmpty) this.text += ',';
      if (this.isPretty) this.text += ' ';
      container.isEmpty = false;
    }
    this.isAfterKey = false;
  }

  private newLine(): void {
    const depth = this.open.filter((container) => !container.isArray).length;
    this.text += `\n${'  '.repeat(depth)}`;
  }
}
