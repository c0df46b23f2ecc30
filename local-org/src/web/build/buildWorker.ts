import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { bundleProject } from './bundle.ts';
import { BundleStore, type StoredBundle } from './bundleStore.ts';
import { projectFingerprint, toolchainFingerprint } from './fingerprint.ts';
import { problemsOf, type BuildProblem } from './problems.ts';
import { readProjectMetadata } from './projectMetadata.ts';

/** Builds in a thread of its own: a build keeps a core busy for seconds, and the server goes on answering. */
export interface BuildRequest {
  projectDir: string;
  cacheDir: string;
}

export type BuildAnswer = { bundle: StoredBundle } | { problems: BuildProblem[] };

async function build({ projectDir, cacheDir }: BuildRequest): Promise<BuildAnswer> {
  try {
    const project = readProjectMetadata(projectDir);
    const bundle = await bundleProject(project, join(cacheDir, 'modules'), toolchainFingerprint());
    return { bundle: new BundleStore(cacheDir).save(projectFingerprint(project), bundle) };
  } catch (error) {
    return { problems: problemsOf(error) };
  }
}

parentPort?.on('message', (request: BuildRequest) => {
  void build(request).then((answer) => parentPort?.postMessage(answer));
});
