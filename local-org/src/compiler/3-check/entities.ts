import type { Position } from '../diagnostics.ts';
import type { ApexType } from '../symbols/ApexType.ts';
import type { BoundExpression } from './bound.ts';

/** What a name can stand for before a dot: `account`, `Account`, `System`. */
export type Entity =
  | { readonly kind: 'value'; readonly value: BoundExpression }
  | { readonly kind: 'type'; readonly type: ApexType; readonly path: string; readonly position: Position }
  /** Neither variable nor type, but names may begin with it: a namespace, `Label`, `Trigger`. */
  | { readonly kind: 'prefix'; readonly path: string; readonly position: Position };
