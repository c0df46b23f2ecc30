import type { BootData } from '../host-api.ts';

/**
 * What the running user brings along, read from the page when the bundle starts. So the bundle is the same for
 * every user, and switching the user is a reload.
 */
export const boot: BootData = readBootData();

function readBootData(): BootData {
  const element = document.getElementById('local-org-boot');
  if (!element?.textContent) throw new Error('The page carries no boot data: reload it.');
  return JSON.parse(element.textContent) as BootData;
}

/** A label that is missing reads as its name in brackets, so that it is seen and found. */
export function label(name: string): string {
  return boot.labels[name] ?? `[${name}]`;
}

/** Salesforce gives true, or undefined when the user does not have the permission. */
export function customPermission(name: string): true | undefined {
  return boot.customPermissions.includes(name) ? true : undefined;
}

export function userPermission(name: string): true | undefined {
  return boot.userPermissions.includes(name) || boot.userPermissions.includes(`Permissions${name}`) ? true : undefined;
}

/** Salesforce answers by the client, not by the width of the window: a phone is Small, a desktop browser Large. */
export const formFactor: 'Large' | 'Small' = /Mobi/.test(navigator.userAgent) ? 'Small' : 'Large';
