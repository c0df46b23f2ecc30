import type { Implementation } from '../platform/definePlatformType.ts';
import * as platform from '../platform/catalog.ts';
import { staticSObjectMethods } from '../platform/data/staticMethods.ts';
import { orgServices, type RuntimeServices } from '../runtime/services.ts';
import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';

/** What compiled code asks for, with the methods that a project's custom settings and custom metadata types have. */
export function programServices(schema: SchemaCatalog): RuntimeServices {
  const ofObjects = new Map<string, Implementation>();
  for (const name of schema.objectNames()) {
    const object = schema.object(name);
    const type = object && staticSObjectMethods(object);
    for (const [id, implementation] of type?.implementations ?? []) ofObjects.set(id, implementation);
  }
  return {
    ...orgServices,
    platform: {
      findType: platform.findType,
      implementation: (id) => platform.implementation(id) ?? ofObjects.get(id),
    },
  };
}
