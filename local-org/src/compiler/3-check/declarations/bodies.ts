import type { BlockContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { DeclaredParameter } from '../../2-declare/Declaration.ts';
import { hasWord } from '../../2-declare/modifiers.ts';
import { shortName } from '../../symbols/ApexType.ts';
import type { ParameterSymbol } from '../../symbols/Member.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundBody, LocalVariable } from '../bound.ts';
import { completes } from '../flow.ts';
import { checkStatements } from '../statements/index.ts';

/** The body of a method or accessor. Reports a missing return at the closing brace. */
export function checkBody(
  block: BlockContext,
  parameters: readonly ParameterSymbol[],
  declared: readonly DeclaredParameter[],
  context: BodyContext,
): BoundBody {
  const position = positionOf(block);
  const variables = declareParameters(parameters, declared, position, context);
  const statements = checkStatements(block.statement_list(), context);
  if (context.returns.kind !== 'void' && !context.hasFailed && statements.every(completes)) {
    const end = block.stop ? { line: block.stop.line, column: block.stop.column + 1 } : position;
    context.report(end, 'APX0502', shortName(context.returns));
  }
  return { parameters: variables, statements, position };
}

export function declareParameters(
  parameters: readonly ParameterSymbol[],
  declared: readonly DeclaredParameter[],
  position: BoundBody['position'],
  context: BodyContext,
): LocalVariable[] {
  return parameters.map((parameter, index) => {
    const source = declared[index];
    const isFinal = source !== undefined && hasWord(source.modifiers, 'final');
    return context.declare(parameter.name, parameter.type, source?.position ?? position, isFinal);
  });
}
