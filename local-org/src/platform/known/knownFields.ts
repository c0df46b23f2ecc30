import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readClassFile } from './ClassFile.ts';
import { findJar } from './knownTypes.ts';
import { ZipArchive } from './ZipArchive.ts';

const FOLDER = 'com/nawforce/runforce/SObjects';

let archive: ZipArchive | null | undefined;
const fieldsByObject = new Map<string, ReadonlySet<string>>();

/**
 * True when Salesforce has a standard field or relationship of this name on a standard object; the object is spelled as its
 * API name. Read from the object data in npm @salesforce/code-analyzer-pmd-engine (BSD-3); false where that is not installed.
 */
export function isKnownField(object: string, field: string): boolean {
  let fields = fieldsByObject.get(object);
  if (!fields) fieldsByObject.set(object, (fields = readFields(object)));
  return fields.has(field.toLowerCase());
}

function readFields(object: string): ReadonlySet<string> {
  if (archive === undefined) {
    const jar = findJar(dirname(fileURLToPath(import.meta.url)), /^sobject-types-[\d.]+\.jar$/);
    archive = jar ? new ZipArchive(jar) : null;
  }
  const path = `${FOLDER}/${object}.class`;
  if (!archive?.has(path)) return new Set();
  const { fields } = readClassFile(archive.read(path));
  return new Set(fields.filter(({ isPublic }) => isPublic).map(({ name }) => name.replace(/\$$/, '').toLowerCase()));
}
