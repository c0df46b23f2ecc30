import { optionalText, readJsonBody, requiredText } from '../requestBody.ts';
import { HttpError, sendJson } from '../responses.ts';
import type { Route } from '../router.ts';
import { runningUser, switchUser } from '../runningUser.ts';

/** Ten years, in milliseconds. */
const LONGEST_STEP = 10 * 366 * 86_400_000;

/** What the shell and the command line ask of the org itself. */
export const orgRoutes: Route[] = [
  {
    method: 'GET',
    pattern: /^\/local-org\/users$/,
    async handle({ request, response, site }) {
      const current = await runningUser(request, site.host, site.port);
      sendJson(response, { current: current.userId, users: await site.host.personas() });
    },
  },
  {
    method: 'POST',
    pattern: /^\/local-org\/switch$/,
    async handle({ request, response, site }) {
      const body = await readJsonBody(request);
      sendJson(response, await switchUser(response, site.host, site.port, requiredText(body, 'userId')));
    },
  },
  {
    method: 'GET',
    pattern: /^\/local-org\/mail$/,
    async handle({ response, site }) {
      sendJson(response, { mails: await site.host.mails() });
    },
  },
  {
    method: 'POST',
    pattern: /^\/local-org\/reset$/,
    async handle({ request, response, site }) {
      await readJsonBody(request);
      await site.host.reset();
      site.emit('reset');
      sendJson(response, {});
    },
  },
  {
    method: 'POST',
    pattern: /^\/local-org\/clock$/,
    async handle({ request, response, site }) {
      const { milliseconds } = await readJsonBody(request);
      if (typeof milliseconds !== 'number' || !(milliseconds >= 0 && milliseconds <= LONGEST_STEP)) {
        throw new HttpError(400, '"milliseconds" must be a number from 0 to ten years: the clock only moves forward.');
      }
      sendJson(response, { now: (await site.host.advanceClock(milliseconds)).toISOString() });
    },
  },
  {
    method: 'POST',
    pattern: /^\/local-org\/resume$/,
    async handle({ request, response, site }) {
      const body = await readJsonBody(request);
      const name = requiredText(body, 'name');
      const from = optionalText(body, 'from') === 'tip' ? 'tip' : 'leftOff';
      await refusedAsMessage(async () => site.host.resumeSubscriber(name, from));
      sendJson(response, {});
    },
  },
  {
    method: 'POST',
    pattern: /^\/local-org\/query$/,
    async handle({ request, response, site }) {
      const body = await readJsonBody(request);
      const soql = requiredText(body, 'soql');
      const userId = optionalText(body, 'userId');
      sendJson(response, await refusedAsMessage(async () => site.host.query({ soql, ...(userId ? { userId } : {}) })));
    },
  },
  {
    method: 'POST',
    pattern: /^\/local-org\/exec$/,
    async handle({ request, response, site }) {
      const body = await readJsonBody(request);
      const code = requiredText(body, 'code');
      const userId = optionalText(body, 'userId');
      sendJson(
        response,
        await refusedAsMessage(async () => site.host.executeAnonymous({ code, ...(userId ? { userId } : {}) })),
      );
    },
  },
];

/** A refused query is the asker's affair: 400 with the reason, not an internal error. */
async function refusedAsMessage<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw new HttpError(400, (error as Error).message);
  }
}
