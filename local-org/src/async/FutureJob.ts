import { currentOrg, currentTransaction } from '../org/current.ts';
import type { Org } from '../org/Org.ts';
import { throwApex } from '../runtime/ApexException.ts';
import { runtimeType } from '../types/RuntimeType.ts';
import { ApexList } from '../values/ApexList.ts';
import type { AsyncWork } from './AsyncWork.ts';
import { attempt, errorText } from './attempt.ts';
import { finishJobRow, insertJobRow, setJobStatus } from './jobRows.ts';
import { JobState } from './kept/JobState.ts';

/** A method with `@future`. */
export interface FutureMethod {
  readonly className: string;
  readonly name: string;
  /** Short names of its parameter types, as the message of a refused call shows them. */
  readonly parameterTypes: readonly string[];
}

interface FutureCall {
  readonly id: string;
  readonly userId: string;
  readonly method: FutureMethod;
  readonly args: JobState<ApexList>;
}

/** A call of a `@future` method: it is queued with copies of its arguments and runs after the commit. */
export function callLater(method: FutureMethod, args: readonly unknown[]): void {
  const org = currentOrg();
  const transaction = currentTransaction();
  if (transaction.quiddity === 'future' || transaction.quiddity === 'batch') {
    const parameters = method.parameterTypes.join(', ');
    throwApex(
      'System.AsyncException',
      `Future method cannot be called from a future or batch method: ${nameOf(method)}(${parameters})`,
    );
  }
  transaction.limits.count('FutureCalls');
  const state = JobState.of(new ApexList(runtimeType('List<Object>'), [...args]));
  const id = insertJobRow('Future', method.className, { MethodName: method.name });
  org.jobs.add(new FutureWork({ id, userId: transaction.userId, method, args: state }, org.clock.now()));
}

function nameOf({ className, name }: FutureMethod): string {
  return `${className}.${name}`;
}

export class FutureWork implements AsyncWork {
  readonly kind = 'future';
  readonly signature = null;
  readonly dueAt: number;
  private readonly call: FutureCall;

  constructor(call: FutureCall, dueAt: number) {
    this.call = call;
    this.dueAt = dueAt;
  }

  /** @param content as `content` gave it. */
  static revive(content: string, dueAt: number): FutureWork {
    const { args, ...call } = JSON.parse(content) as Omit<FutureCall, 'args'> & { args: string };
    return new FutureWork({ ...call, args: JobState.ofText(args) }, dueAt);
  }

  get id(): string {
    return this.call.id;
  }

  content(): string {
    const { id, userId, method, args } = this.call;
    return JSON.stringify({ id, userId, method, args: args.text() });
  }

  run(org: Org, isTest: boolean): void {
    const { userId, method, args } = this.call;
    setJobStatus(org, this.id, 'Processing');
    const error = attempt(
      org,
      { userId, isAsync: true, isTest, quiddity: 'future' },
      () => org.program.runFutureMethod(method, args.copy().items),
      (failure) => {
        finishJobRow(org, this.id, failure && errorText(failure));
        if (!isTest) org.jobs.kept.remove(this.id);
      },
    );
    if (!error) return;
    org.log(`The future method ${nameOf(method)} failed: ${errorText(error)}`);
    if (isTest) throw error;
  }
}
