import { throwApex } from '../../runtime/ApexException.ts';
import { ApexBlob } from '../../values/index.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { withoutNulls } from './arguments.ts';

export const Blob = definePlatformType({
  name: 'System.Blob',
  methods: {
    'Integer size()': (self: ApexBlob) => self.bytes.length,
    /** Throws for bytes that are no UTF-8, as on Salesforce. */
    'String toString()': (self: ApexBlob) => {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(self.bytes);
      } catch {
        return throwApex('System.StringException', 'BLOB is not a valid UTF-8 string');
      }
    },
    'static Blob valueOf(String text)': withoutNulls((text: string) => ApexBlob.fromText(text)),
  },
});
