import { throwApex } from '../../runtime/ApexException.ts';

/** The argument itself. Throws System.NullPointerException when it is null. */
export function requireArgument<Value>(value: Value | null): Value {
  if (value === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return value;
}
