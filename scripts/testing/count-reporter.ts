import type { TestEvent } from 'node:test/reporters';
import type { Counts } from './counts.ts';

/** A reporter of node:test that writes the counts of a whole run as JSON, beside the reporter that people read. */
export default async function* countReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
    const { tests, passed, skipped, todo } = event.data.counts;
    const counts: Counts = { passed, failed: tests - passed - skipped - todo };
    yield JSON.stringify(counts);
  }
}
