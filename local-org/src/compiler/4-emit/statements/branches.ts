import type { BoundCase, BoundStatement } from '../../3-check/bound.ts';
import { dereference, emit } from '../expressions/index.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { emitBlock, emitStatement } from './index.ts';

export function emitIf(node: Extract<BoundStatement, { kind: 'if' }>, scope: FunctionScope): string {
  const then = `if (${dereference(node.condition, scope)}) ${emitBlock(node.then, scope)}`;
  return node.otherwise ? `${then}else ${emitBlock(node.otherwise, scope)}` : then;
}

/** A chain of ifs: `break` inside of a switch of Apex means the loop around it. */
export function emitSwitch(node: Extract<BoundStatement, { kind: 'switch' }>, scope: FunctionScope): string {
  const value = scope.temporary();
  scope.bind(node.key, value);
  const start = `${value} = ${emit(node.value, scope)};\n`;
  const branches = node.cases.map((branch) => emitCase(branch, value, scope)).join('else ');
  if (!node.otherwise) return start + branches;
  return `${start}${branches}${node.cases.length > 0 ? 'else ' : ''}${emitBlock(node.otherwise, scope)}`;
}

function emitCase(branch: BoundCase, value: string, scope: FunctionScope): string {
  const test = branch.tests.map((each) => emit(each, scope)).join(' || ');
  const variable = branch.variable ? `let ${branch.variable.jsName} = ${value};\n` : '';
  return `if (${test}) {\n${variable}${emitStatement(branch.body, scope)}}\n`;
}
