import type { TriggerContext } from '../dml/triggers.ts';
import { platformEnumConstant, type ApexEnum } from '../values/ApexEnum.ts';

/** What compiled code sees: the operation is a constant there, which can be compared and switched on. */
type RunningTrigger = Omit<TriggerContext, 'operationType'> & { readonly operationType: ApexEnum };

const stack: RunningTrigger[] = [];

/** Runs a trigger's body; `Trigger.…` means the given context meanwhile. */
export function withTrigger(context: TriggerContext, work: () => void): void {
  stack.push({ ...context, operationType: platformEnumConstant('System.TriggerOperation', context.operationType) });
  try {
    work();
  } finally {
    stack.pop();
  }
}

/** Outside of a trigger everything in it is null or false. */
const NONE = {
  isExecuting: false,
  isBefore: false,
  isAfter: false,
  isInsert: false,
  isUpdate: false,
  isDelete: false,
  isUndelete: false,
  operationType: null,
  size: 0,
  new: null,
  old: null,
  newMap: null,
  oldMap: null,
} as const;

export function currentTrigger(): RunningTrigger | typeof NONE {
  return stack.at(-1) ?? NONE;
}
