import { currentOrg, currentTransaction } from '../../org/current.ts';
import { triggerRecord } from '../../dml/triggerRecords.ts';
import type { ObjectDescription } from '../../schema/SchemaCatalog.ts';
import type { RowValues } from '../../store/RowValues.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { ApexMap } from '../../values/ApexMap.ts';
import { tryToId18 } from '../../values/id.ts';
import { SObjectValue } from '../../values/SObjectValue.ts';
import { definePlatformType, type PlatformType } from '../definePlatformType.ts';

/**
 * What may be called on the name of an object: `ReinstateSettings__c.getInstance()`. Null for objects without such methods.
 * The declared type is named `Schema.<object>`.
 */
export function staticSObjectMethods(object: ObjectDescription): PlatformType | null {
  if (object.kind === 'metadataType') return customMetadataMethods(object);
  if (object.kind !== 'customSetting') return null;
  return object.customSettingsType === 'List' ? listSettingMethods(object) : hierarchySettingMethods(object);
}

function recordOf(object: ObjectDescription, row: Readonly<RowValues>): SObjectValue {
  return triggerRecord(object, row, { withId: true, isReadOnly: false });
}

function customMetadataMethods(object: ObjectDescription): PlatformType {
  const { name } = object;
  const rows = (): RowValues[] => currentOrg().store.findRows(name, {}, ['DeveloperName']);
  return definePlatformType({
    name: `Schema.${name}`,
    methods: {
      [`static Map<String, ${name}> getAll()`]: () =>
        new ApexMap(
          runtimeType(`Map<String,${name}>`),
          rows().map((row) => [row.DeveloperName, recordOf(object, row)] as const),
        ),
      [`static ${name} getInstance(String key)`]: (key: string | null) => {
        const wanted = key?.toLowerCase();
        const row = rows().find(
          ({ Id, DeveloperName }) => String(DeveloperName).toLowerCase() === wanted || Id === tryToId18(key ?? ''),
        );
        return row ? recordOf(object, row) : null;
      },
    },
  });
}

function listSettingMethods(object: ObjectDescription): PlatformType {
  const { name } = object;
  const find = (key: string | null): SObjectValue | null => {
    const row = currentOrg()
      .store.findRows(name)
      .find((candidate) => candidate.Name === key);
    return row ? recordOf(object, row) : null;
  };
  return definePlatformType({
    name: `Schema.${name}`,
    methods: {
      [`static Map<String, ${name}> getAll()`]: () =>
        new ApexMap(
          runtimeType(`Map<String,${name}>`),
          currentOrg()
            .store.findRows(name)
            .map((row) => [row.Name, recordOf(object, row)] as const),
        ),
      [`static ${name} getInstance(String key)`]: find,
      [`static ${name} getValues(String key)`]: find,
    },
  });
}

/** Apex Reference, "Custom Settings Methods": values of the user, else of the profile, else of the organization, field by field. */
function hierarchySettingMethods(object: ObjectDescription): PlatformType {
  const { name } = object;
  return definePlatformType({
    name: `Schema.${name}`,
    methods: {
      [`static ${name} getInstance()`]: () => merged(object, ownersOfUser(currentTransaction().userId)),
      [`static ${name} getInstance(Id userOrProfileId)`]: (id: string | null) => merged(object, ownersOf(id)),
      [`static ${name} getOrgDefaults()`]: () => merged(object, [currentOrg().id]),
      [`static ${name} getValues(Id ownerId)`]: (id: string | null) => {
        const row = rowOf(object, id);
        return row ? recordOf(object, row) : null;
      },
    },
  });
}

function ownersOf(id: string | null): string[] {
  if (id === null) return [currentOrg().id];
  return id.startsWith('005') ? ownersOfUser(id) : [id, currentOrg().id];
}

function ownersOfUser(userId: string): string[] {
  const { store, id } = currentOrg();
  const profileId = store.getRow('User', userId)?.ProfileId;
  return typeof profileId === 'string' ? [userId, profileId, id] : [userId, id];
}

function rowOf(object: ObjectDescription, owner: string | null): RowValues | null {
  const rows = currentOrg().store.findRows(object.name, { SetupOwnerId: owner, IsDeleted: false });
  return rows[0] ?? null;
}

/** An empty record when nothing is set anywhere, never null. */
function merged(object: ObjectDescription, owners: readonly string[]): SObjectValue {
  const rows = owners.map((owner) => rowOf(object, owner)).filter((row) => row !== null);
  const [lowest, ...others] = rows;
  if (!lowest) return new SObjectValue(object.name);
  const values: RowValues = { ...lowest };
  for (const row of others) {
    for (const field of object.fields.values()) if (field.isCustom) values[field.name] ??= row[field.name] ?? null;
  }
  return recordOf(object, values);
}
