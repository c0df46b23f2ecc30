import type { SObjectValue } from '../values/SObjectValue.ts';
import type { DmlOperation } from './SObjectRule.ts';

/** One DML statement or one call of a DML method of Database. */
export interface DmlRequest {
  readonly operation: DmlOperation;
  readonly records: readonly SObjectValue[];
  /** False: rows that can be saved are saved, and nothing is thrown for the others. */
  readonly allOrNone: boolean;
  /** Null: what the API version of the class says. */
  readonly access: 'user' | 'system' | null;
  /** The sharing keyword of the class decides in system mode. */
  readonly sharing: boolean;
  /** Canonical name; upsert only. Null: by Id. */
  readonly externalIdField: string | null;
  /** 67 for 67.0. */
  readonly apiVersion: number;
}

/** From this API version on, DML without a mode is in user mode (Apex Developer Guide, versioned behavior of 67.0). */
export const USER_MODE_VERSION = 67;

export function isUserMode(request: Pick<DmlRequest, 'access' | 'apiVersion'>): boolean {
  return request.access === null ? request.apiVersion >= USER_MODE_VERSION : request.access === 'user';
}
