/** The time of the org. Tests and the demo may move it forward; it never runs backward. */
export class Clock {
  private offset = 0;
  private readonly source: () => number;
  private readonly listeners = new Set<() => void>();

  constructor(source: () => number = Date.now) {
    this.source = source;
  }

  /** Milliseconds since 1970, UTC. */
  now(): number {
    return this.source() + this.offset;
  }

  /** @param milliseconds how far to move forward; negative values are refused. */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError('The clock only moves forward.');
    this.offset += milliseconds;
    for (const listener of this.listeners) listener();
  }

  /** Calls the listener whenever the clock was moved, until the returned function is called. */
  onAdvance(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
