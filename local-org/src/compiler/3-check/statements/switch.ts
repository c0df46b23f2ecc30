import type { SwitchStatementContext, WhenControlContext, WhenLiteralContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import { readTypeRef } from '../../2-declare/typeRefs.ts';
import type { Position } from '../../diagnostics.ts';
import { isEnum, shortName } from '../../symbols/ApexType.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundCase, BoundExpression, BoundStatement } from '../bound.ts';
import { checkExpression } from '../expressions/index.ts';
import { bindEquality } from '../expressions/comparison.ts';
import { integer } from '../expressions/literals.ts';
import { readMultilineString, readString } from '../expressions/strings.ts';
import { enumConstant } from '../names.ts';
import { resolveType } from '../types.ts';
import { checkBlock, checkStatements } from './index.ts';

export function checkSwitch(tree: SwitchStatementContext, context: BodyContext): BoundStatement {
  const position = positionOf(tree);
  const value = checkExpression(tree.expression(), context);
  const { type } = value;
  const isGenericRecord = type.kind === 'sobject' && type.sobject === null;
  const isAllowed = ['Integer', 'Long', 'String'].includes(type.name) || isGenericRecord || isEnum(type);
  if (!isAllowed) context.fail(position, 'APX0512', shortName(type));
  const key = {};
  const temporary: BoundExpression = { kind: 'temporary', key, type, position };
  const seen = new Set<string>();
  const cases: BoundCase[] = [];
  let otherwise: BoundStatement | null = null;
  for (const control of tree.whenControl_list()) {
    if (otherwise) context.report(positionOf(control), 'APX0514');
    if (control.whenValue().ELSE()) {
      otherwise = checkBlock(control.block(), context);
      continue;
    }
    const branch = context.recover(() => checkCase(control, temporary, seen, context));
    if (branch) cases.push(branch);
  }
  return { kind: 'switch', value, key, cases, otherwise, position };
}

function checkCase(
  control: WhenControlContext,
  value: BoundExpression,
  seen: Set<string>,
  context: BodyContext,
): BoundCase {
  const when = control.whenValue();
  if (when.typeRef()) return checkTypeCase(control, value, seen, context);
  const tests = when.whenLiteral_list().map((literal) => {
    const constant = whenValue(literal, value, context);
    const key = literal.getText();
    const unique = value.type.name === 'String' ? key : key.toLowerCase();
    if (seen.has(unique)) context.report(positionOf(literal), 'APX0513', key);
    seen.add(unique);
    return equality(value, constant, positionOf(literal), context);
  });
  return { tests, variable: null, body: checkBlock(control.block(), context) };
}

/** Strings are compared exactly here, unlike with `==` (Apex Developer Guide, "Switch Statements"). */
function equality(
  value: BoundExpression,
  constant: BoundExpression,
  position: Position,
  context: BodyContext,
): BoundExpression {
  if (value.type.name === 'String') {
    const type = context.types.primitive('Boolean');
    return { kind: 'equal', negated: false, comparison: 'identity', left: value, right: constant, type, position };
  }
  return bindEquality(value, constant, { negated: false, isExact: false }, position, context);
}

function checkTypeCase(
  control: WhenControlContext,
  value: BoundExpression,
  seen: Set<string>,
  context: BodyContext,
): BoundCase {
  const when = control.whenValue();
  const position = positionOf(when);
  const of = resolveType(readTypeRef(when.typeRef()), position, context);
  if (of.kind !== 'sobject' || value.type.kind !== 'sobject') context.fail(position, 'APX0516', shortName(of));
  if (seen.has(of.name)) context.report(position, 'APX0513', of.name);
  seen.add(of.name);
  const test: BoundExpression = {
    kind: 'instanceOf',
    operand: value,
    of,
    type: context.types.primitive('Boolean'),
    position,
  };
  return context.inScope(() => {
    const variable = context.declare(when.id().getText(), of, position);
    const statements = checkStatements(control.block().statement_list(), context);
    return { tests: [test], variable, body: { kind: 'block', statements, position } };
  });
}

function whenValue(tree: WhenLiteralContext, value: BoundExpression, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  if (tree.LPAREN()) return whenValue(tree.whenLiteral(), value, context);
  const { types } = context;
  const { type } = value;
  if (tree.NULL()) return { kind: 'literal', value: null, type: types.null, position };
  const wrong = (): never => context.fail(position, 'APX0515', shortName(type), tree.getText());
  if (tree.StringLiteral() || tree.MultilineStringLiteral()) {
    if (type.name !== 'String') wrong();
    const text = tree.StringLiteral() ? readString(tree.getText()) : readMultilineString(tree.getText());
    return { kind: 'literal', value: text, type, position };
  }
  const isNegative = tree.SUB_list().length % 2 === 1;
  if (tree.IntegerLiteral()) {
    if (type.name !== 'Integer' && type.name !== 'Long') wrong();
    const literal = integer(tree.IntegerLiteral().getText(), position, context);
    const number = Number((literal as { value: number }).value);
    return { ...literal, kind: 'literal', value: isNegative ? -number : number };
  }
  if (tree.LongLiteral()) {
    if (type.name !== 'Long') wrong();
    const number = BigInt(tree.LongLiteral().getText().slice(0, -1));
    return { kind: 'literal', value: isNegative ? -number : number, type: types.primitive('Long'), position };
  }
  const name = tree.qualifiedName().id_list().at(-1)!.getText();
  const isQualified = tree.qualifiedName().id_list().length > 1;
  return (isQualified ? null : enumConstant(type, name, position)) ?? context.fail(position, 'APX0521', tree.getText());
}
