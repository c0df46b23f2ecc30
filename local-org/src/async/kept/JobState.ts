import { copyState } from '../copyState.ts';
import { readState } from './readState.ts';
import { writeState } from './writeState.ts';

/** A queued object: as it was when it was queued, in memory or still as the text that the org's file held. */
export class JobState<Value> {
  private readonly source: { readonly value: Value } | { readonly text: string };

  private written: string | null = null;

  private constructor(source: JobState<Value>['source']) {
    this.source = source;
  }

  /** Throws System.SerializationException for what cannot be stored. */
  static of<Value>(value: Value): JobState<Value> {
    return new JobState({ value: copyState(value) });
  }

  static ofText<Value>(text: string): JobState<Value> {
    return new JobState<Value>({ text });
  }

  /** A new copy. Throws System.SerializationException when the project does not fit the text any more. */
  copy(): Value {
    return 'value' in this.source ? copyState(this.source.value) : (readState(this.source.text) as Value);
  }

  /** Throws NotKeptError. */
  text(): string {
    return (this.written ??= 'value' in this.source ? writeState(this.source.value) : this.source.text);
  }
}
