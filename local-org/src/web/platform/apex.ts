import { unwrap } from 'lwc';
import { callApex, type ApexFailure } from './apexCall.ts';
import { cacheKey, entryOf, reload, type WireEntry } from './apexCache.ts';

type Params = Record<string, unknown>;

interface WireValue {
  data: unknown;
  error: ApexFailure | undefined;
}

type DataCallback = (value: WireValue) => void;

/** Which adapter provisioned a value, for `refreshApex`. */
const provisionedBy = new WeakMap<object, { refresh(): Promise<void> }>();

/**
 * The default export of `@salesforce/apex/Class.method`: called with parameters it runs the method, and as the first
 * argument of `@wire` it is an adapter.
 */
export function apexMethod(className: string, methodName: string) {
  const call = (params?: Params): Promise<unknown> => callApex(className, methodName, params ?? {}, false);
  return Object.assign(call, { adapter: adapterFor(className, methodName) });
}

function adapterFor(className: string, methodName: string) {
  return class ApexWireAdapter {
    #provide: DataCallback;
    #connected = false;
    #params: Params | undefined;
    #entry: WireEntry | undefined;

    constructor(dataCallback: DataCallback) {
      this.#provide = dataCallback;
      dataCallback({ data: undefined, error: undefined });
    }

    connect(): void {
      this.#connected = true;
      this.#follow();
    }

    disconnect(): void {
      this.#connected = false;
      this.#entry?.listeners.delete(this.#receive);
      this.#entry = undefined;
    }

    /** A reactive parameter that is still undefined holds the call back, as on Salesforce. */
    update(config: Params): void {
      this.#params = Object.values(config).includes(undefined) ? undefined : config;
      this.#follow();
    }

    refresh(): Promise<void> {
      return this.#entry ? reload(this.#entry) : Promise.resolve();
    }

    /** Listens to the cache entry of the current parameters; answers to earlier ones no longer arrive. */
    #follow(): void {
      if (!this.#connected || !this.#params) return;
      const params = this.#params;
      const entry = entryOf(cacheKey(className, methodName, params), () =>
        callApex(className, methodName, params, true),
      );
      if (entry === this.#entry) return;
      this.#entry?.listeners.delete(this.#receive);
      this.#entry = entry;
      entry.listeners.add(this.#receive);
      if (entry.value) this.#receive(entry.value);
    }

    #receive = (value: WireValue): void => {
      const provisioned = { ...value };
      provisionedBy.set(provisioned, this);
      this.#provide(provisioned);
    };
  };
}

/** Runs the wired method again whose result is given: the whole provisioned value, not its `data`. */
export async function refreshApex(provisioned: object | undefined): Promise<void> {
  const raw = provisioned ? (unwrap(provisioned) as object) : undefined;
  await (raw ? provisionedBy.get(raw) : undefined)?.refresh();
}

/** Reads a field, also of a parent, from a record that Apex returned. */
export function getSObjectValue(
  record: Record<string, unknown>,
  field: string | { fieldApiName: string; objectApiName: string },
): unknown {
  const path = typeof field === 'string' ? field.split('.').slice(1) : field.fieldApiName.split('.');
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], record);
}
