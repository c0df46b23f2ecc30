import { throwApex } from '../../runtime/ApexException.ts';
import { ApexBlob } from '../../values/index.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { withoutNulls } from './arguments.ts';

export const EncodingUtil = definePlatformType({
  name: 'System.EncodingUtil',
  missing: 'urlEncode and urlDecode know UTF-8 only.',
  methods: {
    'static Blob base64Decode(String text)': withoutNulls((text: string) => {
      const illegal = /[^A-Za-z0-9+/=\r\n]/.exec(text);
      if (illegal) throwApex('System.StringException', `Unrecognized base64 character: ${illegal[0]}`);
      return new ApexBlob(Buffer.from(text, 'base64'));
    }),
    'static String base64Encode(Blob input)': withoutNulls((input: ApexBlob) =>
      Buffer.from(input.bytes).toString('base64'),
    ),
    'static Blob convertFromHex(String text)': withoutNulls((text: string) => {
      if (!/^(?:[0-9a-f]{2})*$/i.test(text)) throwApex('System.StringException', `Invalid hex string: ${text}`);
      return new ApexBlob(Buffer.from(text, 'hex'));
    }),
    'static String convertToHex(Blob input)': withoutNulls((input: ApexBlob) =>
      Buffer.from(input.bytes).toString('hex'),
    ),
    'static String urlDecode(String text, String encoding)': withoutNulls((text: string, encoding: string) => {
      mustBeUtf8(encoding);
      try {
        return decodeURIComponent(text.replaceAll('+', ' '));
      } catch {
        return throwApex('System.IllegalArgumentException', `Illegal percent sequence in: ${text}`);
      }
    }),
    /** As Java's URLEncoder: blanks become plus signs, and `*`, `-`, `.`, `_` stay. */
    'static String urlEncode(String text, String encoding)': withoutNulls((text: string, encoding: string) => {
      mustBeUtf8(encoding);
      return encodeURIComponent(text.toWellFormed())
        .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll('%20', '+');
    }),
  },
});

function mustBeUtf8(encoding: string): void {
  if (!/^utf-?8$/i.test(encoding)) {
    throwApex(
      'System.InvalidParameterValueException',
      `Encoding ${encoding} is not supported by the local org: use UTF-8`,
    );
  }
}
