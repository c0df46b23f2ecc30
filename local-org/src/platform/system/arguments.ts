import { throwApex } from '../../runtime/ApexException.ts';
import type { Implementation } from '../definePlatformType.ts';
import { withinHeap } from './withinHeap.ts';

/** The same work, but a null among the arguments throws System.NullPointerException "Argument cannot be null." */
export function withoutNulls(implementation: Implementation): Implementation {
  return (...args: unknown[]) => {
    if (args.includes(null)) throwNullArgument();
    return withinHeap(() => implementation(...args) as unknown);
  };
}

export function throwNullArgument(): never {
  throwApex('System.NullPointerException', 'Argument cannot be null.');
}
