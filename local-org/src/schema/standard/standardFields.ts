import type { FieldDescription } from '../SchemaCatalog.ts';
import { apexTypeOf, fieldOfType } from '../fieldTypes.ts';
import { readSchemaCsv } from './readCsv.ts';

/** Flags of whole families of fields: they can be filtered, but neither sorted nor grouped (Object Reference, User and PermissionSet). */
const FILTER_ONLY_FAMILIES: readonly (readonly [RegExp, RegExp])[] = [
  [/^User$/, /^UserP(references|ermissions)/],
  [/^(PermissionSet|Profile|MutingPermissionSet|UserPermissionAccess)$/, /^Permissions/],
  [/^PermissionSetLicense$/, /^MaximumPermissions/],
];

interface RawField {
  type: string;
  isNillable: boolean;
  isCreateable: boolean;
  isUpdateable: boolean;
  supplement: Record<string, string> | null;
}

/** All fields of the standard objects, by object, in the order of the describe. */
export function readStandardFields(): Map<string, FieldDescription[]> {
  const relationships = readRelationships();
  const result = new Map<string, FieldDescription[]>();
  for (const [object, fields] of readRawFields()) {
    const list: FieldDescription[] = [];
    for (const [name, raw] of fields) {
      const apexType = apexTypeOf(raw.type);
      // Compound fields are not supported, so the product cannot name them.
      if (apexType === undefined) continue;
      list.push(
        fieldOfType(name, raw.type, apexType, {
          isNillable: raw.isNillable,
          isCreateable: raw.isCreateable,
          isUpdateable: raw.isUpdateable,
          ...familyFlags(object, name),
          ...relationships.get(`${object}.${name}`),
          ...(raw.supplement ? supplementOf(raw.supplement, apexType) : {}),
        }),
      );
    }
    result.set(object, list);
  }
  return result;
}

function readRawFields(): Map<string, Map<string, RawField>> {
  const objects = new Map<string, Map<string, RawField>>();
  const put = (row: Record<string, string>, field: RawField): void => {
    const object = row.object ?? '';
    const fields = objects.get(object) ?? new Map<string, RawField>();
    objects.set(object, fields);
    fields.set(row.field ?? '', field);
  };
  for (const row of readSchemaCsv('describe-v64.csv')) {
    put(row, {
      type: row.type ?? '',
      isNillable: row.nillable === 'true',
      isCreateable: row.createable === 'true',
      isUpdateable: row.updateable === 'true',
      supplement: null,
    });
  }
  for (const row of readSchemaCsv('fields.csv')) {
    const known = objects.get(row.object ?? '')?.get(row.field ?? '');
    if (!known && !row.type)
      throw new Error(`fields.csv: ${row.object}.${row.field} is not in the describe and has no type.`);
    const flag = (cell: string | undefined, otherwise: boolean | undefined): boolean =>
      cell ? cell === 'true' : (otherwise ?? false);
    put(row, {
      type: row.type || (known?.type ?? ''),
      isNillable: flag(row.nillable, known?.isNillable),
      isCreateable: flag(row.createable, known?.isCreateable),
      isUpdateable: flag(row.updateable, known?.isUpdateable),
      supplement: row,
    });
  }
  return objects;
}

function readRelationships(): Map<string, Partial<FieldDescription>> {
  return new Map(
    readSchemaCsv('relationships.csv').map((row) => [
      `${row.object}.${row.field}`,
      {
        relationshipName: row.relationshipName || null,
        referenceTo: row.referenceTo ? row.referenceTo.split('|') : [],
      },
    ]),
  );
}

function familyFlags(object: string, field: string): Partial<FieldDescription> {
  const isFilterOnly = FILTER_ONLY_FAMILIES.some(([objects, fields]) => objects.test(object) && fields.test(field));
  return isFilterOnly ? { isSortable: false, isGroupable: false } : {};
}

function supplementOf(row: Record<string, string>, apexType: string): Partial<FieldDescription> {
  const flags = new Set((row.flags ?? '').split(' ').filter(Boolean));
  const access = [...flags].find((flag) => /^[FGS]+$/.test(flag));
  const values = row.values ? row.values.split('|') : [];
  const isAutoNumber = flags.has('autonumber');
  return {
    ...(row.length ? { length: Number(row.length) } : {}),
    ...(row.precision ? { precision: Number(row.precision) } : {}),
    ...(row.scale ? { scale: Number(row.scale) } : {}),
    ...(access
      ? { isFilterable: access.includes('F'), isGroupable: access.includes('G'), isSortable: access.includes('S') }
      : {}),
    ...(flags.has('unique') ? { isUnique: true, isCaseSensitive: flags.has('cs') } : {}),
    ...(flags.has('idLookup') ? { isIdLookup: true } : {}),
    ...(flags.has('restricted') ? { isRestrictedPicklist: true } : {}),
    ...(flags.has('noAggregate') ? { isAggregatable: false } : {}),
    ...(flags.has('default') || isAutoNumber ? { isDefaultedOnCreate: true } : {}),
    ...(isAutoNumber ? { isAutoNumber, displayFormat: values[0] ?? '{0}' } : { picklistValues: values }),
    ...(row.default ? { defaultValue: readDefault(row.default, apexType), isDefaultedOnCreate: true } : {}),
  };
}

function readDefault(text: string, apexType: string): unknown {
  return apexType === 'Boolean' ? text === 'true' : text;
}
