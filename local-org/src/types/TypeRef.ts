/** A type as it is written in Apex, parsed but not resolved: `Map<Id, List<String>>`. Arrays are written as List. */
export interface TypeRef {
  /** As written, with its qualifiers: `Database.SaveResult`. */
  readonly name: string;
  readonly args: readonly TypeRef[];
}

/** Parses the text of a type. Throws when the text is no type: only our own declarations are read with it. */
export function parseTypeRef(text: string): TypeRef {
  let position = 0;
  const skip = (): void => {
    while (text[position] === ' ') position++;
  };
  const read = (): TypeRef => {
    skip();
    const match = /^[A-Za-z_][\w.]*/.exec(text.slice(position));
    if (!match) throw new Error(`Not a type: ${text}`);
    position += match[0].length;
    const args: TypeRef[] = [];
    skip();
    if (text[position] === '<') {
      do {
        position++;
        args.push(read());
        skip();
      } while (text[position] === ',');
      if (text[position] !== '>') throw new Error(`Not a type: ${text}`);
      position++;
    }
    return { name: match[0], args };
  };
  const type = read();
  skip();
  if (position !== text.length) throw new Error(`Not a type: ${text}`);
  return type;
}

/** The canonical text of a type: no spaces, `List<String>`. */
export function typeRefText(type: TypeRef): string {
  return type.args.length === 0 ? type.name : `${type.name}<${type.args.map(typeRefText).join(',')}>`;
}
