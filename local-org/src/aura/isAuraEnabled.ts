/** True for a method or property that components may reach. */
export function isAuraEnabled(member: { readonly annotations: readonly { readonly name: string }[] }): boolean {
  return member.annotations.some((annotation) => annotation.name.toLowerCase() === 'auraenabled');
}
