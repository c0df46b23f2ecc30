import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PROJECT_DIRECTORY, type ApexFile, type VerdictCase } from './verdictCases.ts';

/** One line of the gate: which check found what. */
export interface GateFinding {
  /** `compiler`, `apex-ls` or `soql`. */
  readonly checker: string;
  readonly text: string;
}

const GATE = resolve(import.meta.dirname, '../../../../shared/tools/platform-gate/gate');
const CHECKS = ['apexls', 'jorje', 'soql'];
const FINDINGS_EXIT_CODE = 4;

/** How apex-ls begins what it only advises against. */
const WARNING = 'Warning:';

/** Why the gate cannot be asked here; null when it can. */
export function whyGateIsAbsent(): string | null {
  if (!existsSync(GATE)) return 'platform-gate is not beside the repository';
  try {
    execFileSync('javac', ['-version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'platform-gate needs a JDK, and there is no javac';
  }
}

/**
 * Asks platform-gate for its verdict on all cases at once: their types have different names, and the gate judges each file
 * for itself, so that one faulty file does not hide another.
 * Returns the findings of each case by its name, without mere warnings. Throws an Error when the gate did not run.
 */
export async function askGate(all: readonly VerdictCase[]): Promise<Map<string, GateFinding[]>> {
  const cases = all.filter((one) => one.gate.kind !== 'not asked');
  const directory = mkdtempSync(join(tmpdir(), 'verdict-cases-'));
  try {
    const caseOfFile = writeProject(directory, cases);
    const findings = new Map<string, GateFinding[]>(cases.map((one) => [one.name, []]));
    for (const line of (await runGate(directory)).split('\n').filter((text) => text !== '')) {
      const [, checker, file, text] = /^(\S+) +(?:\S*\/)?(\w+\.(?:cls|trigger))[: ] ?(.*)$/.exec(line) ?? [];
      const owner = file === undefined ? undefined : caseOfFile.get(file);
      if (checker === undefined || text === undefined || owner === undefined) {
        throw new Error(`platform-gate wrote a line that belongs to no case: ${line}`);
      }
      if (!text.startsWith(WARNING)) findings.get(owner)?.push({ checker, text });
    }
    return findings;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Returns which case each file belongs to. */
function writeProject(directory: string, cases: readonly VerdictCase[]): Map<string, string> {
  cpSync(PROJECT_DIRECTORY, directory, { recursive: true });
  const caseOfFile = new Map<string, string>();
  for (const one of cases) {
    for (const file of one.files) {
      if (caseOfFile.has(file.name))
        throw new Error(`${one.name} and ${caseOfFile.get(file.name)} both have ${file.name}.`);
      caseOfFile.set(file.name, one.name);
      writeApex(directory, file, one.apiVersion);
    }
  }
  return caseOfFile;
}

function writeApex(directory: string, file: ApexFile, apiVersion: number): void {
  const [folder, element] = file.kind === 'class' ? ['classes', 'ApexClass'] : ['triggers', 'ApexTrigger'];
  const target = join(directory, 'force-app/main/default', folder);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, file.name), file.text);
  writeFileSync(
    join(target, `${file.name}-meta.xml`),
    `<?xml version="1.0" encoding="UTF-8"?>
<${element} xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>${apiVersion}.0</apiVersion>
    <status>Active</status>
</${element}>
`,
  );
}

function runGate(directory: string): Promise<string> {
  return new Promise((found, failed) => {
    execFile(GATE, [directory, ...CHECKS], { maxBuffer: 64 * 1024 * 1024 }, (error, output, errors) => {
      if (error === null) found('');
      else if (error.code === FINDINGS_EXIT_CODE) found(output);
      else failed(new Error(`platform-gate did not run: ${errors || error.message}`));
    });
  });
}

/** What the gate's findings say against the verdict in the header of the case; null when they agree. */
export function gateDisagreement(one: VerdictCase, findings: readonly GateFinding[]): string | null {
  const { gate } = one;
  if (gate.kind === 'not asked') return null;
  const heard = findings.map((finding) => `${finding.checker}: ${finding.text}`).join('\n');
  if (gate.kind === 'accepted')
    return findings.length === 0 ? null : `the gate is said to accept it, but found\n${heard}`;
  const stated = findings.some((finding) => finding.checker === gate.checker && finding.text.includes(gate.message));
  if (stated) return null;
  return `the gate is said to find "${gate.checker}: ${gate.message}", but found\n${heard || 'nothing'}`;
}
