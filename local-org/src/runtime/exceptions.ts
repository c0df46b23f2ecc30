import { currentTransaction } from '../org/current.ts';
import { ApexException, throwApex, UncatchableApexException } from './ApexException.ts';

/** Null was used as an object. */
export function nullReference(): never {
  throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
}

/** What `catch` in Apex gets to see. Throws on what Apex cannot catch. */
export function caught(error: unknown): ApexException {
  if (isStackExhausted(error)) throw stackDepthReached();
  if (isFatal(error)) throw error;
  return error as ApexException;
}

/** Governor limits end the transaction, bugs of the local org too: no Apex runs after them. */
export function isFatal(error: unknown): boolean {
  return !(error instanceof ApexException) || error instanceof UncatchableApexException;
}

export function isStackExhausted(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

export function stackDepthReached(): UncatchableApexException {
  return new UncatchableApexException('System.LimitException', 'Maximum stack depth reached: 1001');
}

/** `new` of an exception of the project by a constructor of Exception. */
export function newException(
  exception: ApexException,
  message: string | null,
  cause: ApexException | null,
): ApexException {
  exception.$begin();
  return initException(exception, message, cause);
}

export function initException(
  exception: ApexException,
  message: string | null,
  cause: ApexException | null,
): ApexException {
  exception.apexMessage = message;
  exception.apexCause = cause;
  return exception;
}

/** Called by loops every few thousand rounds. */
export function tick(): void {
  currentTransaction().limits.checkCpu();
}
