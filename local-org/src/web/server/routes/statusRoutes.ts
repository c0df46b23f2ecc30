import { sendJson } from '../responses.ts';
import type { Route } from '../router.ts';

/** Lets a page wait for the build and the org, and hear of the next bundle. */
export const statusRoutes: Route[] = [
  {
    method: 'GET',
    pattern: /^\/local-org\/status$/,
    async handle({ response, site }) {
      const { state, problems, bundle } = await site.status();
      sendJson(response, {
        state,
        problems,
        bundle: bundle?.hash ?? null,
        buildMilliseconds: bundle?.milliseconds ?? null,
      });
    },
  },
  {
    method: 'GET',
    pattern: /^\/local-org\/events$/,
    async handle({ request, response, site }) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      const tell = async (): Promise<void> => {
        const { state, bundle } = await site.status();
        response.write(`event: state\ndata: ${JSON.stringify({ state, bundle: bundle?.hash ?? null })}\n\n`);
      };
      const change = (): void => void tell().catch(() => response.end());
      const reset = (): void => void response.write('event: reset\ndata: {}\n\n');
      site.on('change', change);
      site.on('reset', reset);
      request.on('close', () => {
        site.off('change', change);
        site.off('reset', reset);
      });
      await tell();
    },
  },
];
