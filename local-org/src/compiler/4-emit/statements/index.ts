import type { BoundStatement } from '../../3-check/bound.ts';
import { emit } from '../expressions/index.ts';
import { emitUpdate } from '../expressions/assignment.ts';
import { place } from '../marks.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import * as branches from './branches.ts';
import { emitDelegate, emitInitialize } from './construction.ts';
import { emitDml, emitRunAs } from './data.ts';
import * as jumps from './jumps.ts';
import * as loops from './loops.ts';
import { emitTry } from './try.ts';

type Kind = BoundStatement['kind'];
type Emit<K extends Kind> = (node: Extract<BoundStatement, { kind: K }>, scope: FunctionScope) => string;

/** One emitter per kind of statement; each gives whole lines. */
const EMITTERS: { readonly [K in Kind]: Emit<K> } = {
  block: (node, scope) => `{\n${emitStatements(node.statements, scope)}}\n`,
  local: emitLocal,
  expression: emitExpressionStatement,
  if: branches.emitIf,
  switch: branches.emitSwitch,
  while: loops.emitWhile,
  doWhile: loops.emitDoWhile,
  for: loops.emitFor,
  forEach: loops.emitForEach,
  forQuery: loops.emitForQuery,
  return: jumps.emitReturn,
  throw: jumps.emitThrow,
  break: jumps.emitBreak,
  continue: jumps.emitContinue,
  try: emitTry,
  dml: emitDml,
  runAs: emitRunAs,
  initialize: emitInitialize,
  delegate: emitDelegate,
};

/** Statements that only hold others are no lines of their own for the coverage. */
const NOT_COVERED = new Set<Kind>(['block', 'try', 'delegate']);

export function emitStatement(node: BoundStatement, scope: FunctionScope): string {
  const isDeclaration = node.kind === 'local' && node.value === null;
  const cover = NOT_COVERED.has(node.kind) || isDeclaration ? '' : scope.unit.cover(node.position.line);
  return `${cover}${place(node.position)}${(EMITTERS[node.kind] as Emit<Kind>)(node, scope)}`;
}

export function emitStatements(nodes: readonly BoundStatement[], scope: FunctionScope): string {
  return nodes.map((node) => emitStatement(node, scope)).join('');
}

/** A statement as a block of its own. */
export function emitBlock(node: BoundStatement, scope: FunctionScope): string {
  return node.kind === 'block' ? emitStatement(node, scope) : `{\n${emitStatement(node, scope)}}\n`;
}

/** What can hold much of the heap is declared at the beginning of the function, so that the heap can be measured. */
function emitLocal({ variable, value }: Extract<BoundStatement, { kind: 'local' }>, scope: FunctionScope): string {
  const word = scope.holds(variable.jsName) ? '' : 'let ';
  return `${word}${variable.jsName} = ${value ? emit(value, scope) : 'null'};\n`;
}

function emitExpressionStatement(node: Extract<BoundStatement, { kind: 'expression' }>, scope: FunctionScope): string {
  const { expression } = node;
  return `${expression.kind === 'update' ? emitUpdate(expression, scope, false) : emit(expression, scope)};\n`;
}
