import { ANNOTATION_CAPABILITIES } from './annotationCapabilities.ts';
import { APEX_CAPABILITIES, DML_CAPABILITIES } from './apexCapabilities.ts';
import type { Capability } from './Capability.ts';
import { METADATA_CAPABILITIES } from './metadataCapabilities.ts';
import { QUERY_CAPABILITIES } from './queryCapabilities.ts';

export interface CapabilityArea {
  readonly name: string;
  readonly capabilities: readonly Capability[];
}

/** Everything beside the types of the platform. */
export const CAPABILITY_AREAS: readonly CapabilityArea[] = [
  { name: 'Apex', capabilities: APEX_CAPABILITIES },
  { name: 'DML', capabilities: DML_CAPABILITIES },
  { name: 'SOQL', capabilities: QUERY_CAPABILITIES },
  { name: 'Annotations', capabilities: ANNOTATION_CAPABILITIES },
  { name: 'Metadata', capabilities: METADATA_CAPABILITIES },
];
