import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';

/** A metadata file that cannot be read at all, and where. */
export interface BrokenMetadata {
  /** Absolute. */
  readonly file: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: 'SCH0101' | 'PRJ0003';
  readonly text: string;
}

/** In metadata format the files of these kinds do not end in `.xml`. */
const OF_METADATA_FORMAT =
  /\.(app|customPermission|labels|mutingpermissionset|object|permissionset|permissionsetgroup|profile|tab|translation)$/;

/** `Type.Record.md`; every other `.md` is a text that goes with the project. */
const CUSTOM_METADATA = /(^|[\\/])\w+\.\w+\.md$/;

/** Metadata files that are not UTF-8 or not well-formed XML: whoever reads them would get something else than what was meant. */
export function findBrokenMetadata(metadataFiles: readonly string[], directory: string): BrokenMetadata[] {
  return metadataFiles
    .filter((file) => file.endsWith('.xml') || OF_METADATA_FORMAT.test(file) || CUSTOM_METADATA.test(file))
    .flatMap((file) => {
      const problem = problemOf(readFileSync(file));
      const path = relative(directory, file).replaceAll('\\', '/');
      return problem ? [{ file, path, ...problem }] : [];
    });
}

function problemOf(bytes: Buffer): Omit<BrokenMetadata, 'file' | 'path'> | null {
  const text = bytes.toString('utf8');
  const wrong = text.indexOf('\uFFFD');
  if (wrong >= 0) {
    const before = text.slice(0, wrong).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { line: before.length, column, code: 'PRJ0003', text: 'The file is not valid UTF-8: save it as UTF-8.' };
  }
  const validity = XMLValidator.validate(text.replace(/^\uFEFF/, ''));
  if (validity === true) return null;
  const { line, col, msg } = validity.err;
  return { line, column: col, code: 'SCH0101', text: `Not well-formed XML: ${msg}` };
}
