import type { BlockContext, StatementContext } from '@apexdevtools/apex-parser';
import { positionOf, type Node } from '../../1-parse/parser.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundStatement } from '../bound.ts';
import { completes } from '../flow.ts';
import * as dml from './dml.ts';
import { checkExpressionStatement } from './expressionStatement.ts';
import * as jumps from './jumps.ts';
import { checkLocals } from './locals.ts';
import { checkFor } from './forLoops.ts';
import * as branches from './branches.ts';
import { checkRunAs } from './runAs.ts';
import { checkSwitch } from './switch.ts';
import { checkTry } from './try.ts';

type Check = (tree: never, context: BodyContext) => BoundStatement | BoundStatement[];

/** One check per kind of statement, by the name of the parser's class. */
const CHECKS: Readonly<Record<string, Check>> = {
  BlockContext: checkBlock,
  LocalVariableDeclarationStatementContext: checkLocals,
  ExpressionStatementContext: checkExpressionStatement,
  IfStatementContext: branches.checkIf,
  WhileStatementContext: branches.checkWhile,
  DoWhileStatementContext: branches.checkDoWhile,
  ForStatementContext: checkFor,
  SwitchStatementContext: checkSwitch,
  TryStatementContext: checkTry,
  ReturnStatementContext: jumps.checkReturn,
  ThrowStatementContext: jumps.checkThrow,
  BreakStatementContext: jumps.checkBreak,
  ContinueStatementContext: jumps.checkContinue,
  InsertStatementContext: dml.checkInsert,
  UpdateStatementContext: dml.checkUpdate,
  UpsertStatementContext: dml.checkUpsert,
  DeleteStatementContext: dml.checkDelete,
  UndeleteStatementContext: dml.checkUndelete,
  RunAsStatementContext: checkRunAs,
};

export function checkBlock(tree: BlockContext, context: BodyContext): BoundStatement {
  const statements = context.inScope(() => checkStatements(tree.statement_list(), context));
  return { kind: 'block', statements, position: positionOf(tree) };
}

/** Statements one after the other; what follows a return or throw is an error. */
export function checkStatements(trees: readonly StatementContext[], context: BodyContext): BoundStatement[] {
  const statements: BoundStatement[] = [];
  let reachable = true;
  for (const tree of trees) {
    if (!reachable) {
      context.report(positionOf(tree), 'APX0501');
      reachable = true;
    }
    const checked = context.recover(() => checkStatement(tree, context)) ?? [];
    statements.push(...checked);
    reachable = checked.every(completes);
  }
  return statements;
}

export function checkStatement(tree: StatementContext, context: BodyContext): BoundStatement[] {
  const statement = (tree as unknown as { children: Node[] }).children[0]!;
  const check = CHECKS[statement.constructor.name];
  if (!check) return context.fail(positionOf(tree), 'APX0903', `The statement ${tree.getText().slice(0, 40)}`);
  const result = check(statement as never, context);
  return Array.isArray(result) ? result : [result];
}

/** The body of a loop or branch: one statement with a scope of its own, or nothing. */
export function checkBody(tree: StatementContext | null, at: Node, context: BodyContext): BoundStatement {
  if (!tree) return { kind: 'block', statements: [], position: positionOf(at) };
  const statements = context.inScope(() => context.recover(() => checkStatement(tree, context)) ?? []);
  const [only, ...others] = statements;
  if (only && others.length === 0 && only.kind === 'block') return only;
  return { kind: 'block', statements, position: positionOf(tree) };
}
