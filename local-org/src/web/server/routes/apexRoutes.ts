import { readJsonBody } from '../requestBody.ts';
import { HttpError, sendJson } from '../responses.ts';
import type { Route } from '../router.ts';
import { runningUser } from '../runningUser.ts';

/** `POST /apex/<Class>.<method>`: one call of a component to an `@AuraEnabled` method, as the user of this browser. */
export const apexRoutes: Route[] = [
  {
    method: 'POST',
    pattern: /^\/apex\/(\w+)\.(\w+)$/,
    async handle({ request, response, parts, site }) {
      const [className = '', methodName = ''] = parts;
      const body = await readJsonBody(request);
      const params = body.params ?? {};
      if (typeof params !== 'object' || Array.isArray(params))
        throw new HttpError(400, '"params" must be an object of arguments by name.');
      const { userId } = await runningUser(request, site.host, site.port);
      const result = await site.host.invokeApex({
        userId,
        className,
        methodName,
        params: params as Record<string, unknown>,
        cacheable: body.cacheable === true,
      });
      if (result.ok) {
        sendJson(response, { value: result.value ?? null });
        return;
      }
      const { message, exceptionType, isUserDefinedException = false, stackTrace } = result.error;
      if (stackTrace) site.log(`${className}.${methodName}: ${exceptionType}: ${message}\n${stackTrace}`);
      // Salesforce sends no stack trace to the browser outside of debug mode.
      sendJson(response, { message, exceptionType, isUserDefinedException, stackTrace: '' }, 500);
    },
  },
];
