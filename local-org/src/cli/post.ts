/** Asks a running server of the local org. Throws an Error with the sentence that it answered. */
export async function post(url: string, path: string, body: Record<string, unknown>): Promise<unknown> {
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { message?: string };
  if (!response.ok) throw new Error(answer.message ?? `The server at ${url} answered ${response.status}.`);
  return answer;
}
