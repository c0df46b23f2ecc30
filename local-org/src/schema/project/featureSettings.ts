import { basename } from 'node:path';
import { readMetadataFile, textOf } from './metadataElement.ts';
import type { SchemaProblem } from './ProjectSchema.ts';

const CHATTER_FILE = /^Chatter\.settings(-meta\.xml)?$/;
/** What an org does not have while Chatter is off. */
const CHATTER_OBJECTS = ['CollaborationGroup', 'CollaborationGroupMember', 'EntitySubscription'];

/**
 * Which standard objects the settings of a project take away. Only one switch is understood: `enableChatter` of
 * ChatterSettings. An org has Chatter unless it says false.
 */
export function readAbsentObjects(
  files: readonly string[],
  pathOf: (file: string) => string,
  problems: SchemaProblem[],
): readonly string[] {
  const isOff = files
    .filter((file) => CHATTER_FILE.test(basename(file)))
    .map((file) => readMetadataFile(file, pathOf(file), 'ChatterSettings', problems))
    .some((settings) => settings !== null && textOf(settings, 'enableChatter') === 'false');
  return isOff ? CHATTER_OBJECTS : [];
}
