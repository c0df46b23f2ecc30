import type { BoundCatch, BoundStatement } from '../../3-check/bound.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { emitBlock, emitStatements } from './index.ts';

/**
 * Only Apex exceptions are caught; limits and bugs of the local org go on. After them no finally block runs either,
 * because on Salesforce nothing of the transaction runs any more.
 */
export function emitTry(node: Extract<BoundStatement, { kind: 'try' }>, scope: FunctionScope): string {
  const error = scope.temporary();
  let code = `try ${emitBlock(node.body, scope)}`;
  if (node.catches.length > 0) {
    const clauses = node.catches.map((clause) => emitCatch(clause, error, scope)).join('else ');
    code += `catch ($e) {\n${error} = $rt.caught($e);\n${clauses}else throw ${error};\n}\n`;
  }
  if (!node.finally) return code;
  const fatal = scope.temporary();
  const guarded = node.catches.length > 0 ? `try {\n${code}}\n` : code;
  return (
    `${fatal} = false;\n${guarded}catch ($e) {\n${fatal} = $rt.isFatal($e);\nthrow $e;\n}\n` +
    `finally {\nif (!${fatal}) ${emitBlock(node.finally, scope)}}\n`
  );
}

function emitCatch(clause: BoundCatch, error: string, scope: FunctionScope): string {
  const { type } = clause;
  const test = type.project
    ? `${error} instanceof ${scope.unit.classOf(type.project)}`
    : type.name === 'System.Exception'
      ? 'true'
      : `$rt.isInstance(${error}, ${scope.unit.type(type)})`;
  const statements = clause.body.kind === 'block' ? emitStatements(clause.body.statements, scope) : '';
  return `if (${test}) {\nlet ${clause.variable.jsName} = ${error};\n${statements}}\n`;
}
