import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findType } from '../platform/catalog.ts';
import { createSchema } from '../schema/createSchema.ts';
import type { TypeDeclaration } from '../types/TypeDeclaration.ts';
import { CAPABILITY_AREAS } from './capabilityAreas.ts';

/** One row of the feature table and what it needs of the platform. */
export interface FeatureNeeds {
  readonly feature: number;
  readonly name: string;
  readonly needs: readonly string[];
  /** Of the needs: what the local org does not have. */
  readonly lacks: readonly string[];
}

const FILE = join(import.meta.dirname, '..', '..', 'support-data', 'feature-needs.csv');

/** The feature table, each need looked up in what the local org has. The file quotes nothing. */
export function featureNeeds(): FeatureNeeds[] {
  const has = lookUp();
  const [, ...lines] = readFileSync(FILE, 'utf8').split(/\r?\n/).filter(Boolean);
  return lines.map((line) => {
    const [feature = '', name = '', needs = ''] = line.split(',');
    const list = needs.split(' ').filter(Boolean);
    return { feature: Number(feature), name, needs: list, lacks: list.filter((need) => !has(need)) };
  });
}

/** Answers for an object, a field, a type, a member of a type, or a capability. */
function lookUp(): (need: string) => boolean {
  const schema = createSchema();
  const capabilities = new Map<string, boolean>(
    CAPABILITY_AREAS.flatMap(({ name: area, capabilities: list }) =>
      list.map(({ name, standing }) => [`${area}/${name.replaceAll(' ', '_')}`, standing === 'implemented'] as const),
    ),
  );
  return (need) => {
    if (need.includes('/')) {
      const isThere = capabilities.get(need);
      if (isThere === undefined) throw new Error(`support-data/feature-needs.csv: there is no capability ${need}.`);
      return isThere;
    }
    const [owner = '', member] = need.split('.');
    const object = schema.object(owner);
    if (object) return member === undefined || object.fields.has(member.toLowerCase());
    const type = findType(need) ?? (member === undefined ? undefined : findType(owner));
    if (!type) return false;
    return findType(need) !== undefined || hasMember(type.declaration, member ?? '');
  };
}

function hasMember(type: TypeDeclaration, name: string): boolean {
  const key = name.toLowerCase();
  return [...type.methods, ...type.properties].some((member) => member.name.toLowerCase() === key);
}
