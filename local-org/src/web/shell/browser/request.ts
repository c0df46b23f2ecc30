/** Asks the local org. Throws an Error whose message can be shown. */
export async function ask<T>(path: string, body?: object): Promise<T> {
  let response: Response;
  try {
    response = await fetch(
      path,
      body ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {},
    );
  } catch {
    throw new Error('The local org does not answer. Start it again with "npm start", then reload the page.');
  }
  const answer = (await response.json().catch(() => ({}))) as T & { message?: string };
  if (!response.ok) throw new Error(answer.message ?? `The local org answered ${response.status} to ${path}.`);
  return answer;
}
