import type { BoundStatement } from './bound.ts';

/**
 * Whether what follows a statement can be reached. Loops count as reaching what follows, whatever their condition:
 * so does Salesforce's compiler (checked with its front end: `while (true) {} i = 6;` is accepted). The same holds for runAs.
 * What a finally block does is not looked at.
 */
export function completes(statement: BoundStatement): boolean {
  switch (statement.kind) {
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'block':
      return statement.statements.every(completes);
    case 'if':
      return statement.otherwise === null || completes(statement.then) || completes(statement.otherwise);
    case 'try':
      return completes(statement.body) || statement.catches.some((clause) => completes(clause.body));
    case 'switch':
      return (
        statement.otherwise === null ||
        completes(statement.otherwise) ||
        statement.cases.some((branch) => completes(branch.body))
      );
    default:
      return true;
  }
}
