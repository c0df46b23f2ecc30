import { currentOrg, currentTransaction } from '../org/current.ts';
import { runAfterCommit } from '../org/execute.ts';
import { GovernorLimits } from '../org/GovernorLimits.ts';
import { throwApex } from '../runtime/ApexException.ts';

/** Test.startTest: from here to stopTest the test has a second set of limits. Once per test method. */
export function startTest(): void {
  const transaction = currentTransaction();
  if (transaction.testWindow !== 'before') throwApex('System.FinalException', 'Testing already started');
  transaction.testWindow = 'open';
  transaction.closedLimits = [transaction.limits];
  transaction.limits = new GovernorLimits(false);
}

/** Test.stopTest: runs everything asynchronous that was started since, then goes back to the first set of limits. */
export function stopTest(): void {
  const transaction = currentTransaction();
  if (transaction.testWindow !== 'open') throwApex('System.FinalException', 'Testing has not started');
  transaction.testWindow = 'closed';
  try {
    drainAsync();
  } finally {
    const [limitsOfTest] = transaction.closedLimits;
    if (limitsOfTest) {
      transaction.closedLimits = [transaction.limits];
      transaction.limits = limitsOfTest;
    }
  }
}

/** Test.getEventBus().deliver(): what was published so far reaches its subscribers. */
export function deliverEvents(): void {
  const org = currentOrg();
  runAfterCommit(org, currentTransaction());
  org.events.deliver(org, true);
}

/** Jobs that start each other for ever end a test here. */
const MOST_ROUNDS = 100;

/** Runs jobs and subscribers until nothing waits. */
function drainAsync(): void {
  const org = currentOrg();
  runAfterCommit(org, currentTransaction());
  for (let round = 0; org.jobs.isWaiting || org.events.hasPending; round++) {
    if (round === MOST_ROUNDS) throwApex('System.AsyncException', 'Maximum stack depth has been reached.');
    org.jobs.drain(org, true);
    org.events.deliver(org, true);
  }
}
