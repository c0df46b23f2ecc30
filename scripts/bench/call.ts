/** Calls an Apex method as the page does, over loopback. Throws with its message when it fails. */
export async function call<T>(
  url: string,
  method: string,
  params: object,
): Promise<{ value: T; milliseconds: number }> {
  const start = performance.now();
  const response = await fetch(`${url}/apex/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ params, cacheable: false }),
  });
  const body = (await response.json()) as { value: T; message?: string };
  if (!response.ok) throw new Error(`${method}: ${body.message}`);
  return { value: body.value, milliseconds: performance.now() - start };
}
