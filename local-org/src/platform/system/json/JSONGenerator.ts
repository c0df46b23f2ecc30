import { throwApex } from '../../../runtime/ApexException.ts';
import { definePlatformType, type Implementation } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { JsonWriter } from './JsonWriter.ts';
import { writeValue } from './writeValue.ts';

/** A System.JSONGenerator. Throws System.JSONException for a piece that does not fit where it is written. */
export class JsonGeneratorValue {
  readonly apexType = 'System.JSONGenerator';
  readonly writer: JsonWriter;
  isClosed = false;

  constructor(isPretty: boolean) {
    this.writer = new JsonWriter(isPretty);
  }

  key(name: string): void {
    this.mustBeOpen();
    if (!this.writer.takesKey) throwApex('System.JSONException', 'Can not write a field name, expecting a value');
    this.writer.key(name);
  }

  value(value: unknown): void {
    this.mustTakeValue();
    writeValue(this.writer, value, { suppressNulls: false });
  }

  begin(isArray: boolean): void {
    this.mustTakeValue();
    this.writer.begin(isArray);
  }

  end(isArray: boolean): void {
    this.mustBeOpen();
    if (this.writer.isInArray !== isArray) {
      throwApex('System.JSONException', `Current context not an ${isArray ? 'ARRAY' : 'OBJECT'}`);
    }
    this.writer.end();
  }

  /** Ends what is open, as getAsString and close do. */
  finish(): string {
    while (this.writer.depth > 0) this.writer.end();
    this.isClosed = true;
    return this.writer.toString();
  }

  private mustTakeValue(): void {
    this.mustBeOpen();
    if (!this.writer.takesValue) throwApex('System.JSONException', 'Can not write a value, expecting field name');
  }

  private mustBeOpen(): void {
    if (this.isClosed) throwApex('System.JSONException', 'The generator is closed.');
  }
}

/** `write<Name>` and `write<Name>Field` for each type. */
function writing(name: string, ...types: string[]): Record<string, Implementation> {
  const members: Record<string, Implementation> = {};
  for (const type of types) {
    members[`void write${name}(${type} value)`] = withoutNulls((self: JsonGeneratorValue, value: unknown) =>
      self.value(value),
    );
    members[`void write${name}Field(String fieldName, ${type} value)`] = withoutNulls(
      (self: JsonGeneratorValue, key: string, value: unknown) => {
        self.key(key);
        self.value(value);
      },
    );
  }
  return members;
}

export const JSONGenerator = definePlatformType({
  name: 'System.JSONGenerator',
  methods: {
    'void close()': (self: JsonGeneratorValue) => void self.finish(),
    'String getAsString()': (self: JsonGeneratorValue) => self.finish(),
    'Boolean isClosed()': (self: JsonGeneratorValue) => self.isClosed,
    ...writing('Blob', 'Blob'),
    ...writing('Boolean', 'Boolean'),
    ...writing('Date', 'Date'),
    ...writing('DateTime', 'Datetime'),
    ...writing('Id', 'Id'),
    ...writing('Number', 'Decimal', 'Double', 'Integer', 'Long'),
    ...writing('Object', 'Object'),
    ...writing('String', 'String'),
    ...writing('Time', 'Time'),
    'void writeEndArray()': (self: JsonGeneratorValue) => self.end(true),
    'void writeEndObject()': (self: JsonGeneratorValue) => self.end(false),
    'void writeFieldName(String fieldName)': withoutNulls((self: JsonGeneratorValue, name: string) => self.key(name)),
    'void writeNull()': (self: JsonGeneratorValue) => self.value(null),
    'void writeNullField(String fieldName)': withoutNulls((self: JsonGeneratorValue, name: string) => {
      self.key(name);
      self.value(null);
    }),
    'void writeStartArray()': (self: JsonGeneratorValue) => self.begin(true),
    'void writeStartObject()': (self: JsonGeneratorValue) => self.begin(false),
  },
});
