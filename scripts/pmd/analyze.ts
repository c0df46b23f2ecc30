import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CodeAnalyzer, CodeAnalyzerConfig, EventType, LogLevel } from '@salesforce/code-analyzer-core';
import { createEnginePlugin } from '@salesforce/code-analyzer-pmd-engine';
import { join, relative } from 'node:path';
import { UserError } from '../project/run.ts';
import { packageDirectories } from '../project/root.ts';

/** Something that a rule of PMD finds fault with. */
export interface Violation {
  readonly rule: string;
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** The text of the line. */
  readonly code: string;
}

const NEEDED_JAVA = 17;

function codeAt(file: string, line: number): string {
  if (line < 1) return '';
  return readFileSync(file, 'utf8').split('\n')[line - 1]?.trim() ?? '';
}

/** The parser names every token that it would have taken; the first lines and words say what is wrong. */
function shorten(problem: string): string {
  const lines = problem.split('\n').slice(0, 3);
  return lines.map((line) => (line.length > 160 ? `${line.slice(0, 160)}…` : line)).join('\n');
}

/** @throws UserError in one line when there is no Java that PMD can run on */
export function requireJava(): void {
  const { stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = error ? undefined : /version "(\d+)/.exec(stderr)?.[1];
  if (version === undefined) {
    throw new UserError(`PMD needs Java ${NEEDED_JAVA} or later, and no "java" was found. Install it and try again.`);
  }
  if (Number(version) < NEEDED_JAVA) {
    throw new UserError(
      `PMD needs Java ${NEEDED_JAVA} or later, but "java" is version ${version}. Install a newer one.`,
    );
  }
}

/**
 * Runs the recommended PMD rules of Salesforce's Code Analyzer on all Apex of the project.
 *
 * @throws UserError when the engine could not run
 */
export async function analyzeApex(root: string): Promise<Violation[]> {
  requireJava();
  const analyzer = new CodeAnalyzer(
    CodeAnalyzerConfig.fromObject({ config_root: root, engines: { pmd: { rule_languages: ['apex'] } } }),
  );
  const problems: string[] = [];
  for (const type of [EventType.LogEvent, EventType.EngineLogEvent]) {
    analyzer.onEvent(type, (event) => {
      if ('logLevel' in event && event.logLevel === LogLevel.Error) problems.push(event.message);
    });
  }

  await analyzer.addEnginePlugin(createEnginePlugin());
  const workspace = await analyzer.createWorkspace(packageDirectories(root).map((directory) => join(root, directory)));
  const selection = await analyzer.selectRules(['pmd:Recommended'], { workspace });
  if (selection.getCount() === 0) throw new UserError('PMD found no Apex to read in the package directories.');
  const results = await analyzer.run(selection, { workspace });
  if (problems.length > 0) throw new UserError(`PMD could not run.\n${problems.map(shorten).join('\n')}`);

  return results
    .getViolations()
    .map((violation) => {
      const location = violation.getPrimaryLocation();
      const file = relative(root, location.getFile() ?? root).replaceAll('\\', '/');
      const line = location.getStartLine() ?? 0;
      const message = violation.getMessage().replace(/\s+/g, ' ').trim();
      return { rule: violation.getRule().getName(), file, line, message, code: codeAt(join(root, file), line) };
    })
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
