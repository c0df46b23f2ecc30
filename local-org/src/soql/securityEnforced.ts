import type { Org } from '../org/Org.ts';
import { throwApex } from '../runtime/ApexException.ts';
import type { ResolvedQuery } from './resolve/ResolvedQuery.ts';

/** From this API version on the clause does not compile (Apex Developer Guide, versioned behavior of 67.0). */
const REMOVED_IN = 67;
/** References to several objects whose fields may be selected all the same. */
const ALLOWED_POLYMORPHIC = new Set(['Owner', 'CreatedBy', 'LastModifiedBy']);

/**
 * WITH SECURITY_ENFORCED: what SELECT and FROM name must be readable, WHERE and ORDER BY are not looked at (Apex Developer Guide,
 * "Filter SOQL Queries Using WITH SECURITY_ENFORCED"). Throws System.QueryException.
 */
export function checkSecurityEnforced(query: ResolvedQuery, userId: string, org: Org, apiVersion: number): void {
  if (apiVersion >= REMOVED_IN) {
    throwApex(
      'System.QueryException',
      'WITH SECURITY_ENFORCED is not allowed from API version 67.0 on; use WITH USER_MODE',
    );
  }
  if (!org.access.objectAccess(userId, query.object.name).read) refuse();
  for (const { operand } of query.outputs) {
    const field = operand.kind === 'field' ? operand : operand.argument;
    if (!field) continue;
    if (field.choices.length > 1 && !ALLOWED_POLYMORPHIC.has(field.path[0] ?? '')) {
      throwApex(
        'System.QueryException',
        `Polymorphic relationship ${field.path[0]} is not supported in a secure query`,
      );
    }
    for (const { table, field: read } of field.choices) {
      const isReadable = read.name === 'Id' || org.access.fieldAccess(userId, table.object.name, read.name).read;
      if (!isReadable || !org.access.objectAccess(userId, table.object.name).read) refuse();
    }
  }
  for (const child of query.children) checkSecurityEnforced(child.query, userId, org, apiVersion);
}

function refuse(): never {
  throwApex('System.QueryException', 'Insufficient permissions: secure query included inaccessible field');
}
