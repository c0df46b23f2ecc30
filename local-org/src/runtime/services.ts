import { currentOrg, currentTransaction } from '../org/current.ts';
import * as platform from '../platform/catalog.ts';
import type { CallSite } from '../platform/CallSite.ts';
import type { DmlOperation } from '../dml/SObjectRule.ts';
import type { Implementation, PlatformType } from '../platform/definePlatformType.ts';
import { runQuery } from '../soql/run.ts';
import { runAs } from '../testing/runAs.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';
import * as data from './data.ts';
import { RefusedError } from './RefusedError.ts';

/** What compiled code needs of the org around it. Tests of the compiler bring their own. */
export interface RuntimeServices {
  platform: {
    findType(name: string): PlatformType | undefined;
    implementation(id: string): Implementation | undefined;
  };
  query(text: string, binds: readonly unknown[], site: CallSite): SObjectValue[] | number;
  dml(operation: string, records: SObjectValue[], options: DmlOptions, site: CallSite): void;
  runAs(user: SObjectValue | null, work: () => void): void;
  label(name: string): string;
  objectToken(object: string): unknown;
  fieldToken(object: string, field: string): unknown;
  describeObject(object: string): unknown;
  describeField(object: string, field: string): unknown;
}

export interface DmlOptions {
  readonly access: 'user' | 'system' | null;
  readonly externalIdField: string | null;
}

/** From API version 67 on queries and DML check the user's rights unless they say otherwise. */
function defaultAccess(site: CallSite): 'user' | 'system' {
  return site.apiVersion >= 67 ? 'user' : 'system';
}

/** The services of the org that runs now. */
export const orgServices: RuntimeServices = {
  platform,
  query(text, binds, site) {
    const valueOf = (name: string): unknown => binds[Number(name.slice(1))];
    const sharing = currentTransaction().sharing === 'with';
    return runQuery(text, valueOf, { access: defaultAccess(site), sharing, apiVersion: site.apiVersion });
  },
  dml(operation, records, { access, externalIdField }, site) {
    data.executeDml({
      operation: operation as DmlOperation,
      records,
      allOrNone: true,
      access: access ?? defaultAccess(site),
      sharing: currentTransaction().sharing === 'with',
      externalIdField,
      apiVersion: site.apiVersion,
    });
  },
  runAs,
  label(name) {
    const text = currentOrg().labels.get(name);
    if (text === undefined) throw new RefusedError(`The label ${name} does not exist.`);
    return text;
  },
  objectToken: data.objectToken,
  fieldToken: data.fieldToken,
  describeObject: data.describeObject,
  describeField: data.describeField,
};
