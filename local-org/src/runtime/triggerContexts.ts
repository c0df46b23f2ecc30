import type { TriggerContext } from '../dml/triggers.ts';

const stack: TriggerContext[] = [];

/** Runs a trigger's body; `Trigger.…` means the given context meanwhile. */
export function withTrigger(context: TriggerContext, work: () => void): void {
  stack.push(context);
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

export function currentTrigger(): TriggerContext | typeof NONE {
  return stack.at(-1) ?? NONE;
}
