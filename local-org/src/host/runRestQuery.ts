import type { LocalOrg } from '../org/LocalOrg.ts';
import { ApexException } from '../runtime/ApexException.ts';
import { runQuery } from '../soql/run.ts';
import { parseQuery } from '../soql/parse/parseQuery.ts';
import type { QueryResult } from '../web/host-api.ts';
import { markUnknown } from './markUnknown.ts';
import { restRecord } from './restJson.ts';

/** A query as the REST API runs it: with the rights and the sharing of the running user. Throws an Error to show. */
export function runRestQuery(org: LocalOrg, soql: string): QueryResult {
  try {
    const result = runQuery(soql, () => undefined, { access: 'user', sharing: true, apiVersion: 67 });
    if (typeof result === 'number') return { totalSize: result, done: true, records: [] };
    const query = parseQuery(soql);
    const records = result.map((row) => restRecord(row, query, org.program));
    markUnknown(org.store, records);
    return { totalSize: records.length, done: true, records };
  } catch (error) {
    if (error instanceof ApexException) throw new Error(error.apexMessage ?? error.apexType, { cause: error });
    throw error;
  }
}
