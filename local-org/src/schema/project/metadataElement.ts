import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { SchemaProblem } from './ProjectSchema.ts';

/** Text, or an element with children. Children that may repeat are always lists. */
export type MetadataNode = string | MetadataElement;
export interface MetadataElement {
  readonly [name: string]: readonly MetadataNode[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  ignoreDeclaration: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** The root element of a metadata file; null, with a problem, when the file is broken or has another root. */
export function readMetadataFile(
  file: string,
  path: string,
  root: string,
  problems: SchemaProblem[],
): MetadataElement | null {
  const text = readFileSync(file, 'utf8');
  const validity = XMLValidator.validate(text);
  if (validity !== true) {
    problems.push({
      path,
      code: 'SCH0101',
      message: `Not well-formed XML in line ${validity.err.line}: ${validity.err.msg}`,
    });
    return null;
  }
  const document = parser.parse(text) as MetadataElement;
  const element = document[root]?.[0];
  if (element === undefined) {
    problems.push({
      path,
      code: 'SCH0102',
      message: `The root element is <${Object.keys(document)[0] ?? ''}>, expected <${root}>.`,
    });
    return null;
  }
  return typeof element === 'string' ? {} : element;
}

/** Text of the only child of that name; undefined when there is none or it is empty. */
export function textOf(element: MetadataElement, name: string): string | undefined {
  const node = element[name]?.[0];
  if (typeof node === 'string') return node === '' ? undefined : node;
  const text = (node as Record<string, unknown> | undefined)?.['#text'];
  return typeof text === 'string' && text !== '' ? text : undefined;
}

export function elementsOf(element: MetadataElement, name: string): MetadataElement[] {
  return (element[name] ?? []).filter((node): node is MetadataElement => typeof node !== 'string');
}

export function attributeOf(element: MetadataElement, name: string): string | undefined {
  return (element as unknown as Record<string, string | undefined>)[`@${name}`];
}

/** Reports each child that is not in the list: never a silent loss of meaning. */
export function reportUnknownElements(
  element: MetadataElement,
  known: ReadonlySet<string>,
  where: string,
  path: string,
  problems: SchemaProblem[],
): void {
  for (const name of Object.keys(element)) {
    if (name.startsWith('@') || name === '#text' || known.has(name)) continue;
    problems.push({
      path,
      code: 'SCH0901',
      message: `Element <${name}> of ${where} is not supported by the local org.`,
    });
  }
}
