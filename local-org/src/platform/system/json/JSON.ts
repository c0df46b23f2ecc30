import type { ApexType } from '../../../values/index.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { JsonGeneratorValue } from './JSONGenerator.ts';
import { JsonParserValue } from './JSONParser.ts';
import { JsonWriter } from './JsonWriter.ts';
import { parseJson } from './parseJson.ts';
import { readValue } from './readValue.ts';
import { untypedValue } from './untypedValue.ts';
import { writeValue } from './writeValue.ts';

export const JsonType = definePlatformType({
  name: 'System.JSON',
  methods: {
    'static JSONGenerator createGenerator(Boolean isPretty)': withoutNulls(
      (isPretty: boolean) => new JsonGeneratorValue(isPretty),
    ),
    'static JSONParser createParser(String json)': withoutNulls((json: string) => new JsonParserValue(json)),
    'static Object deserialize(String json, Type type)': withoutNulls((json: string, type: ApexType) =>
      readValue(parseJson(json), type.runtimeType, false),
    ),
    'static Object deserializeStrict(String json, Type type)': withoutNulls((json: string, type: ApexType) =>
      readValue(parseJson(json), type.runtimeType, true),
    ),
    'static Object deserializeUntyped(String json)': withoutNulls((json: string) => untypedValue(parseJson(json))),
    'static String serialize(Object value)': (value: unknown) => serialize(value, false, false),
    'static String serialize(Object value, Boolean suppressApexObjectNulls)': (
      value: unknown,
      suppress: boolean | null,
    ) => serialize(value, suppress === true, false),
    'static String serializePretty(Object value)': (value: unknown) => serialize(value, false, true),
    'static String serializePretty(Object value, Boolean suppressApexObjectNulls)': (
      value: unknown,
      suppress: boolean | null,
    ) => serialize(value, suppress === true, true),
  },
});

function serialize(value: unknown, suppressNulls: boolean, isPretty: boolean): string {
  const writer = new JsonWriter(isPretty);
  writeValue(writer, value, { suppressNulls });
  return writer.toString();
}
