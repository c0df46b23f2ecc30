import type {
  ConstructorDeclarationContext,
  ExpressionStatementContext,
  MethodCallContext,
  MethodCallExpressionContext,
  StatementContext,
} from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { Position } from '../../diagnostics.ts';
import type { ConstructorSymbol } from '../../symbols/Member.ts';
import { chooseOverload } from '../../symbols/overloads.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import { BodyContext } from '../BodyContext.ts';
import type { BoundBody, BoundStatement } from '../bound.ts';
import { convertArguments, signatureText } from '../expressions/calls.ts';
import { checkArguments } from '../expressions/index.ts';
import { checkStatements } from '../statements/index.ts';
import { declareParameters } from './bodies.ts';
import type { UnitParts } from './typeBody.ts';

/** A constructor: an explicit or implied call of another one, then its statements. */
export function checkConstructorBody(
  type: ProjectType,
  constructor: ConstructorSymbol,
  declaration: ConstructorDeclarationContext,
  unit: UnitParts,
): BoundBody {
  const position = positionOf(declaration);
  const context = new BodyContext({
    ...unit,
    type,
    isStatic: false,
    returns: unit.world.types.void,
    constructor_: constructor,
    mayInitialize: true,
  });
  const parameters = declareParameters(
    constructor.parameters,
    constructor.project?.declared?.parameters ?? [],
    position,
    context,
  );
  const trees = declaration.block().statement_list();
  const call = delegation(trees[0]);
  const first = context.recover(() =>
    call ? explicitCall(call, type, context) : impliedCall(type, position, context),
  );
  const rest = checkStatements(call ? trees.slice(1) : trees, context);
  return { parameters, statements: first ? [first, ...rest] : rest, position };
}

/** `this(…)` or `super(…)` as a statement. */
function delegation(tree: StatementContext | undefined): MethodCallContext | null {
  const statement = tree?.expressionStatement() as ExpressionStatementContext | null | undefined;
  const expression = statement?.expression();
  if (expression?.constructor.name !== 'MethodCallExpressionContext') return null;
  const call = (expression as MethodCallExpressionContext).methodCall();
  return call.THIS() || call.SUPER() ? call : null;
}

function explicitCall(call: MethodCallContext, type: ProjectType, context: BodyContext): BoundStatement {
  const position = positionOf(call);
  const args = checkArguments(call.expressionList(), beforeObject(context));
  const to = call.THIS() ? 'this' : 'super';
  const target = to === 'this' ? type.type : type.superType;
  if (!target) {
    if (args.length > 0) return context.fail(position, 'APX0302', signatureText('super', args));
    return { kind: 'block', statements: [], position };
  }
  const choice = chooseOverload(
    context.members.constructors(target),
    args.map((argument) => argument.type),
    context.members,
  );
  if (!('found' in choice)) return context.fail(position, 'APX0302', signatureText(target.name, args));
  if (choice.found === context.constructorOf) return context.fail(position, 'APX0313');
  return {
    kind: 'delegate',
    to,
    constructor: choice.found,
    args: convertArguments(args, choice.found, position, context),
    position,
  };
}

/** The arguments of `this(…)` and `super(…)` are found before there is an object: they see the parameters only. */
function beforeObject(context: BodyContext): BodyContext {
  const { world, source, type, returns } = context;
  const before = new BodyContext({ world, source, type, returns, isStatic: true });
  for (const variable of context.locals()) before.adopt(variable);
  return before;
}

/** A constructor that names none calls the one of the superclass without arguments. */
export function impliedCall(type: ProjectType, position: Position, context: BodyContext): BoundStatement {
  const parent = type.superType;
  if (!parent) return { kind: 'block', statements: [], position };
  const constructor = context.members.constructors(parent).find((candidate) => candidate.parameters.length === 0);
  if (!constructor) {
    if (!parent.project) return { kind: 'block', statements: [], position };
    return context.fail(position, 'APX0310', parent.name);
  }
  return { kind: 'delegate', to: 'super', constructor, args: [], position };
}
