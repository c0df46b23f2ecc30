import type { BoundExpression, ConversionKind, LocalVariable } from '../../3-check/bound.ts';

const NEVER_NULL = new Set<BoundExpression['kind']>([
  'decimalLiteral',
  'doubleLiteral',
  'this',
  'enumConstant',
  'construct',
  'newList',
  'newArray',
  'newSet',
  'newMap',
  'newRecord',
  'arithmetic',
  'concatenate',
  'dateArithmetic',
  'negate',
  'complement',
  'not',
  'logical',
  'equal',
  'compare',
  'instanceOf',
  'typeLiteral',
  'objectToken',
  'fieldToken',
  'describeObject',
  'describeField',
  'bitwiseBoolean',
  'enumValues',
]);

/** Variables, and keys of temporaries, that never hold null. */
const known = new WeakSet<object>();

export function rememberNeverNull(variable: LocalVariable | object): void {
  known.add(variable);
}

export function forgetNeverNull(variable: LocalVariable): void {
  known.delete(variable);
}

/** Whether the check for null can be left out. */
export function isNeverNull(node: BoundExpression): boolean {
  switch (node.kind) {
    case 'literal':
      return node.value !== null;
    case 'local':
      return known.has(node.variable);
    case 'temporary':
      return known.has(node.key);
    case 'parenthesized':
      return isNeverNull(node.operand);
    case 'convert':
      return node.conversion === 'QueryToList' || (!isToRecord(node.conversion) && isNeverNull(node.operand));
    case 'conditional':
      return isNeverNull(node.whenTrue) && isNeverNull(node.whenFalse);
    case 'coalesce':
      return isNeverNull(node.right);
    case 'update':
      return true;
    case 'query':
      return true;
    default:
      return NEVER_NULL.has(node.kind);
  }
}

function isToRecord(conversion: ConversionKind): boolean {
  return conversion === 'QueryToRecord' || conversion === 'DynamicQueryToRecord';
}
