import type { Org } from '../org/Org.ts';
import { ApexException } from '../runtime/ApexException.ts';
import { unknownField, unknownObject } from './resolve/messages.ts';
import type { ResolvedQuery } from './resolve/ResolvedQuery.ts';

/**
 * User mode: every object and field that the query reads, also in its conditions, must be readable.
 * Throws System.QueryException that reads as if the thing did not exist, as Salesforce does (Apex Developer Guide, "Enforce User
 * Mode for Database Operations"). Its getInaccessibleFields tells all fields; of an object that cannot be read it tells none.
 */
export function mayReadInUserMode(query: ResolvedQuery, userId: string, org: Org): void {
  const inaccessible = new Map<string, Set<string>>();
  let message: string | null = null;
  for (const [object, fields] of query.uses) {
    if (!org.access.objectAccess(userId, object).read) {
      message ??= unknownObject(object);
      continue;
    }
    const denied = [...fields].filter((field) => field !== 'Id' && !org.access.fieldAccess(userId, object, field).read);
    if (denied.length === 0) continue;
    inaccessible.set(object, new Set(denied));
    message ??= unknownField(denied[0]!, object);
  }
  if (message === null) return;
  const exception = new ApexException('System.QueryException', message);
  exception.inaccessibleFields = inaccessible;
  throw exception;
}
