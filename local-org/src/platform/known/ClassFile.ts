/** A field or method of a class file. */
export interface ClassMember {
  readonly name: string;
  /** As the Java Virtual Machine writes it: `(Lcom/x/String;)V`. */
  readonly descriptor: string;
  readonly isPublic: boolean;
  readonly isEnumConstant: boolean;
}

export interface ClassFile {
  /** With slashes; null for Object. */
  readonly superName: string | null;
  readonly fields: readonly ClassMember[];
  readonly methods: readonly ClassMember[];
}

const PUBLIC = 0x0001;
const ENUM = 0x4000;
/** Bytes behind the tag of a constant, by tag; 1 (text) is measured, 5 and 6 take two places. */
const SIZES: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

/** Reads names and signatures of a compiled Java class. Source of the layout: Java Virtual Machine Specification, chapter 4. */
export function readClassFile(bytes: Buffer): ClassFile {
  const count = bytes.readUInt16BE(8);
  const texts = new Map<number, string>();
  const classes = new Map<number, number>();
  let position = 10;
  for (let index = 1; index < count; index++) {
    const tag = bytes[position] ?? 0;
    if (tag === 1) {
      const length = bytes.readUInt16BE(position + 1);
      texts.set(index, bytes.toString('utf8', position + 3, position + 3 + length));
      position += 3 + length;
      continue;
    }
    if (tag === 7) classes.set(index, bytes.readUInt16BE(position + 1));
    const size = SIZES[tag];
    if (size === undefined) throw new Error(`Unknown constant ${tag} in a class file.`);
    position += 1 + size;
    if (tag === 5 || tag === 6) index++;
  }
  const superName = texts.get(classes.get(bytes.readUInt16BE(position + 4)) ?? -1) ?? null;
  position += 8 + 2 * bytes.readUInt16BE(position + 6);
  const fields = readMembers(bytes, position, texts);
  const methods = readMembers(bytes, fields.end, texts);
  return { superName, fields: fields.members, methods: methods.members };
}

function readMembers(
  bytes: Buffer,
  start: number,
  texts: ReadonlyMap<number, string>,
): { members: ClassMember[]; end: number } {
  const members: ClassMember[] = [];
  let position = start + 2;
  for (let remaining = bytes.readUInt16BE(start); remaining > 0; remaining--) {
    const flags = bytes.readUInt16BE(position);
    members.push({
      name: texts.get(bytes.readUInt16BE(position + 2)) ?? '',
      descriptor: texts.get(bytes.readUInt16BE(position + 4)) ?? '',
      isPublic: (flags & PUBLIC) !== 0,
      isEnumConstant: (flags & ENUM) !== 0,
    });
    let attributes = bytes.readUInt16BE(position + 6);
    position += 8;
    for (; attributes > 0; attributes--) position += 6 + bytes.readUInt32BE(position + 2);
  }
  return { members, end: position };
}
