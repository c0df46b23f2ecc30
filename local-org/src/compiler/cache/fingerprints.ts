import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectDescription, SchemaCatalog } from '../../schema/SchemaCatalog.ts';
import type { DeclaredUnit } from '../2-declare/Declaration.ts';
import type { SourceFile } from '../source.ts';

export function hash(...parts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(`${part.length}:`).update(part);
  return digest.digest('hex');
}

let toolchain: string | null = null;

/** Changes with every file of the local org that compiling may depend on: compiler, declarations of the platform, schema. */
export function toolchainFingerprint(): string {
  return (toolchain ??= hash(process.version, ...describeFolder(join(import.meta.dirname, '..', '..'))));
}

/** Folders that nothing compiles with: what a program meets when it runs, and what shows it. */
const UNRELATED = new Set([
  ...['web', 'cli', 'host', 'node_modules', 'browser', 'testing', 'support'],
  ...['rules', 'security', 'store', 'seed', 'events', 'async'],
]);

function describeFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return UNRELATED.has(entry.name) ? [] : describeFolder(path);
    const { size, mtimeMs } = statSync(path);
    return [`${path} ${size} ${mtimeMs}`];
  });
}

const schemas = new WeakMap<SchemaCatalog, string>();

/** Everything that the compiler and the check of queries read of the schema. */
export function schemaFingerprint(schema: SchemaCatalog): string {
  let known = schemas.get(schema);
  if (!known)
    schemas.set(schema, (known = hash(...schema.objectNames().map((name) => describeObject(schema.object(name))))));
  return known;
}

function describeObject(object: ObjectDescription | undefined): string {
  if (!object) return '';
  const { fields, ...rest } = object;
  return JSON.stringify([rest, [...fields.values()]]);
}

export function sourceFingerprint(source: SourceFile): string {
  return hash(source.path, source.kind, String(source.apiVersion), source.text);
}

/** What other files can see of a file: positions do not count. */
export function declarationFingerprint(unit: DeclaredUnit): string {
  return hash(
    JSON.stringify(unit, (key, value: unknown) => (key === 'position' || key === 'objectPosition' ? undefined : value)),
  );
}
