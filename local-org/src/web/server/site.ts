import { EventEmitter } from 'node:events';
import type { Builder } from '../build/builder.ts';
import type { StoredBundle } from '../build/bundleStore.ts';
import { problemAt, type BuildProblem } from '../build/problems.ts';
import type { OrgHost } from '../host-api.ts';
import { HttpError } from './responses.ts';

export type SiteState = 'starting' | 'building' | 'failed' | 'ready';

export interface SiteStatus {
  state: SiteState;
  problems: BuildProblem[];
  bundle: StoredBundle | null;
}

/** What the routes share: the bundle as it is built, the org as it comes up, and the news for open pages. */
export class Site extends EventEmitter<{ change: []; reset: [] }> {
  readonly builder: Builder;
  readonly log: (line: string) => void;
  readonly watches: boolean;
  port = 0;
  #host: OrgHost | null = null;
  #hostProblem: BuildProblem | null = null;

  constructor(
    builder: Builder,
    host: OrgHost | Promise<OrgHost>,
    options: { log: (line: string) => void; watch: boolean },
  ) {
    super();
    this.builder = builder;
    this.log = options.log;
    this.watches = options.watch;
    this.setMaxListeners(0);
    builder.on('state', () => this.emit('change'));
    void Promise.resolve(host)
      .then(
        (ready) => (this.#host = ready),
        (error: Error) => (this.#hostProblem = problemAt(null, `The org could not start: ${error.message}`)),
      )
      .then(() => this.emit('change'));
  }

  /** The org. @throws HttpError 503 while it is starting or when it could not start */
  get host(): OrgHost {
    if (this.#host) return this.#host;
    throw new HttpError(503, this.#hostProblem?.message ?? 'The org is still starting. Try again in a moment.');
  }

  /** Where page and org stand. The names that components import are checked each time: Apex may have changed since. */
  async status(): Promise<SiteStatus> {
    const build = this.builder.state;
    if (this.#hostProblem) return { state: 'failed', problems: [this.#hostProblem], bundle: null };
    if (build.phase === 'failed') return { state: 'failed', problems: build.problems, bundle: null };
    if (!this.#host) return { state: 'starting', problems: [], bundle: null };
    if (build.phase === 'building') return { state: 'building', problems: [], bundle: null };
    const unresolved = await this.#host.checkReferences(build.bundle.references);
    const problems = unresolved.map(({ reference, message }) =>
      problemAt(reference.file, message, reference.line || null),
    );
    return { state: problems.length > 0 ? 'failed' : 'ready', problems, bundle: build.bundle };
  }
}
