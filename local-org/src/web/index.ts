import { createServer } from 'node:http';
import { Builder } from './build/builder.ts';
import type { OrgHost } from './host-api.ts';
import { listen } from './server/listen.ts';
import { handleRequest } from './server/requestHandler.ts';
import { announceServer, withdrawServer } from './server/runningServer.ts';
import { Site } from './server/site.ts';

export type * from './host-api.ts';
export { findRunningServer, type RunningServer } from './server/runningServer.ts';

export interface WebHostOptions {
  /** Absolute path of the folder that holds sfdx-project.json. */
  projectDir: string;
  /** The org, or the promise of one: the server listens at once and the pages say that the org is starting. */
  host: OrgHost | Promise<OrgHost>;
  /** Must be free; 0 takes any free port. Left out: 7080, or the next free one. */
  port?: number | undefined;
  /** Build again when a source changes. Default true. */
  watch?: boolean;
  /** Takes one line at a time. Default: prints it. */
  log?: (line: string) => void;
}

export interface WebHost {
  url: string;
  /** Resolves when the page can be shown: the bundle is there (or its problems are) and the org is up (or failed to). */
  ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves the Lightning web components of a project in a page that looks like Lightning Experience.
 * Throws with one clear line when the project or the port cannot be used; a build that fails is shown in the page.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { projectDir, watch = true, log = printLine } = options;
  const builder = new Builder(projectDir);
  const site = new Site(builder, options.host, { log, watch });
  const server = createServer((request, response) => void handleRequest(request, response, site));
  site.port = await listen(server, options.port, log);
  const url = `http://localhost:${site.port}`;
  announceServer(projectDir, url);
  builder.on('state', (state) => {
    if (state.phase === 'ready' && !state.fromCache)
      log(`Built the page in ${(state.bundle.milliseconds / 1000).toFixed(1)} s.`);
    if (state.phase === 'ready') for (const warning of state.bundle.warnings) log(`Warning: ${warning}`);
    if (state.phase === 'failed')
      for (const problem of state.problems)
        log(`Cannot build the page: ${[problem.file, problem.line].filter(Boolean).join(':')} ${problem.message}`);
  });
  const ready = settled(site);
  builder.start({ watch });
  return {
    url,
    ready,
    async close() {
      withdrawServer(projectDir, url);
      await builder.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

function settled(site: Site): Promise<void> {
  return new Promise((resolve) => {
    const look = async (): Promise<void> => {
      const { state } = await site.status().catch(() => ({ state: 'failed' }));
      if (state !== 'ready' && state !== 'failed') return;
      site.off('change', change);
      resolve();
    };
    const change = (): void => void look();
    site.on('change', change);
  });
}
