import type { Org } from '../org/Org.ts';
import { throwApex } from '../runtime/ApexException.ts';
import { unknownField, unknownObject } from './resolve/messages.ts';
import type { ResolvedQuery } from './resolve/ResolvedQuery.ts';

/**
 * User mode: every object and field that the query reads, also in its conditions, must be readable.
 * Throws System.QueryException that reads as if the thing did not exist, as Salesforce does (Apex Developer Guide, "Enforce User
 * Mode for Database Operations").
 */
export function mayReadInUserMode(query: ResolvedQuery, userId: string, org: Org): void {
  for (const [object, fields] of query.uses) {
    if (!org.access.objectAccess(userId, object).read) throwApex('System.QueryException', unknownObject(object));
    for (const field of fields) {
      if (field !== 'Id' && !org.access.fieldAccess(userId, object, field).read) {
        throwApex('System.QueryException', unknownField(field, object));
      }
    }
  }
}
