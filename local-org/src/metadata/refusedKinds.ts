import { basename, relative } from 'node:path';
import type { SourceProblem } from './sourceFiles.ts';

/**
 * Kinds of metadata, by the suffix of their files, that would change what Apex and users meet, and that the local org does not
 * know: leaving them out silently would make it more lenient than Salesforce. Everything else that it does not read (layouts,
 * pages, reports) changes nothing that it shows.
 */
export const REFUSED_KINDS: Readonly<Record<string, string>> = {
  flow: 'Flows',
  flowDefinition: 'Flows',
  workflow: 'Workflow rules',
  approvalProcess: 'Approval processes',
  assignmentRules: 'Assignment rules',
  autoResponseRules: 'Auto-response rules',
  escalationRules: 'Escalation rules',
  duplicateRule: 'Duplicate rules',
  matchingRule: 'Matching rules',
  sharingRules: 'Sharing rules',
  restrictionRule: 'Restriction rules',
  territory2: 'Territories',
  territory2Model: 'Territories',
  userAccessPolicy: 'User access policies',
  globalValueSet: 'Global value sets',
  standardValueSet: 'Standard value sets',
  role: 'Roles',
  group: 'Public groups',
  queue: 'Queues',
  delegateGroup: 'Delegated groups',
  platformEventSubscriberConfig: 'Subscriber configurations',
};

/** One problem for each file of a kind that is refused. */
export function refusedKindProblems(metadataFiles: readonly string[], directory: string): SourceProblem[] {
  return metadataFiles.flatMap((file) => {
    const suffix = basename(file)
      .replace(/-meta\.xml$/, '')
      .replace(/^.*\./, '');
    const kind = Object.hasOwn(REFUSED_KINDS, suffix) ? REFUSED_KINDS[suffix] : undefined;
    if (kind === undefined) return [];
    const path = relative(directory, file).replaceAll('\\', '/');
    return [{ path, code: 'PRJ0901', message: `${kind} are not supported by the local org.` }];
  });
}
