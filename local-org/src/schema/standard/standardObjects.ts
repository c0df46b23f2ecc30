import type { ChildRelationship, ObjectDescription } from '../SchemaCatalog.ts';
import { readSchemaCsv, readSchemaLines } from './readCsv.ts';
import { readStandardFields } from './standardFields.ts';

/** The standard objects that the local org supports, read from schema-data. */
export function readStandardObjects(): ObjectDescription[] {
  const fields = readStandardFields();
  const children = readChildRelationships();
  return readSchemaCsv('objects.csv').map((row) => {
    const name = row.object ?? '';
    return {
      name,
      label: row.label ?? name,
      labelPlural: row.labelPlural ?? name,
      keyPrefix: row.keyPrefix || null,
      kind: 'standard',
      fields: new Map((fields.get(name) ?? []).map((field) => [field.name.toLowerCase(), field])),
      childRelationships: children.get(name) ?? [],
      publishBehavior: null,
      isCreateable: row.createable === '1',
      isUpdateable: row.updateable === '1',
      isDeletable: row.deletable === '1',
      isUndeletable: row.undeletable === '1',
      isTriggerable: row.triggerable === '1',
      isDmlSupported: row.dmlRefused !== '1',
      isSetup: row.setup === '1',
      nameField: row.nameField || null,
      sharingModel: null,
      customSettingsType: null,
    };
  });
}

/** Lower-case names of objects that Salesforce has and the local org does not. */
export function readKnownObjectNames(): Set<string> {
  return new Set(readSchemaLines('known-objects.txt').map((name) => name.toLowerCase()));
}

function readChildRelationships(): Map<string, ChildRelationship[]> {
  const result = new Map<string, ChildRelationship[]>();
  for (const row of readSchemaCsv('child-relationships.csv')) {
    const list = result.get(row.object ?? '') ?? [];
    list.push({ name: row.name ?? '', childObject: row.childObject ?? '', field: row.field ?? '' });
    result.set(row.object ?? '', list);
  }
  return result;
}
