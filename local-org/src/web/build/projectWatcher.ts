import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps; this long after the last of them the project is looked at. */
const QUIET_MS = 80;

/** Calls back, once per burst of changes, when something below the package directories was written. */
export class ProjectWatcher {
  readonly #watchers: FSWatcher[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(projectDir: string, packageDirs: string[], onChange: () => void) {
    const changed = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(onChange, QUIET_MS);
    };
    for (const dir of packageDirs) this.#add(watch(dir, { recursive: true }, changed));
    this.#add(watch(join(projectDir, 'sfdx-project.json'), changed));
  }

  /** A folder that vanishes while it is watched is no reason to end the server. */
  #add(watcher: FSWatcher): void {
    watcher.on('error', () => undefined);
    this.#watchers.push(watcher);
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.close();
  }
}
