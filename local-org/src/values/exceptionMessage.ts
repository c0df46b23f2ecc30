import type { ApexException } from '../runtime/ApexException.ts';

/** What getMessage() of Exception returns where a class of the project does not override it. */
export function exceptionMessage(exception: ApexException): string {
  return exception.apexMessage ?? 'Script-thrown exception';
}
