import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OrgHost, Persona } from '../host-api.ts';
import { HttpError } from './responses.ts';

/** Cookies know no ports: the name carries it, so that two local orgs on one machine keep apart. */
function cookieName(port: number): string {
  return `localOrgUser${port}`;
}

/** The user whom this browser chose, or the first of the menu. */
export async function runningUser(request: IncomingMessage, host: OrgHost, port: number): Promise<Persona> {
  const personas = await host.personas();
  const wanted = cookies(request).get(cookieName(port));
  const persona = personas.find((candidate) => candidate.userId === wanted) ?? personas[0];
  if (!persona) throw new HttpError(500, 'The org has no user to run as. Reset the data with "local-org reset".');
  return persona;
}

/** Remembers the choice in the browser. @throws HttpError 404 for a user who is not in the menu */
export async function switchUser(
  response: ServerResponse,
  host: OrgHost,
  port: number,
  userId: string,
): Promise<Persona> {
  const persona = (await host.personas()).find((candidate) => candidate.userId === userId);
  if (!persona) throw new HttpError(404, `The user menu has no user ${userId}.`);
  response.setHeader(
    'Set-Cookie',
    `${cookieName(port)}=${encodeURIComponent(userId)}; Path=/; HttpOnly; SameSite=Strict`,
  );
  return persona;
}

function cookies(request: IncomingMessage): Map<string, string> {
  const pairs = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('=') as [string, string | undefined]);
  return new Map(pairs.map(([name, value]) => [name, decodeURIComponent(value ?? '')]));
}
