import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** A metadata element: its children by name, each as often as it stands there; text for a leaf. */
export type MetadataElement = { readonly [child: string]: readonly (MetadataElement | string)[] };

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  isArray: () => true,
});

/**
 * Reads the root element of a metadata file.
 * @param rootName the element that the file has to hold, such as `PermissionSet`.
 * Throws an Error with a sentence when the XML is broken or holds another element.
 */
export function readMetadataElement(text: string, rootName: string): MetadataElement {
  const validity = XMLValidator.validate(text);
  if (validity !== true) throw new Error(`The XML is broken in line ${validity.err.line}: ${validity.err.msg}`);
  const document = parser.parse(text) as MetadataElement;
  const root = document[rootName]?.[0];
  if (root === undefined) throw new Error(`The file holds no ${rootName} element.`);
  return typeof root === 'string' ? {} : root;
}

/** The text of the first child of that name, null when there is none or it is empty. */
export function textOf(element: MetadataElement, child: string): string | null {
  const value = element[child]?.[0];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** True only for the text `true`. */
export function flagOf(element: MetadataElement, child: string): boolean {
  return textOf(element, child) === 'true';
}

/** All children of that name that hold elements. */
export function childrenOf(element: MetadataElement, child: string): MetadataElement[] {
  return (element[child] ?? []).filter((value): value is MetadataElement => typeof value !== 'string');
}

/** The texts of all children of that name. */
export function textsOf(element: MetadataElement, child: string): string[] {
  return (element[child] ?? []).filter((value): value is string => typeof value === 'string');
}
