/** What of the running user the values need: how dates, times and numbers are written for that user. */
export interface UserContext {
  /** Time zone id as in User.TimeZoneSidKey: `America/Los_Angeles`. */
  timeZone(): string;
  /** As in User.LocaleSidKey: `en_US`. */
  locale(): string;
}

let context: UserContext = { timeZone: () => 'GMT', locale: () => 'en_US' };

/** Called once, by the part of the org that knows the users. */
export function registerUserContext(provider: UserContext): void {
  context = provider;
}

export function userTimeZone(): string {
  return context.timeZone();
}

export function userLocale(): string {
  return context.locale();
}
