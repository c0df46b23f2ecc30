/** Imports that the platform resolves by name and for which no package has types. */
declare module '@salesforce/label/c.*' {
  const label: string;
  export default label;
}

declare module '@salesforce/customPermission/*' {
  /** True when the running user has the permission, otherwise undefined. */
  const isGranted: true | undefined;
  export default isGranted;
}

declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}

/** Time zone of the running user, such as Europe/Berlin. */
declare module '@salesforce/i18n/timeZone' {
  const timeZone: string;
  export default timeZone;
}

/** Locale of the running user, such as en-US. */
declare module '@salesforce/i18n/locale' {
  const locale: string;
  export default locale;
}
