export type TriggerEvent =
  | 'before insert'
  | 'before update'
  | 'before delete'
  | 'after insert'
  | 'after update'
  | 'after delete'
  | 'after undelete';

/** What `Trigger.new`, `Trigger.oldMap` and the like are inside a trigger. Lists and maps are ApexList and ApexMap or null. */
export interface TriggerContext {
  readonly isExecuting: true;
  readonly isBefore: boolean;
  readonly isAfter: boolean;
  readonly isInsert: boolean;
  readonly isUpdate: boolean;
  readonly isDelete: boolean;
  readonly isUndelete: boolean;
  /** Name of the constant of System.TriggerOperation: `BEFORE_INSERT`. */
  readonly operationType: string;
  readonly size: number;
  readonly new: object | null;
  readonly old: object | null;
  readonly newMap: object | null;
  readonly oldMap: object | null;
}

/** One compiled trigger. */
export interface TriggerHandle {
  readonly name: string;
  readonly object: string;
  readonly events: readonly TriggerEvent[];
  readonly apiVersion: number;
  /** Runs the body; the context is what `Trigger.…` means meanwhile. */
  run(context: TriggerContext): void;
}

/** The triggers of the program that is loaded. */
export interface TriggerRunner {
  /** @param object canonical API name. */
  triggersFor(object: string, event: TriggerEvent): readonly TriggerHandle[];
}
