import { runtimeType } from '../../../types/RuntimeType.ts';
import { ApexDecimal, ApexList, ApexMap } from '../../../values/index.ts';
import { JsonNumber, type JsonNode } from './JsonNode.ts';

const LIST = runtimeType('List<Object>');
const MAP = runtimeType('Map<String,Object>');

/** What JSON.deserializeUntyped makes of a node: Map<String,Object>, List<Object>, String, Boolean, Integer, Long, Decimal. */
export function untypedValue(node: JsonNode): unknown {
  if (node instanceof JsonNumber) return untypedNumber(node);
  if (Array.isArray(node)) return new ApexList(LIST, node.map(untypedValue));
  if (node instanceof Map)
    return new ApexMap(
      MAP,
      [...node].map(([key, value]) => [key, untypedValue(value)] as const),
    );
  return node;
}

function untypedNumber(node: JsonNumber): unknown {
  if (node.isInteger) {
    const value = BigInt(node.text);
    if (BigInt.asIntN(32, value) === value) return Number(value);
    if (BigInt.asIntN(64, value) === value) return value;
  }
  return ApexDecimal.parse(node.text);
}
