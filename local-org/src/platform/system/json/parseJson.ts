import { throwApex } from '../../../runtime/ApexException.ts';
import { JsonNumber, type JsonNode } from './JsonNode.ts';

/** Deeper texts are refused before they exhaust the stack. */
const MAX_DEPTH = 1000;

/** Reads a JSON text. Throws System.JSONException with line and column, worded as Salesforce does. */
export function parseJson(text: string): JsonNode {
  const reader = new JsonReader(text);
  reader.skipBlanks();
  if (reader.isAtEnd) throwApex('System.JSONException', 'No content to map to Object due to end of input');
  const node = reader.readValue(0);
  reader.skipBlanks();
  if (!reader.isAtEnd) reader.failAtCharacter('expected the end of the text');
  return node;
}

class JsonReader {
  private readonly text: string;
  private index = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.index >= this.text.length;
  }

  skipBlanks(): void {
    while (' \t\n\r'.includes(this.text[this.index] ?? 'x')) this.index++;
  }

  readValue(depth: number): JsonNode {
    if (depth > MAX_DEPTH)
      throwApex('System.JSONException', `The JSON text is nested deeper than ${MAX_DEPTH} levels.`);
    this.skipBlanks();
    switch (this.text[this.index]) {
      case '{':
        return this.readObject(depth);
      case '[':
        return this.readArray(depth);
      case '"':
        return this.readString();
      case 't':
        return this.readWord('true', true);
      case 'f':
        return this.readWord('false', false);
      case 'n':
        return this.readWord('null', null);
      default:
        return this.readNumber();
    }
  }

  private readObject(depth: number): Map<string, JsonNode> {
    const object = new Map<string, JsonNode>();
    this.index++;
    this.skipBlanks();
    if (this.takes('}')) return object;
    do {
      this.skipBlanks();
      if (this.text[this.index] !== '"') this.failAtCharacter('was expecting double-quote to start field name');
      const key = this.readString();
      this.skipBlanks();
      if (!this.takes(':')) this.failAtCharacter('was expecting a colon to separate field name and value');
      const value = this.readValue(depth + 1);
      object.delete(key);
      object.set(key, value);
      this.skipBlanks();
    } while (this.takes(','));
    if (!this.takes('}')) this.failAtCharacter('was expecting comma to separate OBJECT entries');
    return object;
  }

  private readArray(depth: number): JsonNode[] {
    const array: JsonNode[] = [];
    this.index++;
    this.skipBlanks();
    if (this.takes(']')) return array;
    do {
      array.push(this.readValue(depth + 1));
      this.skipBlanks();
    } while (this.takes(','));
    if (!this.takes(']')) this.failAtCharacter('was expecting comma to separate ARRAY entries');
    return array;
  }

  private readString(): string {
    const start = this.index++;
    for (;;) {
      const char = this.text[this.index];
      if (char === undefined) this.failAtEnd('in a string value');
      if (char < ' ')
        this.failAtCharacter('Illegal unquoted character: has to be escaped to be included in string value');
      this.index += char === '\\' ? 2 : 1;
      if (char === '"') break;
    }
    try {
      return JSON.parse(this.text.slice(start, this.index)) as string;
    } catch {
      return throwApex(
        'System.JSONException',
        `Unrecognized character escape at input location ${this.location(start)}`,
      );
    }
  }

  private readNumber(): JsonNumber {
    const match = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    match.lastIndex = this.index;
    const text = match.exec(this.text)?.[0];
    if (text === undefined) {
      this.failAtCharacter("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    }
    this.index += text.length;
    return new JsonNumber(text);
  }

  private readWord<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.index)) {
      this.failAtCharacter("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    }
    this.index += word.length;
    return value;
  }

  private takes(char: string): boolean {
    if (this.text[this.index] !== char) return false;
    this.index++;
    return true;
  }

  failAtCharacter(expectation: string): never {
    const char = this.text[this.index];
    if (char === undefined) this.failAtEnd(`: ${expectation}`);
    throwApex(
      'System.JSONException',
      `Unexpected character ('${char}' (code ${char.charCodeAt(0)})): ${expectation} at input location ${this.location(this.index)}`,
    );
  }

  private failAtEnd(where: string): never {
    throwApex(
      'System.JSONException',
      `Unexpected end-of-input ${where} at input location ${this.location(this.index)}`,
    );
  }

  /** `[line,column]`, both from 1; the column is the one after the character, as Salesforce reports it. */
  private location(index: number): string {
    const lines = this.text.slice(0, index).split('\n');
    return `[${lines.length},${(lines.at(-1)?.length ?? 0) + 2}]`;
  }
}
