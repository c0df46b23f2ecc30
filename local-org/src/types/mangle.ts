/**
 * The JavaScript name of an Apex method that is called through an object: `compareto$Object`.
 * Parameter types are canonical type texts of the declaration; type arguments are erased, type parameters count as Object.
 */
export function mangle(name: string, parameterTypes: readonly string[]): string {
  const erased = parameterTypes.map((type) => type.replace(/<.*$/, '').replace(/\./g, '_'));
  return [name.toLowerCase(), ...erased].join('$') + (parameterTypes.length === 0 ? '$' : '');
}
