import { allTypes } from '../platform/catalog.ts';
import { CAPABILITY_AREAS } from './capabilityAreas.ts';

const BEGIN =
  '<!-- Generated from local-org/src; UPDATE_DIFFERENCES=1 node --test local-org/test/support writes it anew. -->';
const END = '<!-- End of what is generated. -->';

/**
 * Puts the lists of what is not there into the page about the differences from Salesforce.
 * Throws an Error when the page has lost the marks between which they stand.
 */
export function withDifferencesSection(page: string): string {
  const start = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error(`The page needs the lines ${BEGIN} and ${END}.`);
  return `${page.slice(0, start)}${BEGIN}\n\n${section()}\n${page.slice(end)}`;
}

function section(): string {
  const refused = CAPABILITY_AREAS.map(({ name, capabilities }) => ({
    name,
    list: capabilities.filter(({ standing }) => standing === 'refused').map((capability) => asCode(capability.name)),
  })).filter(({ list }) => list.length > 0);
  const inPart = CAPABILITY_AREAS.flatMap(({ capabilities }) =>
    capabilities.flatMap(({ name, missing }) => (missing === undefined ? [] : [{ name, missing }])),
  );
  const types = allTypes()
    .flatMap(({ qualifiedName, missing }) => (missing === null ? [] : [{ name: qualifiedName, missing }]))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  return [
    '## Not there at all',
    '',
    'A project that uses one of these is refused: its class does not compile, or its metadata file is a problem.',
    '',
    ...refused.map(({ name, list }) => `- **${name}**: ${list.join(', ')}`),
    '',
    '## There in part',
    '',
    '| What | Not there |',
    '|---|---|',
    ...[...types, ...inPart].map(({ name, missing }) => `| ${asCode(name)} | ${cell(missing)} |`),
    '',
  ].join('\n');
}

/** Names of Apex and SOQL stand as code, words do not. */
function asCode(name: string): string {
  return /^@|\.|\(\)|^[A-Z_ ,]+$|^[a-z]+$/.test(name) && !/[a-z] [a-z]/.test(name) ? `\`${name}\`` : name;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\.$/, '');
}
