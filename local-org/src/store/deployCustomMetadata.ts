import { createHash } from 'node:crypto';
import type { CustomMetadataRecord } from '../schema/project/ProjectSchema.ts';
import { toId18 } from '../values/id.ts';
import type { Store } from './Store.ts';

/** Makes the rows of custom metadata types equal to what the project holds: as a deployment of the whole project would. */
export function deployCustomMetadata(store: Store, records: readonly CustomMetadataRecord[]): void {
  for (const name of store.schema.objectNames()) {
    const object = store.schema.object(name);
    if (object?.kind !== 'metadataType') continue;
    for (const row of store.findRows(object.name)) store.deleteRow(object.name, String(row.Id));
  }
  for (const { object, developerName, label, values } of records) {
    const defaults = [...(store.schema.object(object)?.fields.values() ?? [])].filter((field) => field.isCustom);
    store.insertRow(object, {
      ...Object.fromEntries(defaults.map((field) => [field.name, (field.defaultValue ?? null) as string | null])),
      ...values,
      Id: idOf(store.schema.object(object)?.keyPrefix ?? 'm00', developerName),
      DeveloperName: developerName,
      MasterLabel: label,
      Label: label,
      Language: 'en_US',
      QualifiedApiName: developerName,
      NamespacePrefix: null,
    });
  }
}

/** The same record keeps its Id when it is deployed again. */
function idOf(keyPrefix: string, developerName: string): string {
  const digest = createHash('sha256').update(developerName).digest('hex').slice(0, 9);
  return toId18(`${keyPrefix}LO0${digest}`);
}
