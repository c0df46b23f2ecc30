import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compile } from '../../src/compiler/index.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { compileProject } from '../../src/org/compileProject.ts';
import { openOrg } from '../../src/org/openOrg.ts';
import * as platform from '../../src/platform/catalog.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import type { CapabilityExample } from '../../src/support/Capability.ts';

const schema = createSchema();

/** What the local org says against the example of a capability; nothing when it takes it. */
export function askFor(example: CapabilityExample): string[] {
  if ('metadata' in example) return problemsOfMetadata(...example.metadata);
  if ('soql' in example) {
    return problemsOfApex(`public class Sample { void run() { for (SObject row : [${example.soql}]) { break; } } }`);
  }
  return problemsOfApex('type' in example ? example.type : `public class Sample { ${example.members} }`);
}

function problemsOfApex(text: string): string[] {
  const sources = [{ path: 'Sample.cls', text, kind: 'class', apiVersion: 66 }] as const;
  const { diagnostics } = compile({ sources, platform, schema, labels: () => false });
  return diagnostics.map((problem) => `${problem.code} ${problem.text}`);
}

function problemsOfMetadata(path: string, text: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'local-org-support-'));
  try {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const compiled = compileProject(readProjectSources(directory), join(directory, 'cache'));
    if (compiled.problems.length > 0) return compiled.problems.map((problem) => `${problem.code} ${problem.text}`);
    openOrg({ compiled, file: ':memory:', seed: { kind: 'scratch' }, coverage: false }).close();
    return [];
  } catch (error) {
    return [(error as Error).message];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
