import type { IncomingMessage, ServerResponse } from 'node:http';
import { guardRequest } from './requestGuard.ts';
import { HttpError, sendJson } from './responses.ts';
import { findRoute, type Route } from './router.ts';
import { apexRoutes } from './routes/apexRoutes.ts';
import { assetRoutes } from './routes/assetRoutes.ts';
import { orgRoutes } from './routes/orgRoutes.ts';
import { pageRoutes } from './routes/pageRoutes.ts';
import { statusRoutes } from './routes/statusRoutes.ts';
import type { Site } from './site.ts';

const ROUTES: Route[] = [...apexRoutes, ...orgRoutes, ...statusRoutes, ...assetRoutes, ...pageRoutes];

/** Answers one request: guard, route, and one clear line for whatever goes wrong. */
export async function handleRequest(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  try {
    guardRequest(request);
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const found = findRoute(ROUTES, request.method ?? 'GET', url.pathname);
    if (!found) throw new HttpError(404, `The local org has nothing at ${request.method} ${url.pathname}.`);
    await found.route.handle({ request, response, url, parts: found.parts, site });
  } catch (error) {
    answerFailure(request, response, site, error);
  }
}

function answerFailure(request: IncomingMessage, response: ServerResponse, site: Site, error: unknown): void {
  const expected = error instanceof HttpError;
  const message = (error as Error).message;
  if (!expected) site.log(`${request.method} ${request.url}: ${message}`);
  if (response.headersSent) {
    response.end();
    return;
  }
  sendJson(
    response,
    { message: expected ? message : `The local org failed inside: ${message}` },
    expected ? error.status : 500,
  );
}
