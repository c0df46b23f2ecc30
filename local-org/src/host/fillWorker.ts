import { readProjectSources } from '../metadata/sourceFiles.ts';
import { compileProject } from '../org/compileProject.ts';
import { DeployError, openOrg, type OpenOrgOptions } from '../org/openOrg.ts';

/** What the process is asked to fill. */
export interface FillRequest extends Pick<OpenOrgOptions, 'file' | 'seed' | 'changedJobs'> {
  /** Absolute path of the folder that holds sfdx-project.json. */
  readonly projectDirectory: string;
  readonly cacheDirectory: string;
  /** True: the file is left alone. */
  readonly compilesOnly?: boolean;
}

/** What it says: lines while it works, then one outcome. */
export type FillMessage = { readonly line: string } | { readonly outcome: 'filled' | Error };

const starter = process.ppid;

/** Compiles the project into the cache, fills the file and closes it again. */
function fill({ projectDirectory, cacheDirectory, compilesOnly = false, ...options }: FillRequest): void {
  const compiled = compileProject(readProjectSources(projectDirectory), cacheDirectory);
  if (compiled.problems.length > 0) throw new DeployError(compiled.problems);
  if (!compilesOnly) openOrg({ ...options, compiled, log: report }).close();
}

/** Nobody waits for the org of a server that was killed: the work is given up, and the file keeps nothing of it. */
function report(line: string): void {
  if (process.ppid !== starter) throw new Error('The process that wanted the org has ended.');
  say({ line });
}

/** That nobody hears it any more is no reason to leave the file open. */
function say(message: FillMessage): void {
  process.send?.(message, undefined, undefined, () => undefined);
}

// Once: the process ends when nothing is left to say.
process.once('message', (request: FillRequest) => {
  try {
    fill(request);
    say({ outcome: 'filled' });
  } catch (error) {
    say({ outcome: error as Error });
  }
});
