import { USER_MODE_VERSION } from '../../dml/DmlRequest.ts';
import { currentOrg, currentTransaction } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { checkQuery } from '../../soql/check.ts';
import { runQuery, type QueryOptions } from '../../soql/run.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { ApexList } from '../../values/ApexList.ts';
import type { ApexMap } from '../../values/ApexMap.ts';
import type { SObjectValue } from '../../values/SObjectValue.ts';
import type { CallSite } from '../CallSite.ts';
import type { AccessLevelValue } from './AccessLevel.ts';

type Binds = (name: string) => unknown;

/** Binds of Database.query: variables where the call stands. */
export function variablesOf(site: CallSite): Binds {
  return (name) => {
    const value = site.variable?.(name);
    if (value === undefined) throwApex('System.QueryException', `Variable does not exist: ${name}`);
    return value;
  };
}

/** Binds of the methods WithBinds: keys ignore case, and two that differ only by case are refused. */
export function mapBinds(map: ApexMap | null): Binds {
  if (map === null) throwApex('System.NullPointerException', 'Argument 2 cannot be null');
  const values = new Map<string, unknown>();
  for (const [key, value] of map.pairs()) {
    const name = String(key).toLowerCase();
    if (values.has(name))
      throwApex('System.QueryException', `The bindMap consists of duplicate case-insensitive keys: [${name}]`);
    values.set(name, value);
  }
  return (name) => {
    const value = values.get(name.toLowerCase());
    if (value === undefined) throwApex('System.QueryException', `Key '${name}' does not exist in the bindMap`);
    return value;
  };
}

export function optionsOf(site: CallSite, level: AccessLevelValue | null): QueryOptions {
  return {
    access: level ? level.access : site.apiVersion >= USER_MODE_VERSION ? 'user' : 'system',
    sharing: currentTransaction().sharing === 'with',
    apiVersion: site.apiVersion,
  };
}

/** Runs a query text. Null as text throws System.NullPointerException. */
export function queryRecords(text: string | null, binds: Binds, options: QueryOptions): ApexList {
  const result = runQuery(notNull(text), binds, options);
  if (typeof result !== 'number') return recordList(result, text ?? '');
  throwApex('System.QueryException', 'SELECT COUNT() is run by Database.countQuery in the local org');
}

export function countRecords(text: string | null, binds: Binds, options: QueryOptions): number {
  const result = runQuery(notNull(text), binds, options);
  if (typeof result === 'number') return result;
  throwApex('System.QueryException', 'Database.countQuery takes a query of the form SELECT COUNT() FROM …');
}

/** A list of the query's own row type, so that it can be cast to it also when it is empty. */
function recordList(records: SObjectValue[], text: string): ApexList {
  const rowType = checkQuery(text, currentOrg().schema).rowType;
  return new ApexList(runtimeType(`List<${rowType}>`), records);
}

function notNull(text: string | null): string {
  if (text === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return text;
}
