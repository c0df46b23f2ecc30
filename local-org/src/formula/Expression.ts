import type { RuleRow } from '../dml/SObjectRule.ts';
import type { AccessEvaluator } from '../security/AccessEvaluator.ts';
import type { Store } from '../store/Store.ts';
import type { StoreValue } from '../store/RowValues.ts';

export type FormulaType = 'Text' | 'Number' | 'Boolean' | 'Date' | 'DateTime' | 'Picklist';

/** What a formula is computed from: one row about to be saved, and who saves it when. */
export interface FormulaContext {
  readonly row: RuleRow;
  readonly store: Store;
  readonly access: AccessEvaluator;
  readonly userId: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** Of the running user: what TODAY() means. */
  readonly timeZone: string;
}

/** A part of a formula with its type known. Values are store values; null is blank, and a Boolean null is neither true nor false. */
export interface Expression {
  readonly type: FormulaType;
  evaluate(context: FormulaContext): StoreValue;
  /** Of a field of the row itself: its value before the change. Absent for everything else. */
  prior?(context: FormulaContext): StoreValue;
}
