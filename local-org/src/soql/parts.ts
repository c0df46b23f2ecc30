import type { ResolvedCondition, ResolvedQuery, ResolvedValue } from './resolve/ResolvedQuery.ts';

type Bind = Extract<ResolvedValue, { kind: 'bind' | 'collectionBind' }>;

const queries = new WeakMap<ResolvedQuery, readonly ResolvedQuery[]>();
const binds = new WeakMap<ResolvedQuery, readonly Bind[]>();

/** The query itself, its child sub-queries and its semi joins. */
export function queriesOf(query: ResolvedQuery): readonly ResolvedQuery[] {
  let list = queries.get(query);
  if (!list) {
    const inner = valuesIn(query.where).flatMap((value) => (value.kind === 'query' ? queriesOf(value.query) : []));
    list = [query, ...query.children.flatMap((child) => queriesOf(child.query)), ...inner];
    queries.set(query, list);
  }
  return list;
}

/** Binds anywhere in the conditions of the query. */
export function bindsOf(query: ResolvedQuery): readonly Bind[] {
  let list = binds.get(query);
  if (!list) {
    list = queriesOf(query).flatMap((part) =>
      [...valuesIn(part.where), ...valuesIn(part.having)].filter(
        (value) => value.kind === 'bind' || value.kind === 'collectionBind',
      ),
    );
    binds.set(query, list);
  }
  return list;
}

function valuesIn(condition: ResolvedCondition | null): ResolvedValue[] {
  if (!condition) return [];
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.items.flatMap(valuesIn);
    case 'not':
      return valuesIn(condition.item);
    case 'comparison':
      return condition.value.kind === 'list' ? [...condition.value.items] : [condition.value];
  }
}
