import { ApexException, type DmlErrorRow } from '../runtime/ApexException.ts';
import type { DmlOperation } from './SObjectRule.ts';

/**
 * The System.DmlException of a statement: `Update failed. First exception on row 0 with id 005…; first error: CODE, text: [Field]`.
 * The Apex that catches it asks for the rows by getDmlType(0) and the like.
 */
export function dmlException(operation: DmlOperation, errors: readonly DmlErrorRow[]): ApexException {
  const [first] = errors;
  if (!first) throw new Error('A DmlException needs an error.');
  const id = first.id === null ? '' : ` with id ${first.id}`;
  const name = operation[0]?.toUpperCase() + operation.slice(1);
  const exception = new ApexException(
    'System.DmlException',
    `${name} failed. First exception on row ${first.index}${id}; first error: ${first.statusCode}, ${first.message}: [${first.fields.join(', ')}]`,
  );
  exception.dmlErrors = [...errors];
  return exception;
}
