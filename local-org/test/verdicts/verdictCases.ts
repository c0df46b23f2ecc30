import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** What platform-gate's compiler says of a case, as its header states it. */
export type GateVerdict =
  | { readonly kind: 'accepted' }
  /** The gate breaks down on the case, so it is left out. */
  | { readonly kind: 'not asked' }
  /** A line of the gate begins with `checker` and holds `message`. */
  | { readonly kind: 'refused'; readonly checker: string; readonly message: string };

export interface ApexFile {
  /** As a project names it: `IntegerFromLong.cls`. */
  readonly name: string;
  readonly text: string;
  readonly kind: 'class' | 'trigger';
}

/** A small piece of Apex whose acceptance by Salesforce is known. */
export interface VerdictCase {
  /** `refused/integer-from-long`. */
  readonly name: string;
  readonly verdict: 'refused' | 'accepted';
  readonly files: readonly ApexFile[];
  readonly apiVersion: number;
  /** What is wrong, or what is used. */
  readonly reason: string;
  /** Where Salesforce says so. */
  readonly source: string;
  readonly gate: GateVerdict;
  /** Why the gate's verdict is not Salesforce's, or is missing; null where the two agree. */
  readonly because: string | null;
  /** Of a refused case: codes of diagnostics (`APX0203`) or words of their texts, one of which must be reported. */
  readonly localOrg: readonly string[];
}

const DEFAULT_API_VERSION = 67;
const HEADER_KEYS = new Set(['reason', 'source', 'api', 'gate', 'because', 'local-org']);

export const CASES_DIRECTORY = join(import.meta.dirname, 'fixtures');

/** Objects, fields and labels that the cases use. */
export const PROJECT_DIRECTORY = join(CASES_DIRECTORY, 'project');

/** Reads all cases. Throws an Error that names the case whose header is incomplete. */
export function readVerdictCases(): VerdictCase[] {
  return (['refused', 'accepted'] as const).flatMap((verdict) => {
    const directory = join(CASES_DIRECTORY, verdict);
    return readdirSync(directory)
      .filter((entry) => !entry.startsWith('.'))
      .sort()
      .map((entry) => readCase(verdict, join(directory, entry)));
  });
}

function readCase(verdict: VerdictCase['verdict'], path: string): VerdictCase {
  const isFolder = statSync(path).isDirectory();
  const name = `${verdict}/${basename(path, extname(path))}`;
  const files = isFolder
    ? readdirSync(path)
        .sort()
        .map((file) => readApex(join(path, file), file))
    : [readApex(path, pascalCase(basename(path)))];
  const header = readHeader(name, files);
  const because = header.get('because') ?? null;
  const gate = readGateVerdict(name, required(header, 'gate', name));
  if ((gate.kind === verdict) !== (because === null)) {
    throw new Error(`${name}: "because:" belongs exactly to the cases on which the gate and Salesforce differ.`);
  }
  return {
    name,
    verdict,
    files,
    apiVersion: Number(header.get('api') ?? DEFAULT_API_VERSION),
    reason: required(header, 'reason', name),
    source: required(header, 'source', name),
    gate,
    because,
    localOrg: (verdict === 'refused' ? required(header, 'local-org', name) : (header.get('local-org') ?? ''))
      .split(/,\s*/)
      .filter(Boolean),
  };
}

function readApex(path: string, name: string): ApexFile {
  return { name, text: readFileSync(path, 'utf8'), kind: path.endsWith('.trigger') ? 'trigger' : 'class' };
}

/** `integer-from-long.cls` holds the class IntegerFromLong. */
function pascalCase(fileName: string): string {
  return fileName.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The comment that begins one of the files: a line `key: text` for each fact. */
function readHeader(name: string, files: readonly ApexFile[]): Map<string, string> {
  const comments = files
    .map((file) => /^\/\*\n([\s\S]*?)\*\//.exec(file.text)?.[1])
    .filter((text) => text !== undefined);
  if (comments.length !== 1) throw new Error(`${name}: exactly one file begins with the header comment.`);
  const header = new Map<string, string>();
  for (const line of (comments[0] ?? '').split('\n').filter((text) => text.trim() !== '')) {
    const [, key, value] = /^ \* ([a-z-]+): (.+)$/.exec(line) ?? [];
    if (key === undefined || value === undefined || !HEADER_KEYS.has(key)) {
      throw new Error(`${name}: the header has the line "${line}", which is not "key: text" with a known key.`);
    }
    header.set(key, value);
  }
  return header;
}

function required(header: ReadonlyMap<string, string>, key: string, name: string): string {
  const value = header.get(key);
  if (value === undefined) throw new Error(`${name}: the header lacks "${key}:".`);
  return value;
}

function readGateVerdict(name: string, text: string): GateVerdict {
  if (text === 'accepted' || text === 'not asked') return { kind: text };
  const [, checker, message] = /^(compiler|apex-ls|soql): (.+)$/.exec(text) ?? [];
  if (checker === undefined || message === undefined) {
    throw new Error(
      `${name}: "gate: ${text}" is neither "accepted", "not asked" nor "compiler: message" (or apex-ls, or soql).`,
    );
  }
  return { kind: 'refused', checker, message };
}
