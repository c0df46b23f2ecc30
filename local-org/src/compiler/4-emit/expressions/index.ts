import type { BoundExpression } from '../../3-check/bound.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { emitAssign, emitUpdate } from './assignment.ts';
import * as calls from './calls.ts';
import * as creation from './creation.ts';
import { emitConvert } from './convert.ts';
import * as members from './members.ts';
import { isNeverNull } from './nulls.ts';
import * as operators from './operators.ts';
import * as simple from './simple.ts';

type Kind = BoundExpression['kind'];
type Emit<K extends Kind> = (node: Extract<BoundExpression, { kind: K }>, scope: FunctionScope) => string;

/** One emitter per kind of bound expression. What they return can stand anywhere an operand can. */
const EMITTERS: { readonly [K in Kind]: Emit<K> } = {
  literal: simple.emitLiteral,
  decimalLiteral: (node, scope) => scope.unit.decimal(node.text),
  doubleLiteral: (node, scope) => scope.unit.double(node.value),
  local: (node) => node.variable.jsName,
  this: () => 'this',
  temporary: (node, scope) => scope.bound(node.key),
  parenthesized: (node, scope) => emit(node.operand, scope),
  label: (node) => `$rt.label(${JSON.stringify(node.name)})`,
  triggerVariable: (node) => `$rt.trigger().${node.name}`,
  typeLiteral: (node, scope) => `$rt.typeLiteral(${scope.unit.type(node.of)})`,
  objectToken: (node) => `$rt.objectToken(${JSON.stringify(node.object)})`,
  fieldToken: (node) => `$rt.fieldToken(${JSON.stringify(node.object)}, ${JSON.stringify(node.field)})`,
  describeObject: (node) => `$rt.describeObject(${JSON.stringify(node.object)})`,
  describeField: (node) => `$rt.describeField(${JSON.stringify(node.object)}, ${JSON.stringify(node.field)})`,
  field: members.emitField,
  staticField: members.emitStaticField,
  property: members.emitProperty,
  platformProperty: members.emitPlatformProperty,
  enumConstant: (node, scope) => scope.unit.enumConstant(node.type, node.name),
  recordField: members.emitRecordField,
  recordParent: members.emitRecordParent,
  recordChildren: members.emitRecordChildren,
  element: members.emitElement,
  call: calls.emitCall,
  enumCall: (node, scope) => `${dereference(node.target, scope)}.${node.method}`,
  enumValues: (node, scope) => `$rt.enumValues(${scope.unit.type(node.type)})`,
  enumValueOf: (node, scope) => `$rt.enumValueOf(${scope.unit.type(node.type)}, ${emit(node.argument, scope)})`,
  construct: creation.emitConstruct,
  newList: creation.emitNewList,
  newArray: creation.emitNewArray,
  newSet: creation.emitNewSet,
  newMap: creation.emitNewMap,
  newRecord: creation.emitNewRecord,
  query: (node, scope) => creation.emitQuery(node, scope),
  convert: emitConvert,
  cast: (node, scope) => `$rt.cast(${emit(node.operand, scope)}, ${scope.unit.type(node.type)})`,
  instanceOf: simple.emitInstanceOf,
  arithmetic: operators.emitArithmetic,
  concatenate: operators.emitConcatenate,
  dateArithmetic: operators.emitDateArithmetic,
  bitwiseBoolean: operators.emitBitwiseBoolean,
  negate: operators.emitNegate,
  complement: operators.emitComplement,
  not: (node, scope) => `!${dereference(node.operand, scope)}`,
  logical: operators.emitLogical,
  equal: operators.emitEqual,
  compare: operators.emitCompare,
  conditional: simple.emitConditional,
  coalesce: (node, scope) => `(${emit(node.left, scope)} ?? ${emit(node.right, scope)})`,
  safe: simple.emitSafe,
  assign: (node, scope) => emitAssign(node, scope),
  update: (node, scope) => emitUpdate(node, scope, true),
};

export function emit(node: BoundExpression, scope: FunctionScope): string {
  return (EMITTERS[node.kind] as Emit<Kind>)(node, scope);
}

/** The value where null is not allowed: null throws a NullPointerException that Apex can catch. */
export function dereference(node: BoundExpression, scope: FunctionScope): string {
  const code = emit(node, scope);
  return isNeverNull(node) ? code : `(${code} ?? $n())`;
}

export function emitAll(nodes: readonly BoundExpression[], scope: FunctionScope): string {
  return nodes.map((node) => emit(node, scope)).join(', ');
}
