import { AccessWriter } from '../../security/deploy/AccessWriter.ts';
import type { PermissionSetMetadata } from '../../security/deploy/PermissionSetMetadata.ts';
import type { SeedTarget } from '../SeedTarget.ts';
import type { PermissionSetsSeed, SetSeed } from '../seedData.ts';

/** The Ids of the sample org's permission sets and groups by name. */
export interface SeededSets {
  readonly setIds: ReadonlyMap<string, string>;
  readonly groupIds: ReadonlyMap<string, string>;
  /** The hidden set of each group. */
  readonly aggregateIds: ReadonlyMap<string, string>;
}

/** Writes the permission sets, muting sets and groups of data/org/permission-sets.json. */
export function seedAccessSets(target: SeedTarget, seed: PermissionSetsSeed): SeededSets {
  const writer = new AccessWriter(target.store, target.schema);
  const setIds = new Map(seed.sets.map((set) => [set.name, writer.writePermissionSet(set.name, metadataOf(set))]));
  for (const set of seed.mutingSets) writer.writeMutingPermissionSet(set.name, metadataOf({ ...set, weight: 0 }));
  const groupIds = new Map<string, string>();
  const aggregateIds = new Map<string, string>();
  for (const group of seed.groups) {
    const id = writer.writeGroup(group.name, {
      label: group.label,
      description: null,
      hasActivationRequired: false,
      permissionSets: group.sets,
      mutingPermissionSets: group.muting ?? [],
    });
    groupIds.set(group.name, id);
    const [aggregate] = target.store.rawQuery(
      'SELECT "Id" AS id FROM "PermissionSet" WHERE "PermissionSetGroupId" = ?',
      id,
    );
    aggregateIds.set(group.name, String(aggregate?.id));
  }
  return { setIds, groupIds, aggregateIds };
}

function metadataOf(set: SetSeed): PermissionSetMetadata {
  return {
    label: set.label,
    description: null,
    license: set.userLicense ?? set.permissionSetLicense ?? null,
    hasActivationRequired: set.hasActivationRequired ?? false,
    userPermissions: set.permissions ?? [],
    customPermissions: [],
    classes: [],
    objects: Object.entries(set.objects ?? {}).map(([object, level]) => ({
      object,
      read: true,
      create: level !== 'read',
      edit: level !== 'read',
      delete: level === 'delete',
      viewAll: false,
      modifyAll: false,
      viewAllFields: false,
    })),
    fields: [],
    tabs: [],
    applications: [],
    types: [],
  };
}
