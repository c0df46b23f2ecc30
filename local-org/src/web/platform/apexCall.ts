/** What a failed call gives a component: the shape of Salesforce's fetch response errors. */
export interface ApexFailure {
  ok: false;
  status: number;
  statusText: string;
  errorType: 'fetchResponse';
  headers: Record<string, string>;
  body: { message: string; exceptionType?: string; isUserDefinedException?: boolean; stackTrace?: string };
}

/** Runs an `@AuraEnabled` method of the org. Rejects with an ApexFailure. */
export async function callApex(
  className: string,
  methodName: string,
  params: Record<string, unknown>,
  cacheable: boolean,
): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`/apex/${className}.${methodName}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ params, cacheable }),
    });
  } catch {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- Salesforce rejects with an object that is no Error
    throw failure(503, 'Service Unavailable', {
      message: 'The local org does not answer. Start it again with "npm start", then reload the page.',
    });
  }
  const body = (await response.json().catch(() => null)) as { value?: unknown; message?: string } | null;
  if (response.ok) return body?.value ?? null;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- as above
  throw failure(response.status, response.statusText, {
    ...body,
    message: body?.message ?? `The local org answered ${response.status} to ${className}.${methodName}.`,
  });
}

function failure(status: number, statusText: string, body: ApexFailure['body']): ApexFailure {
  return { ok: false, status, statusText: statusText || 'Server Error', errorType: 'fetchResponse', headers: {}, body };
}
