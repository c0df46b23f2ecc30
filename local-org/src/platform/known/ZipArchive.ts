import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

interface Entry {
  readonly offset: number;
  readonly compressedSize: number;
  readonly isDeflated: boolean;
}

/** The files of a zip archive (a jar is one), each read when it is asked for. Source of the layout: PKWARE APPNOTE 6.3. */
export class ZipArchive {
  private readonly bytes: Buffer;
  private readonly entries = new Map<string, Entry>();

  /** Throws an Error when the file is no zip archive. */
  constructor(path: string) {
    this.bytes = readFileSync(path);
    const end = this.bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || this.bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error(`${path} is no zip archive.`);
    const count = this.bytes.readUInt16LE(end + 10);
    let position = this.bytes.readUInt32LE(end + 16);
    for (let index = 0; index < count; index++) position = this.readEntry(position, path);
  }

  names(): Iterable<string> {
    return this.entries.keys();
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The content of a file. Throws when there is none of that name. */
  read(name: string): Buffer {
    const entry = this.entries.get(name);
    if (!entry) throw new Error(`The archive has no file ${name}.`);
    const nameLength = this.bytes.readUInt16LE(entry.offset + 26);
    const extraLength = this.bytes.readUInt16LE(entry.offset + 28);
    const start = entry.offset + 30 + nameLength + extraLength;
    const content = this.bytes.subarray(start, start + entry.compressedSize);
    return entry.isDeflated ? inflateRawSync(content) : content;
  }

  private readEntry(position: number, path: string): number {
    if (this.bytes.readUInt32LE(position) !== DIRECTORY_ENTRY) throw new Error(`The directory of ${path} is damaged.`);
    const nameLength = this.bytes.readUInt16LE(position + 28);
    const end = position + 46 + nameLength;
    this.entries.set(this.bytes.toString('utf8', position + 46, end), {
      isDeflated: this.bytes.readUInt16LE(position + 10) === DEFLATED,
      compressedSize: this.bytes.readUInt32LE(position + 20),
      offset: this.bytes.readUInt32LE(position + 42),
    });
    return end + this.bytes.readUInt16LE(position + 30) + this.bytes.readUInt16LE(position + 32);
  }
}
