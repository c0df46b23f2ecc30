import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BuildAnswer, BuildRequest } from './buildWorker.ts';
import { BundleStore, type StoredBundle } from './bundleStore.ts';
import { projectFingerprint } from './fingerprint.ts';
import { problemAt, type BuildProblem } from './problems.ts';
import { readProjectMetadata, type ProjectMetadata } from './projectMetadata.ts';
import { ProjectWatcher } from './projectWatcher.ts';

export type BuildState =
  | { phase: 'building' }
  | { phase: 'failed'; problems: BuildProblem[] }
  | { phase: 'ready'; bundle: StoredBundle; fromCache: boolean };

/**
 * Keeps the bundle of a project in step with its sources. Emits "state" whenever the state changes.
 * A build whose sources are on disk already, built by anyone before, takes milliseconds.
 */
export class Builder extends EventEmitter<{ state: [BuildState] }> {
  state: BuildState = { phase: 'building' };
  project: ProjectMetadata;
  readonly #cacheDir: string;
  readonly #store: BundleStore;
  #worker: Worker | undefined;
  #watcher: ProjectWatcher | undefined;
  #fingerprint = '';
  #busy = false;
  #again = false;
  #closed = false;

  /** Throws with one clear line when the folder holds no Salesforce DX project. */
  constructor(projectDir: string) {
    super();
    this.project = readProjectMetadata(projectDir);
    this.#cacheDir = join(projectDir, '.local-org', 'web');
    this.#store = new BundleStore(this.#cacheDir);
  }

  start(options: { watch: boolean }): void {
    const { projectDir, packageDirs } = this.project;
    if (options.watch) this.#watcher = new ProjectWatcher(projectDir, packageDirs, () => this.#update());
    this.#update();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#watcher?.close();
    await this.#worker?.terminate();
  }

  /** Looks whether the sources differ from what was built last, and builds if so. */
  #update(): void {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    try {
      this.project = readProjectMetadata(this.project.projectDir);
      const fingerprint = projectFingerprint(this.project);
      if (fingerprint === this.#fingerprint) return;
      this.#fingerprint = fingerprint;
      const stored = this.#store.find(fingerprint);
      if (stored) {
        this.#enter({ phase: 'ready', bundle: stored, fromCache: true });
        return;
      }
    } catch (error) {
      // A file that is being replaced can be missing for a moment; the next change comes back here.
      this.#fingerprint = '';
      this.#enter({ phase: 'failed', problems: [problemAt(null, (error as Error).message)] });
      return;
    }
    this.#build();
  }

  #build(): void {
    this.#busy = true;
    this.#enter({ phase: 'building' });
    const worker = (this.#worker ??= this.#startWorker());
    const request: BuildRequest = { projectDir: this.project.projectDir, cacheDir: this.#cacheDir };
    worker.postMessage(request);
  }

  #startWorker(): Worker {
    const worker = new Worker(new URL('./buildWorker.ts', import.meta.url));
    // The server keeps the process alive, not a thread that waits for work.
    worker.unref();
    worker.on('message', (answer: BuildAnswer) => this.#finish(answer));
    worker.on('error', (error) => {
      this.#worker = undefined;
      this.#finish({ problems: [problemAt(null, `The build stopped: ${error.message}`)] });
    });
    return worker;
  }

  #finish(answer: BuildAnswer): void {
    this.#busy = false;
    if ('bundle' in answer) this.#enter({ phase: 'ready', bundle: answer.bundle, fromCache: false });
    else this.#enter({ phase: 'failed', problems: answer.problems });
    if (this.#again) {
      this.#again = false;
      this.#update();
    }
  }

  #enter(state: BuildState): void {
    if (this.#closed) return;
    this.state = state;
    this.emit('state', state);
  }
}
