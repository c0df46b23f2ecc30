import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readClassFile, type ClassFile } from './ClassFile.ts';
import { ZipArchive } from './ZipArchive.ts';

/**
 * What Salesforce has, read from the type data in npm @salesforce/code-analyzer-pmd-engine (BSD-3): so that the compiler can say
 * "not supported by the local org" of what exists and "does not exist" of the rest. Nothing is known where that package is not
 * installed; then everything that the local org does not declare counts as unknown.
 */
const JAR_FOLDER = 'node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib';
const PREFIX = 'com/nawforce/runforce/';
const IMPLICIT_NAMESPACES = ['system', 'schema'];

interface KnownTypes {
  readonly archive: ZipArchive;
  /** Path in the archive by lower-case name with dots. */
  readonly paths: ReadonlyMap<string, string>;
  readonly classes: Map<string, ClassFile>;
}

let loaded: KnownTypes | null | undefined;

function knownTypes(): KnownTypes | null {
  if (loaded === undefined) loaded = load();
  return loaded;
}

function load(): KnownTypes | null {
  const jar = findJar(dirname(fileURLToPath(import.meta.url)), /^standard-types-[\d.]+\.jar$/);
  if (!jar) return null;
  const archive = new ZipArchive(jar);
  const paths = new Map<string, string>();
  for (const path of archive.names()) {
    if (!path.startsWith(PREFIX) || !path.endsWith('.class')) continue;
    const name = path.slice(PREFIX.length, -'.class'.length).replace(/\$$/, '').replace(/[/$]/g, '.');
    paths.set(name.toLowerCase(), path);
  }
  return { archive, paths, classes: new Map() };
}

/** Looks in the folder and those above it, as Node looks for packages. */
export function findJar(folder: string, pattern: RegExp): string | null {
  const candidate = join(folder, JAR_FOLDER);
  if (existsSync(candidate)) {
    const name = readdirSync(candidate).find((file) => pattern.test(file));
    if (name) return join(candidate, name);
  }
  const parent = dirname(folder);
  return parent === folder ? null : findJar(parent, pattern);
}

function pathOf(known: KnownTypes, name: string): string | undefined {
  const key = name.toLowerCase();
  const found = known.paths.get(key);
  if (found) return found;
  for (const namespace of IMPLICIT_NAMESPACES) {
    const implicit = known.paths.get(`${namespace}.${key}`);
    if (implicit) return implicit;
  }
  return undefined;
}

function classAt(known: KnownTypes, path: string): ClassFile {
  let file = known.classes.get(path);
  if (!file) known.classes.set(path, (file = readClassFile(known.archive.read(path))));
  return file;
}

/** The class of a type and those that it inherits from. */
function* lineage(name: string): Generator<ClassFile, void> {
  const known = knownTypes();
  let path = known ? pathOf(known, name) : undefined;
  while (known && path) {
    const file = classAt(known, path);
    yield file;
    const parent = `${file.superName ?? ''}.class`;
    path = parent.startsWith(PREFIX) ? parent : undefined;
  }
}

/** True when Salesforce has a type of this name (case-insensitive; System and Schema may be left out). */
export function isKnownType(name: string): boolean {
  const known = knownTypes();
  return known !== null && pathOf(known, name) !== undefined;
}

/** True when the type has a method, property or enum constant of this name on Salesforce; `field` leaves methods out. */
export function isKnownMember(type: string, member: string, kind: 'any' | 'field' = 'any'): boolean {
  const wanted = member.toLowerCase();
  for (const file of lineage(type)) {
    for (const { name, isPublic } of kind === 'field' ? file.fields : [...file.methods, ...file.fields]) {
      if (isPublic && name.replace(/\$$/, '').toLowerCase() === wanted) return true;
    }
  }
  return false;
}

/** Signatures of a type's methods and constructors, `contains(String)` and `(String)`; type parameters count as Object. */
export function knownSignatures(type: string): ReadonlySet<string> {
  const signatures = new Set<string>();
  for (const file of lineage(type)) {
    for (const { name, descriptor, isPublic } of file.methods) {
      if (!isPublic || name === '<clinit>') continue;
      const apexName = name === '<init>' ? '' : name.replace(/\$$/, '').toLowerCase();
      signatures.add(`${apexName}(${parametersOf(descriptor).join(',')})`);
    }
  }
  return signatures;
}

/** True when the type has a method of this name with so many parameters. */
export function hasKnownArity(type: string, method: string, count: number): boolean {
  const wanted = method.toLowerCase();
  for (const file of lineage(type)) {
    for (const { name, descriptor, isPublic } of file.methods) {
      const isNamed = isPublic && name.replace(/\$$/, '').toLowerCase() === wanted;
      if (isNamed && parametersOf(descriptor).length === count) return true;
    }
  }
  return false;
}

function parametersOf(descriptor: string): string[] {
  const list = descriptor.slice(1, descriptor.indexOf(')'));
  return [...list.matchAll(/\[*L([^;]+);/g)].map((match) =>
    (match[1] ?? '').replace(/^.*\//, '').replace(/\$$/, '').toLowerCase(),
  );
}

/** Every type that Salesforce has, `System.String`, as the type data spells it; empty without the data. */
export function allKnownTypes(): string[] {
  const known = knownTypes();
  return known
    ? [...known.paths.values()].map((path) => path.slice(PREFIX.length, -6).replace(/\$$/, '').replace(/[/$]/g, '.'))
    : [];
}

/** Names of the members that the type itself has on Salesforce, without those that it inherits and those of every object. */
export function knownMemberNames(type: string): string[] {
  const [own] = lineage(type);
  if (!own) return [];
  const names = [...own.methods, ...own.fields]
    .filter(({ isPublic }) => isPublic)
    .map(({ name }) => name.replace(/\$$/, ''));
  return [...new Set(names)].filter((name) => !name.startsWith('<') && !OF_EVERY_OBJECT.has(name.toLowerCase())).sort();
}

/** `addError` of simple values belongs to the field of a record, not to their type. */
const OF_EVERY_OBJECT = new Set([
  ...['equals', 'hashcode', 'tostring', 'compareto', 'values', 'valueof', 'name', 'ordinal', 'adderror'],
]);
