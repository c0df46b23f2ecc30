import { definePlatformType } from '../../definePlatformType.ts';
import { withoutNulls } from '../arguments.ts';
import { localeTag } from '../number/formatNumber.ts';

/** A System.Collator: the order of texts in a locale. */
class CollatorValue {
  readonly apexType = 'System.Collator';
  readonly collator = new Intl.Collator(localeTag());
}

export const Collator = definePlatformType({
  name: 'System.Collator',
  methods: {
    'Integer compare(String left, String right)': withoutNulls((self: CollatorValue, left: string, right: string) =>
      Math.sign(self.collator.compare(left, right)),
    ),
    'static Collator getInstance()': () => new CollatorValue(),
  },
});
