/** Running code reached something that the local org does not support or that did not compile. No test may pass over it. */
export class RefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RefusedError';
  }
}
