import type { ApexFailure } from './apexCall.ts';

/** Results of wired methods by method and parameters, shared by all components of the page. */
export interface WireEntry {
  value: { data: unknown; error: ApexFailure | undefined } | undefined;
  listeners: Set<(value: { data: unknown; error: ApexFailure | undefined }) => void>;
  load: () => Promise<unknown>;
  loadedAt: number;
  /** Number of the newest request; an older answer that arrives later is dropped. */
  request: number;
  /** The request under way, if any. */
  pending: Promise<void> | undefined;
}

/** Salesforce serves a cached result and fetches it anew once it is older than this. */
const FRESH_FOR_MS = 30_000;

const entries = new Map<string, WireEntry>();

/** Equal parameters give equal keys, whatever the order of their names. */
export function cacheKey(className: string, methodName: string, params: Record<string, unknown>): string {
  return `${className}.${methodName}:${JSON.stringify(params, (_key, value) => sorted(value))}`;
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function entryOf(key: string, load: () => Promise<unknown>): WireEntry {
  let entry = entries.get(key);
  if (!entry) {
    entry = { value: undefined, listeners: new Set(), load, loadedAt: 0, request: 0, pending: undefined };
    entries.set(key, entry);
  }
  if (!entry.pending && performance.now() - entry.loadedAt > FRESH_FOR_MS) void reload(entry);
  if (!entry.value && !entry.pending) void reload(entry);
  return entry;
}

export function reload(entry: WireEntry): Promise<void> {
  entry.request += 1;
  const request = entry.request;
  const finish = (data: unknown, error: ApexFailure | undefined): void => {
    if (request !== entry.request) return;
    entry.loadedAt = performance.now();
    entry.pending = undefined;
    entry.value = { data, error };
    for (const listener of [...entry.listeners]) listener(entry.value);
  };
  const pending = entry.load().then(
    (data) => finish(deepFreeze(data), undefined),
    (error: ApexFailure) => finish(undefined, error),
  );
  entry.pending = pending;
  return pending;
}

/** A component that changes a wired value fails on Salesforce, so it fails here. */
function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
