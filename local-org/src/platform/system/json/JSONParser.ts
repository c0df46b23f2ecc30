import { throwApex } from '../../../runtime/ApexException.ts';
import { runtimeType } from '../../../types/RuntimeType.ts';
import { platformEnumConstant, type ApexEnum, type ApexType } from '../../../values/index.ts';
import { definePlatformType, type Implementation } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { parseJson } from './parseJson.ts';
import { readPrimitive } from './readPrimitive.ts';
import { readValue } from './readValue.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A System.JSONParser: a place among the tokens of a text. The text is read as a whole first, so it has to be well-formed. */
export class JsonParserValue {
  readonly apexType = 'System.JSONParser';
  private readonly tokens: readonly Token[];
  private index = -1;
  private isCleared = false;
  private lastCleared: Token | null = null;

  constructor(text: string) {
    this.tokens = tokensOf(parseJson(text));
  }

  get current(): Token | null {
    return this.isCleared ? null : (this.tokens[this.index] ?? null);
  }

  get cleared(): Token | null {
    return this.lastCleared;
  }

  next(): Token | null {
    this.isCleared = false;
    if (this.index < this.tokens.length) this.index++;
    return this.current;
  }

  /** The next token that is no field name. */
  nextValue(): Token | null {
    const token = this.next();
    return token?.kind === 'FIELD_NAME' ? this.next() : token;
  }

  clear(): void {
    this.lastCleared = this.current;
    this.isCleared = true;
  }

  /** From the beginning of an object or array to its end; from elsewhere nowhere. */
  skipChildren(): void {
    let depth = 0;
    do {
      const kind = this.current?.kind;
      if (kind === 'START_OBJECT' || kind === 'START_ARRAY') depth++;
      else if (kind === 'END_OBJECT' || kind === 'END_ARRAY') depth--;
      if (depth > 0) this.index++;
    } while (depth > 0);
  }

  read(type: ApexType, isStrict: boolean): unknown {
    const token = this.current ?? this.next();
    const value = token?.kind === 'FIELD_NAME' ? this.next() : token;
    if (!value) throwApex('System.JSONException', 'No content to map to Object due to end of input');
    const result = readValue(value.node, type.runtimeType, isStrict);
    this.skipChildren();
    return result;
  }
}

function constantOf(token: Token | null): ApexEnum | null {
  return token && platformEnumConstant('System.JSONToken', token.kind);
}

/** The value of the current token as a primitive. */
const valueAs = (type: string): Implementation => {
  const target = runtimeType(type);
  return (self: JsonParserValue) => {
    const token = self.current;
    if (!token?.kind.startsWith('VALUE_')) {
      throwApex('System.JSONException', `The current token (${token?.kind ?? 'none'}) has no value of type ${type}.`);
    }
    return token.node === null ? null : readPrimitive(token.node, target);
  };
};

export const JSONParser = definePlatformType({
  name: 'System.JSONParser',
  methods: {
    'void clearCurrentToken()': (self: JsonParserValue) => self.clear(),
    'Blob getBlobValue()': valueAs('Blob'),
    'Boolean getBooleanValue()': valueAs('Boolean'),
    'String getCurrentName()': (self: JsonParserValue) => self.current?.name ?? null,
    'JSONToken getCurrentToken()': (self: JsonParserValue) => constantOf(self.current),
    'Datetime getDatetimeValue()': valueAs('Datetime'),
    'Date getDateValue()': valueAs('Date'),
    'Decimal getDecimalValue()': valueAs('Decimal'),
    'Double getDoubleValue()': valueAs('Double'),
    'Id getIdValue()': valueAs('Id'),
    'Integer getIntegerValue()': valueAs('Integer'),
    'JSONToken getLastClearedToken()': (self: JsonParserValue) => constantOf(self.cleared),
    'Long getLongValue()': valueAs('Long'),
    'String getText()': (self: JsonParserValue) => self.current?.text ?? null,
    'Time getTimeValue()': valueAs('Time'),
    'Boolean hasCurrentToken()': (self: JsonParserValue) => self.current !== null,
    'JSONToken nextToken()': (self: JsonParserValue) => constantOf(self.next()),
    'JSONToken nextValue()': (self: JsonParserValue) => constantOf(self.nextValue()),
    'Object readValueAs(Type type)': withoutNulls((self: JsonParserValue, type: ApexType) => self.read(type, false)),
    'Object readValueAsStrict(Type type)': withoutNulls((self: JsonParserValue, type: ApexType) =>
      self.read(type, true),
    ),
    'void skipChildren()': (self: JsonParserValue) => self.skipChildren(),
  },
});
