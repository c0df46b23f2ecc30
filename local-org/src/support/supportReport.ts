import { CAPABILITY_AREAS } from './capabilityAreas.ts';
import { featureNeeds, type FeatureNeeds } from './featureNeeds.ts';
import { platformSupport, type SupportedType } from './platformSupport.ts';

/** What `local-org support --json` prints. */
export interface SupportReport {
  readonly platform: {
    /** Names of types to which nothing is known to be missing. */
    readonly implemented: readonly string[];
    readonly inPart: readonly TypeInPart[];
    /** Types that Salesforce has and the local org has not, by namespace. */
    readonly refused: Readonly<Record<string, readonly string[]>>;
  };
  readonly areas: readonly AreaSupport[];
  readonly features: {
    readonly total: number;
    /** How many rows find everything that they need of the platform. */
    readonly served: number;
    readonly lacking: readonly FeatureNeeds[];
  };
}

export interface TypeInPart {
  readonly name: string;
  readonly missing: string;
}

export interface AreaSupport {
  readonly name: string;
  readonly implemented: readonly string[];
  readonly inPart: readonly TypeInPart[];
  readonly refused: readonly string[];
}

export function supportReport(): SupportReport {
  const { types, refused } = platformSupport();
  const isInPart = (type: SupportedType): boolean => type.missing !== null || type.missingMembers.length > 0;
  const features = featureNeeds();
  const lacking = features.filter(({ lacks }) => lacks.length > 0);
  return {
    platform: {
      implemented: types.filter((type) => !isInPart(type)).map(({ name }) => name),
      inPart: types.filter(isInPart).map((type) => ({ name: type.name, missing: missingOf(type) })),
      refused: Object.fromEntries(refused),
    },
    areas: CAPABILITY_AREAS.map(({ name, capabilities }) => ({
      name,
      implemented: capabilities
        .filter(({ standing, missing }) => standing === 'implemented' && missing === undefined)
        .map((capability) => capability.name),
      inPart: capabilities.flatMap((capability) =>
        capability.standing === 'implemented' && capability.missing !== undefined
          ? [{ name: capability.name, missing: capability.missing }]
          : [],
      ),
      refused: capabilities.filter(({ standing }) => standing === 'refused').map((capability) => capability.name),
    })),
    features: { total: features.length, served: features.length - lacking.length, lacking },
  };
}

/** What was written down, then the members that Salesforce's type data has more. */
function missingOf({ missing, missingMembers }: SupportedType): string {
  const written = missing ?? '';
  const others = missingMembers.filter((name) => !written.toLowerCase().includes(name.toLowerCase()));
  return [written.replace(/\.$/, ''), others.join(', ')].filter(Boolean).join('; ');
}
