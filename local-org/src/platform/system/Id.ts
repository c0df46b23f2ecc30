import { toId18, tryToId18 } from '../../values/index.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { withoutNulls } from './arguments.ts';

/** The members of Id that need no schema; getSObjectType stands with the types of the data. */
export const Id = definePlatformType({
  name: 'System.Id',
  methods: {
    'String to15()': (self: string) => self.slice(0, 15),
    'static Id valueOf(String text)': withoutNulls((text: string) => toId18(text)),
    'static Id valueOf(String text, Boolean restoreCasing)': withoutNulls((text: string, restoreCasing: boolean) => {
      const id = tryToId18(text);
      // Casing can only be restored from the last three characters of the long form.
      if (id === null || (restoreCasing && text.length !== 18))
        throwApex('System.StringException', `Invalid id: ${text}`);
      return id;
    }),
  },
});
