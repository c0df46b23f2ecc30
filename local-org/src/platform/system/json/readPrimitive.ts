import { throwApex } from '../../../runtime/ApexException.ts';
import type { RuntimeType } from '../../../types/RuntimeType.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexTime,
  tryToId18,
} from '../../../values/index.ts';
import { JsonNumber, type JsonNode } from './JsonNode.ts';

/** A value of a primitive type; undefined when the type is none. Throws System.JSONException for a node of another kind. */
export function readPrimitive(node: JsonNode, type: RuntimeType): unknown {
  switch (type.name) {
    case 'String':
      return textOf(node);
    case 'Id':
      return (typeof node === 'string' ? tryToId18(node) : null) ?? illegal(`Invalid id: ${describeNode(node)}`);
    case 'Boolean':
      return booleanOf(node);
    case 'Integer':
      return Number(integerOf(node, 32));
    case 'Long':
      return integerOf(node, 64);
    case 'Double':
      return new ApexDouble(decimalOf(node).toNumber());
    case 'Decimal':
      return decimalOf(node);
    case 'Date':
      return (
        (typeof node === 'string' ? ApexDate.parseIso(node.slice(0, 10)) : null) ??
        illegal(`Invalid date: ${describeNode(node)}`)
      );
    case 'Datetime':
      return new ApexDatetime(isoMoment(node));
    case 'Time':
      return timeOf(node);
    case 'Blob':
      return typeof node === 'string' ? new ApexBlob(Buffer.from(node, 'base64')) : illegal();
    default:
      return undefined;
  }
}

function textOf(node: JsonNode): string {
  if (typeof node === 'string') return node;
  if (node instanceof JsonNumber) return node.text;
  return typeof node === 'boolean' ? String(node) : illegal();
}

function booleanOf(node: JsonNode): boolean {
  if (typeof node === 'boolean') return node;
  return node === 'true' ? true : node === 'false' ? false : illegal();
}

/**
 * The digits of a number, which may stand in quotes.
 * Source: fflib-apex-mocks 0cf357a, fflib_ApexMocksUtils.streamTokens, writes all values as texts and reads them back.
 */
function digitsOf(node: JsonNode): string {
  if (node instanceof JsonNumber) return node.text;
  return typeof node === 'string' && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(node) ? node : illegal();
}

function integerOf(node: JsonNode, bits: number): bigint {
  const digits = digitsOf(node);
  const value = /^-?\d+$/.test(digits) ? BigInt(digits) : null;
  if (value === null || BigInt.asIntN(bits, value) !== value) return illegal(`For input string: "${digits}"`);
  return value;
}

function decimalOf(node: JsonNode): ApexDecimal {
  return ApexDecimal.parse(digitsOf(node)) ?? illegal();
}

/** ISO 8601 with or without milliseconds and with an offset: `Z`, `+0000` or `+00:00`. */
export function isoMoment(node: JsonNode): number {
  const match =
    typeof node === 'string' &&
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)(Z|[+-]\d{2}:?\d{2})$/.exec(node);
  const offset = match && (match[3] === 'Z' ? 'Z' : `${match[3]?.slice(0, 3)}:${match[3]?.slice(-2)}`);
  const time = match ? Date.parse(`${match[1]}T${match[2]}${offset}`) : NaN;
  return Number.isNaN(time) ? illegal(`Invalid date/time: ${describeNode(node)}`) : time;
}

function timeOf(node: JsonNode): ApexTime {
  const match = typeof node === 'string' && /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{3}))?Z?$/.exec(node);
  if (!match) return illegal(`Invalid time: ${describeNode(node)}`);
  return ApexTime.of(Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4] ?? 0));
}

/** How messages show a node. */
export function describeNode(node: JsonNode): string {
  if (typeof node === 'string') return node;
  return node instanceof JsonNumber ? node.text : 'a value of another kind';
}

function illegal(message = 'Illegal value for primitive'): never {
  throwApex('System.JSONException', message);
}
