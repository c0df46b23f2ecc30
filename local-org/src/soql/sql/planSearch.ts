import type { SearchIndex } from '../../store/SearchIndex.ts';
import type { Store } from '../../store/Store.ts';
import { foldText } from '../../store/fold.ts';
import type { ResolvedCondition, ResolvedQuery, ResolvedValue, TableRef } from '../resolve/ResolvedQuery.ts';
import type { BindValues } from './BindValues.ts';
import { valueOf } from './conditions.ts';

type Comparison = Extract<ResolvedCondition, { kind: 'comparison' }>;

/** A condition of a query that asks for a text inside of fields that the store keeps an index for. */
interface IndexedSearch {
  readonly index: SearchIndex;
  readonly condition: ResolvedCondition;
  readonly fields: readonly string[];
  readonly value: ResolvedValue;
  /** What the query asks of the flag that the index knows; null when it does not. */
  readonly flag: ResolvedValue | null;
  /** Nothing else is asked for. */
  readonly isWhole: boolean;
}

/**
 * How a search is run. `rare`: the index says which few rows are read. `common`: rows are read in the order that is wanted,
 * which ends soon; where all are wanted, the index tells which of them.
 */
export interface SearchPlan {
  /** Whose rows are searched. */
  readonly root: TableRef;
  readonly condition: ResolvedCondition;
  readonly kind: 'rare' | 'common';
  readonly table: string;
  readonly expression: string;
  /** How many rows the query finds, when that is all it asks and the index alone can tell. */
  readonly count: number | null;
}

/** From so many rows on it is cheaper to meet the first ones in order than to read and sort all. */
const COMMON = 1000;
/** Up to so many rows the index tells which ones are met; of more every few rows one is found by looking at its texts. */
const EVERYWHERE = 5000;

const searches = new WeakMap<ResolvedQuery, WeakMap<Store, IndexedSearch | null>>();

/** Null when no index helps: then every row is looked at. */
export function planSearch(query: ResolvedQuery, store: Store, binds: BindValues): SearchPlan | null {
  const search = indexedSearch(query, store);
  if (!search) return null;
  const { index, condition, fields } = search;
  const pattern = valueOf(search.value, binds);
  const text = typeof pattern === 'string' ? textInside(pattern) : null;
  if (text === null) return null;
  const flag = search.flag ? valueOf(search.flag, binds) : null;
  const limit = query.limit ? Number(valueOf(query.limit, binds) ?? Infinity) : Infinity;
  const isCount = query.kind === 'count' && search.isWhole && !query.offset;
  const enough = isCount ? limit : query.limit ? EVERYWHERE + 1 : Infinity;
  const hit = index.expressionFor(
    { text: foldText(text), fields, flag: typeof flag === 'boolean' ? flag : null },
    enough,
  );
  if (!hit) return null;
  const kind = hit.found <= COMMON ? 'rare' : 'common';
  if (hit.found > EVERYWHERE && !isCount && query.limit) return null;
  return {
    root: query.root,
    condition,
    kind,
    table: index.table,
    expression: hit.expression,
    count: isCount ? hit.found : null,
  };
}

function indexedSearch(query: ResolvedQuery, store: Store): IndexedSearch | null {
  let byStore = searches.get(query);
  if (!byStore) searches.set(query, (byStore = new WeakMap()));
  let search = byStore.get(store);
  if (search === undefined) byStore.set(store, (search = findSearch(query, store)));
  return search;
}

function findSearch(query: ResolvedQuery, store: Store): IndexedSearch | null {
  const index = store.searchIndex(query.object.name);
  if (!index || query.kind === 'aggregate' || !query.where) return null;
  const items = query.where.kind === 'and' ? query.where.items : [query.where];
  const isOwnField = (item: Comparison): boolean => {
    const { operand } = item;
    return operand.kind === 'field' && operand.choices.length === 1 && operand.choices[0]?.table === query.root;
  };
  for (const condition of items) {
    const likes = condition.kind === 'or' ? condition.items : [condition];
    const [first] = likes;
    if (first?.kind !== 'comparison') continue;
    const fields: string[] = [];
    const isSearch = likes.every((item) => {
      if (item.kind !== 'comparison' || item.operator !== 'LIKE' || !isOwnField(item)) return false;
      if (item.operand.kind !== 'field' || !index.fields.includes(item.operand.field.name)) return false;
      fields.push(item.operand.field.name);
      return isSameText(item.value, first.value);
    });
    if (!isSearch) continue;
    const flag = items.find(
      (item): item is Comparison =>
        item.kind === 'comparison' &&
        item.operator === '=' &&
        isOwnField(item) &&
        item.operand.kind === 'field' &&
        item.operand.field.name === index.flag &&
        (item.value.kind === 'constant' || item.value.kind === 'bind'),
    );
    const isWhole = !query.object.isUndeletable && items.every((item) => item === condition || item === flag);
    return { index, condition, fields, value: first.value, flag: flag?.value ?? null, isWhole };
  }
  return null;
}

function isSameText(left: ResolvedValue, right: ResolvedValue): boolean {
  if (left.kind === 'bind' && right.kind === 'bind') return left.name.toLowerCase() === right.name.toLowerCase();
  return left.kind === 'constant' && right.kind === 'constant' && left.value === right.value;
}

/** The text of a pattern that means "anywhere inside": `%text%` without other wildcards. Null for any other pattern. */
export function textInside(pattern: string): string | null {
  const match = /^%((?:[^%_\\]|\\[%_\\])+)%$/s.exec(pattern);
  return match ? (match[1] ?? '').replace(/\\([%_\\])/g, '$1') : null;
}
