import { userLocale } from '../../../values/userContext.ts';

/** The tag of a Salesforce locale for Intl: `en_US` gives `en-US`, `de_DE_EURO` gives `de-DE`. */
export function localeTag(locale: string = userLocale()): string {
  const tag = locale.split('_').slice(0, 2).join('-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

/** With the separators of the user's locale and at most three decimals, half even: as Java's NumberFormat. */
export function formatNumber(value: bigint | string): string {
  const format = new Intl.NumberFormat(localeTag(), {
    maximumFractionDigits: 3,
    roundingMode: 'halfEven',
  });
  return format.format(value as Intl.StringNumericLiteral);
}
