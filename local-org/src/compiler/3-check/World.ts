import type { SchemaCatalog } from '../../schema/SchemaCatalog.ts';
import type { Diagnostics } from '../diagnostics.ts';
import type { MemberTable } from '../symbols/members.ts';
import type { TypeTable } from '../symbols/TypeTable.ts';

/** What the check of a query tells: see soql/check.ts. */
export interface QueryCheck {
  /** API name of the object, or `AggregateResult`. */
  readonly rowType: string;
  readonly kind: 'records' | 'count';
  readonly binds: readonly QueryBind[];
  readonly errors: readonly { readonly offset: number; readonly message: string; readonly isUnsupported?: boolean }[];
}

export interface QueryBind {
  readonly name: string;
  /** Apex type of the value, or of the elements of a collection. */
  readonly expects: string;
  readonly isCollection: boolean;
}

export type CheckQuery = (text: string, schema: SchemaCatalog) => QueryCheck;

/** Everything that the check of one compilation shares. */
export interface World {
  readonly types: TypeTable;
  readonly members: MemberTable;
  readonly schema: SchemaCatalog;
  readonly diagnostics: Diagnostics;
  readonly hasLabel: (name: string) => boolean;
  readonly checkQuery: CheckQuery;
}
