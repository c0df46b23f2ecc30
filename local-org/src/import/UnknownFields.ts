import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';
import { IMPORTED_OBJECTS } from './importedObjects.ts';

const TABLE =
  'CREATE TABLE IF NOT EXISTS "local_known_field" ("Object" TEXT, "Field" TEXT, PRIMARY KEY ("Object", "Field"))';

/** Fields that the org composes of others. */
const COMPOSED: Readonly<Record<string, string>> = { Name: 'LastName' };

/** Names of fields by object. */
export type FieldsByObject = ReadonlyMap<string, ReadonlySet<string>>;

/** What the org works out of another field: known when that is. Counts are not among them: files may hold some users only. */
const DERIVED: readonly { readonly field: string; readonly from: string }[] = [
  { field: 'PermissionSetAssignment.IsActive', from: 'PermissionSetAssignment.ExpirationDate' },
  // Its name tells it where nothing else does.
  { field: 'PermissionSet.IsOwnedByProfile', from: 'PermissionSet.Name' },
  { field: 'PermissionSet.Type', from: 'PermissionSet.Name' },
];

const byStore = new WeakMap<Store, FieldsByObject | null>();

/** Remembers which fields an import brought. What it did not bring is unknown, which is neither empty nor false. */
export function rememberKnownFields(store: Store, known: FieldsByObject): void {
  forgetKnownFields(store);
  const remember = (object: string, field: string) =>
    store.rawRun('INSERT OR IGNORE INTO "local_known_field" VALUES (?, ?)', object, field);
  for (const [object, fields] of known) for (const field of fields) remember(object, field);
  for (const { field, from } of DERIVED) if (has(known, from)) remember(...split(field));
}

function has(known: FieldsByObject, path: string): boolean {
  const [object, field] = split(path);
  return known.get(object)?.has(field) === true;
}

function split(path: string): [string, string] {
  const [object = '', field = ''] = path.split('.');
  return [object, field];
}

/** Forgets it: for an org that is filled in another way, where everything is known. */
export function forgetKnownFields(store: Store): void {
  byStore.delete(store);
  store.database.exec(`${TABLE}; DELETE FROM "local_known_field"`);
}

/** Whether no file of an import had the field of an object. In an org that was not imported everything is known. */
export function isUnknownField(store: Store, object: ObjectDescription, name: string): boolean {
  const known = knownFields(store);
  if (!known || !(object.name in IMPORTED_OBJECTS)) return false;
  const fields = known.get(object.name);
  // What an import makes up itself, such as the Automated Process user, has an Id.
  if (name === 'Id') return fields === undefined;
  return !fields || !(fields.has(name) || fields.has(COMPOSED[name] ?? ''));
}

/** Whether no file of an import said anything about an object. */
export function isUnknownObject(store: Store, object: string): boolean {
  const known = knownFields(store);
  return known !== null && object in IMPORTED_OBJECTS && !known.has(object);
}

/** By object; null when the org was not imported. */
function knownFields(store: Store): FieldsByObject | null {
  let known = byStore.get(store);
  if (known === undefined) byStore.set(store, (known = read(store)));
  return known;
}

function read(store: Store): FieldsByObject | null {
  store.database.exec(TABLE);
  const fields = new Map<string, Set<string>>();
  for (const { Object: object, Field: field } of store.rawQuery('SELECT "Object", "Field" FROM "local_known_field"')) {
    const names = fields.get(String(object)) ?? new Set<string>();
    fields.set(String(object), names.add(String(field)));
  }
  return fields.size === 0 ? null : fields;
}
