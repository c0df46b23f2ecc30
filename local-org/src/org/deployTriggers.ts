import { basename } from 'node:path';
import type { Store } from '../store/Store.ts';
import type { CompiledProject } from './compileProject.ts';

/** Makes the rows of ApexTrigger those of the project: also of triggers that are switched off, and of no others. */
export function deployTriggers(store: Store, compiled: CompiledProject): void {
  const objects = new Map(compiled.units.map((unit) => [unit.path, unit.trigger?.object]));
  const known = new Map(store.findRows('ApexTrigger').map((row) => [String(row.Name), String(row.Id)]));
  for (const { kind, path, apiVersion, isInactive } of compiled.sources.apex) {
    const object = objects.get(path);
    if (kind !== 'trigger' || object === undefined) continue;
    const name = basename(path, '.trigger');
    const values = { ApiVersion: apiVersion, Status: isInactive ? 'Inactive' : 'Active', TableEnumOrId: object };
    const id = known.get(name);
    if (id === undefined) store.insertRow('ApexTrigger', { Name: name, ...values });
    else store.updateRow('ApexTrigger', id, values);
    known.delete(name);
  }
  for (const id of known.values()) store.deleteRow('ApexTrigger', id);
}
