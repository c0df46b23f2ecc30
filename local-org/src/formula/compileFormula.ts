import type { ObjectDescription, SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { Expression } from './Expression.ts';
import { fieldExpression } from './fields.ts';
import { FormulaError } from './FormulaError.ts';
import { callExpression } from './functions.ts';
import { binaryExpression } from './operators.ts';
import { parseFormula, type FormulaNode } from './parseFormula.ts';

/**
 * A formula about rows of an object that is true or false. What the local org does not understand is refused by name.
 * Throws FormulaError.
 */
export function compileCondition(formula: string, object: ObjectDescription, schema: SchemaCatalog): Expression {
  const expression = compileNode(parseFormula(formula), object, schema);
  if (expression.type !== 'Boolean') {
    throw new FormulaError(
      `Formula result is data type (${expression.type}), incompatible with expected data type (true or false).`,
    );
  }
  return expression;
}

function compileNode(node: FormulaNode, object: ObjectDescription, schema: SchemaCatalog): Expression {
  const compile = (part: FormulaNode): Expression => compileNode(part, object, schema);
  switch (node.kind) {
    case 'number':
      return { type: 'Number', evaluate: () => node.value };
    case 'text':
      return { type: 'Text', evaluate: () => node.value };
    case 'boolean':
      return { type: 'Boolean', evaluate: () => node.value };
    case 'field':
      return fieldExpression(node.path, object, schema);
    case 'call':
      return callExpression(node.name, node.args.map(compile));
    case 'unary':
      return node.operator === '!'
        ? callExpression('NOT', [compile(node.operand)])
        : binaryExpression('-', { type: 'Number', evaluate: () => 0 }, compile(node.operand));
    case 'binary':
      return binaryExpression(node.operator, compile(node.left), compile(node.right));
  }
}
