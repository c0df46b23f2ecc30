import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Elements of the metadata that may occur once and are lists all the same. */
const LISTS = new Set(['labels', 'tabs', 'formFactors', 'target', 'capability']);

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  isArray: (name) => LISTS.has(name),
});

/** The content of a metadata file's root element. Throws an Error that says line and reason when the XML is broken. */
export function parseMetadata(file: string): Record<string, unknown> {
  const text = readFileSync(file, 'utf8');
  const validity = XMLValidator.validate(text);
  if (validity !== true) {
    throw new Error(`line ${validity.err.line}: ${validity.err.msg}`);
  }
  const [root] = Object.values(parser.parse(text) as Record<string, unknown>);
  return (root ?? {}) as Record<string, unknown>;
}
