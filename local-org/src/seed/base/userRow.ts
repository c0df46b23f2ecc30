import type { RowValues } from '../../store/RowValues.ts';

/** What every user row holds unless a seed says otherwise. */
export const USER_DEFAULTS: Readonly<RowValues> = Object.freeze({
  IsActive: true,
  UserType: 'Standard',
  TimeZoneSidKey: 'America/Los_Angeles',
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  EmailEncodingKey: 'UTF-8',
  DigestFrequency: 'D',
  DefaultGroupNotificationFrequency: 'N',
  UserPreferencesLightningExperiencePreferred: true,
  NumberOfFailedLogins: 0,
});

const PLAIN_LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', æ: 'ae', ß: 'ss', đ: 'd', ı: 'i' };

/** The letters of a name that may stand in a username: `Łukasik` gives `lukasik`. Empty for other scripts. */
export function asciiName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[łøæßđı]/g, (letter) => PLAIN_LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
