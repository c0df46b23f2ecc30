import type { StoreValue } from '../store/RowValues.ts';
import type { Expression, FormulaType } from './Expression.ts';
import { FormulaError } from './FormulaError.ts';
import type { BinaryOperator } from './parseFormula.ts';

const DAY = 86_400_000;

/** Throws FormulaError when the operator does not take operands of these types. */
export function binaryExpression(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  for (const { type } of [left, right]) if (type === 'Picklist') throw picklistRefused();
  switch (operator) {
    case '&&':
    case '||':
      mustBe('Boolean', operator, left, right);
      return logical(operator === '&&' ? 'and' : 'or', [left, right]);
    case '=':
    case '<>':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return comparison(operator, left, right);
    case '&':
      mustBe('Text', operator, left, right);
      return concatenation(left, right);
    default:
      return arithmetic(operator, left, right);
  }
}

export function picklistRefused(): FormulaError {
  return new FormulaError('Picklist fields are only supported in certain functions; use TEXT or ISPICKVAL.');
}

/** A null is neither true nor false. */
export function logical(kind: 'and' | 'or', parts: readonly Expression[]): Expression {
  const decisive = kind === 'or';
  return {
    type: 'Boolean',
    evaluate: (context) => {
      let result: StoreValue = !decisive;
      for (const part of parts) {
        const value = part.evaluate(context);
        if (value === decisive) return decisive;
        if (value === null) result = null;
      }
      return result;
    },
  };
}

function mustBe(type: FormulaType, operator: string, left: Expression, right: Expression): void {
  for (const operand of [left, right]) {
    if (operand.type !== type) {
      throw new FormulaError(
        `Incorrect parameter type for operator '${operator}'. Expected ${type}, received ${operand.type}`,
      );
    }
  }
}

function comparison(operator: '=' | '<>' | '<' | '>' | '<=' | '>=', left: Expression, right: Expression): Expression {
  mustBe(left.type, operator, left, right);
  const isEquality = operator === '=' || operator === '<>';
  if (left.type === 'Boolean' && !isEquality) mustBe('Number', operator, left, right);
  return {
    type: 'Boolean',
    evaluate: (context) => {
      // A blank text is an empty one; a comparison with another blank is neither true nor false.
      const blank = left.type === 'Text' ? '' : null;
      const first = left.evaluate(context) ?? blank;
      const second = right.evaluate(context) ?? blank;
      if (first === null || second === null) return null;
      switch (operator) {
        case '=':
          return first === second;
        case '<>':
          return first !== second;
        case '<':
          return first < second;
        case '>':
          return first > second;
        case '<=':
          return first <= second;
        case '>=':
          return first >= second;
      }
    },
  };
}

function concatenation(left: Expression, right: Expression): Expression {
  return {
    type: 'Text',
    evaluate: (context) => `${(left.evaluate(context) as string) ?? ''}${(right.evaluate(context) as string) ?? ''}`,
  };
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '^', left: Expression, right: Expression): Expression {
  if (operator === '+' && left.type === 'Text' && right.type === 'Text') return concatenation(left, right);
  if ((operator === '+' || operator === '-') && (left.type === 'Date' || left.type === 'DateTime')) {
    return moved(operator, left, right);
  }
  mustBe('Number', operator, left, right);
  return {
    type: 'Number',
    evaluate: (context) => {
      const first = left.evaluate(context);
      const second = right.evaluate(context);
      if (typeof first !== 'number' || typeof second !== 'number') return null;
      const result = compute(operator, first, second);
      return Number.isFinite(result) ? result : null;
    },
  };
}

function compute(operator: '+' | '-' | '*' | '/' | '^', left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '^':
      return left ** right;
  }
}

/** A date and a number of days, or the days between two dates. */
function moved(operator: '+' | '-', left: Expression, right: Expression): Expression {
  const isDifference = operator === '-' && right.type === left.type;
  if (!isDifference && right.type !== 'Number') {
    throw new FormulaError(
      `Incorrect parameter type for operator '${operator}'. Expected Number, received ${right.type}`,
    );
  }
  return {
    type: isDifference ? 'Number' : left.type,
    evaluate: (context) => {
      const first = millisecondsOf(left.evaluate(context));
      const second = right.evaluate(context);
      if (first === null || second === null) return null;
      if (isDifference) return (first - (millisecondsOf(second) ?? 0)) / DAY;
      const moment = first + (operator === '+' ? 1 : -1) * Number(second) * DAY;
      return left.type === 'Date' ? new Date(Math.floor(moment / DAY) * DAY).toISOString().slice(0, 10) : moment;
    },
  };
}

function millisecondsOf(value: StoreValue): number | null {
  if (typeof value === 'string') return Date.parse(`${value}T00:00:00Z`);
  return typeof value === 'number' ? value : null;
}
