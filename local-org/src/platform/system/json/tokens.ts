import { JsonNumber, type JsonNode } from './JsonNode.ts';
import type { TokenName } from './JSONToken.ts';

/** One token of a JSON text. */
export interface Token {
  readonly kind: TokenName;
  /** Of the field that the token belongs to; null in arrays and at the top. */
  readonly name: string | null;
  /** What begins or stands here; null for ends and field names. */
  readonly node: JsonNode;
  readonly text: string;
}

/** The tokens of a text in order. */
export function tokensOf(node: JsonNode, name: string | null = null): Token[] {
  if (Array.isArray(node)) {
    const inner = node.flatMap((element) => tokensOf(element));
    return [
      { kind: 'START_ARRAY', name, node, text: '[' },
      ...inner,
      { kind: 'END_ARRAY', name, node: null, text: ']' },
    ];
  }
  if (node instanceof Map) {
    const inner = [...node].flatMap(([key, value]) => [
      { kind: 'FIELD_NAME', name: key, node: null, text: key } as const,
      ...tokensOf(value, key),
    ]);
    return [
      { kind: 'START_OBJECT', name, node, text: '{' },
      ...inner,
      { kind: 'END_OBJECT', name, node: null, text: '}' },
    ];
  }
  return [scalarToken(node, name)];
}

function scalarToken(node: null | boolean | string | JsonNumber, name: string | null): Token {
  if (node === null) return { kind: 'VALUE_NULL', name, node, text: 'null' };
  if (typeof node === 'boolean') return { kind: node ? 'VALUE_TRUE' : 'VALUE_FALSE', name, node, text: String(node) };
  if (typeof node === 'string') return { kind: 'VALUE_STRING', name, node, text: node };
  return { kind: node.isInteger ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT', name, node, text: node.text };
}
