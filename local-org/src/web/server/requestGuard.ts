import type { IncomingMessage } from 'node:http';
import { HttpError } from './responses.ts';

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Keeps other web pages out of the local org. Listening on 127.0.0.1 does not: a page of any site may send requests
 * there, and with DNS rebinding it could read the answers too.
 * - The Host header must name this machine, so a rebound name is refused.
 * - A POST must be JSON, which a foreign page can send only after a preflight that is never answered, and its Origin,
 *   when a browser sends one, must be this server.
 *
 * @throws HttpError 403 or 415
 */
export function guardRequest(request: IncomingMessage): void {
  const host = request.headers.host ?? '';
  if (!LOCAL_NAMES.has(host.replace(/:\d+$/, ''))) {
    throw new HttpError(403, `The local org answers to localhost and 127.0.0.1 only, not to "${host}".`);
  }
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new HttpError(403, `The local org takes no requests from pages of ${origin}.`);
  }
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new HttpError(415, 'Send JSON with the header "Content-Type: application/json".');
  }
}
