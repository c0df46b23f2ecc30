import type { FieldDescription, ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';

const counters = new WeakMap<Store, Map<string, number>>();

/**
 * The next number of an autonumber field in its display format: `RR-{000000}` gives `RR-000007`. A number is not given again after
 * a rollback, as on Salesforce.
 */
export function nextAutoNumber(object: ObjectDescription, field: FieldDescription, store: Store): string {
  let ofStore = counters.get(store);
  if (!ofStore) {
    ofStore = new Map();
    counters.set(store, ofStore);
  }
  const key = `${object.name}.${field.name}`;
  const number = (ofStore.get(key) ?? highestNumber(object, field, store)) + 1;
  ofStore.set(key, number);
  const format = field.displayFormat ?? '{0}';
  return format.replace(/\{(0+)\}/, (_, zeros: string) => String(number).padStart(zeros.length, '0'));
}

function highestNumber(object: ObjectDescription, field: FieldDescription, store: Store): number {
  const layout = store.layout(object.name);
  const prefix = (field.displayFormat ?? '{0}').replace(/\{0+\}.*$/, '');
  const column = layout.columns.get(field.name)?.sql ?? '"Name"';
  const [row] = store.rawQuery(
    `SELECT MAX(CAST(substr(${column}, ?) AS INTEGER)) AS number FROM ${layout.table}`,
    prefix.length + 1,
  );
  return Number(row?.number ?? 0);
}
