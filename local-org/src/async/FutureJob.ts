import { currentOrg, currentTransaction } from '../org/current.ts';
import type { Org } from '../org/Org.ts';
import { throwApex } from '../runtime/ApexException.ts';
import type { AsyncWork } from './AsyncWork.ts';
import { attempt, errorText } from './attempt.ts';
import { copyState } from './copyState.ts';
import { finishJobRow, insertJobRow, setJobStatus } from './jobRows.ts';

/** A method with `@future`. */
export interface FutureMethod {
  readonly className: string;
  readonly name: string;
  /** Short names of its parameter types, as the message of a refused call shows them. */
  readonly parameterTypes: readonly string[];
}

/** A call of a `@future` method: it is queued with copies of its arguments and runs after the commit. */
export function callLater(
  method: FutureMethod,
  args: readonly unknown[],
  call: (args: readonly unknown[]) => void,
): void {
  const org = currentOrg();
  const transaction = currentTransaction();
  const name = `${method.className}.${method.name}`;
  if (transaction.quiddity === 'future' || transaction.quiddity === 'batch') {
    throwApex(
      'System.AsyncException',
      `Future method cannot be called from a future or batch method: ${name}(${method.parameterTypes.join(', ')})`,
    );
  }
  transaction.limits.count('FutureCalls');
  const copies = args.map((value) => copyState(value));
  const id = insertJobRow('Future', method.className, { MethodName: method.name });
  org.jobs.add(
    new FutureWork(id, transaction.userId, org.clock.now(), name, () => {
      call(copies);
    }),
  );
}

class FutureWork implements AsyncWork {
  readonly kind = 'future';
  readonly signature = null;
  readonly id: string;
  readonly dueAt: number;
  private readonly userId: string;
  private readonly name: string;
  private readonly call: () => void;

  constructor(id: string, userId: string, dueAt: number, name: string, call: () => void) {
    this.id = id;
    this.userId = userId;
    this.dueAt = dueAt;
    this.name = name;
    this.call = call;
  }

  run(org: Org, isTest: boolean): void {
    setJobStatus(org, this.id, 'Processing');
    const error = attempt(org, { userId: this.userId, isAsync: true, isTest, quiddity: 'future' }, this.call);
    finishJobRow(org, this.id, error && errorText(error));
    if (!error) return;
    org.log(`The future method ${this.name} failed: ${errorText(error)}`);
    if (isTest) throw error;
  }
}
