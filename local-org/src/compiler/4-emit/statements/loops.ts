import type { BoundStatement } from '../../3-check/bound.ts';
import { emitQuery } from '../expressions/creation.ts';
import { dereference, emit } from '../expressions/index.ts';
import { emitUpdate } from '../expressions/assignment.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { emitStatement } from './index.ts';

type Node<K extends BoundStatement['kind']> = Extract<BoundStatement, { kind: K }>;

/** Every few thousand rounds a loop looks whether its time is up. */
function tick(scope: FunctionScope): string {
  const counter = scope.roundCounter();
  return `if ((${counter} = (${counter} + 1) & 4095) === 0) $rt.tick();\n`;
}

function body(node: BoundStatement, scope: FunctionScope): string {
  scope.loopDepth++;
  const code = emitStatement(node, scope);
  scope.loopDepth--;
  return `{\n${tick(scope)}${code}}\n`;
}

export function emitWhile(node: Node<'while'>, scope: FunctionScope): string {
  return `while (${dereference(node.condition, scope)}) ${body(node.body, scope)}`;
}

export function emitDoWhile(node: Node<'doWhile'>, scope: FunctionScope): string {
  return `do ${body(node.body, scope)}while (${dereference(node.condition, scope)});\n`;
}

export function emitFor(node: Node<'for'>, scope: FunctionScope): string {
  const variables = node.initial.flatMap((statement) => {
    if (statement.kind !== 'local') return [];
    return [`${statement.variable.jsName} = ${statement.value ? emit(statement.value, scope) : 'null'}`];
  });
  const expressions = node.initial.flatMap((statement) =>
    statement.kind === 'expression' ? [emit(statement.expression, scope)] : [],
  );
  const start = variables.length > 0 ? `let ${variables.join(', ')}` : expressions.join(', ');
  const condition = node.condition ? dereference(node.condition, scope) : '';
  const updates = node.updates
    .map((update) => (update.kind === 'update' ? emitUpdate(update, scope, false) : emit(update, scope)))
    .join(', ');
  return `for (${start}; ${condition}; ${updates}) ${body(node.body, scope)}`;
}

export function emitForEach(node: Node<'forEach'>, scope: FunctionScope): string {
  const element = scope.temporary();
  scope.bind(node.key, element);
  const value = node.element ? emit(node.element, scope) : element;
  const collection = dereference(node.collection, scope);
  const held = node.collection.kind === 'local' ? collection : `${scope.heldTemporary()} = ${collection}`;
  return `for (${element} of $rt.iterate(${held})) {\nlet ${node.variable.jsName} = ${value};\n${body(node.body, scope)}}\n`;
}

export function emitForQuery(node: Node<'forQuery'>, scope: FunctionScope): string {
  const { query } = node;
  const rows = query.kind === 'query' ? emitQuery(query, scope, 'queryParts') : emit(query, scope);
  const source = node.inChunks ? `$rt.rowChunks(${scope.unit.type(node.variable.type)}, ${rows})` : rows;
  const element = scope.temporary();
  return `for (${element} of ${source}) {\nlet ${node.variable.jsName} = ${element};\n${body(node.body, scope)}}\n`;
}
