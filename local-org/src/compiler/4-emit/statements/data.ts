import type { BoundStatement } from '../../3-check/bound.ts';
import { emit } from '../expressions/index.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { emitBlock } from './index.ts';

export function emitDml(node: Extract<BoundStatement, { kind: 'dml' }>, scope: FunctionScope): string {
  const options = `{ access: ${JSON.stringify(node.access)}, externalIdField: ${JSON.stringify(node.externalIdField)} }`;
  const site = scope.unit.callSite(scope.type);
  return `$rt.dml(${JSON.stringify(node.operation)}, ${emit(node.value, scope)}, ${options}, ${site});\n`;
}

/** The block is a function, so that the user is always set back; its result tells of a jump out of it. */
export function emitRunAs(node: Extract<BoundStatement, { kind: 'runAs' }>, scope: FunctionScope): string {
  const user = emit(node.user, scope);
  const { loopDepth } = scope;
  scope.runAsDepth++;
  scope.loopDepth = 0;
  const body = emitBlock(node.body, scope);
  scope.runAsDepth--;
  scope.loopDepth = loopDepth;
  const result = scope.temporary();
  const onReturn = scope.runAsDepth > 0 ? `return ${result};` : `return ${result}.value;`;
  const jump = (word: string): string => {
    if (loopDepth > 0) return `if (${result} === '${word}') ${word};\n`;
    return scope.runAsDepth > 0 ? `if (${result} === '${word}') return ${result};\n` : '';
  };
  return (
    `${result} = $rt.runAs(${user}, () => ${body.trimEnd()});\n` +
    `${jump('break')}${jump('continue')}if (typeof ${result} === 'object') ${onReturn}\n`
  );
}
