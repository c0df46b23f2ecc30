import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import { QueryError, type QueryProblem } from './ast.ts';
import { parseQuery } from './parse/parseQuery.ts';
import type { BindUse, ResolvedQuery } from './resolve/ResolvedQuery.ts';
import { resolveQuery } from './resolve/resolveQuery.ts';

/** What the compiler learns of a query before it runs. */
export interface QueryCheck {
  /** API name of the object, or `AggregateResult`. Empty when the query cannot be read. */
  readonly rowType: string;
  readonly kind: 'records' | 'count';
  readonly binds: readonly BindUse[];
  readonly errors: readonly QueryProblem[];
}

type Resolution = ResolvedQuery | QueryError;

const resolved = new WeakMap<SchemaCatalog, Map<string, Resolution>>();
const CACHE_SIZE = 5000;

/** Checks a query against the schema; does not run it. */
export function checkQuery(text: string, schema: SchemaCatalog): QueryCheck {
  const result = resolutionOf(text, schema);
  if (result instanceof QueryError) {
    return { rowType: '', kind: 'records', binds: [], errors: [result] };
  }
  return {
    rowType: result.kind === 'aggregate' ? 'AggregateResult' : result.object.name,
    kind: result.kind === 'count' ? 'count' : 'records',
    binds: result.binds,
    errors: result.problems,
  };
}

/** The looked-up query, from a cache. Throws QueryError with its first problem. */
export function resolvedQuery(text: string, schema: SchemaCatalog): ResolvedQuery {
  const result = resolutionOf(text, schema);
  if (result instanceof QueryError) throw result;
  const [problem] = result.problems;
  if (problem) throw new QueryError(problem.offset, problem.message, problem.isUnsupported);
  return result;
}

function resolutionOf(text: string, schema: SchemaCatalog): Resolution {
  let cache = resolved.get(schema);
  if (!cache) {
    cache = new Map();
    resolved.set(schema, cache);
  }
  let result = cache.get(text);
  if (!result) {
    if (cache.size >= CACHE_SIZE) cache.clear();
    result = resolve(text, schema);
    cache.set(text, result);
  }
  return result;
}

function resolve(text: string, schema: SchemaCatalog): Resolution {
  try {
    return resolveQuery(parseQuery(text), schema);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}
