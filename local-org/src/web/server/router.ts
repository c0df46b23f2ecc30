import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Site } from './site.ts';

/** One request on its way: what every route gets. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** The parts of the path that the route's pattern captured, decoded. */
  parts: string[];
  site: Site;
}

export interface Route {
  method: 'GET' | 'POST';
  pattern: RegExp;
  handle(exchange: Exchange): void | Promise<void>;
}

/** The first route that matches; null when none does. HEAD is answered as GET, whose body Node leaves out. */
export function findRoute(routes: Route[], method: string, path: string): { route: Route; parts: string[] } | null {
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const route of routes) {
    const match = route.method === wanted ? route.pattern.exec(path) : null;
    if (match) return { route, parts: match.slice(1).map((part) => decodeURIComponent(part ?? '')) };
  }
  return null;
}
