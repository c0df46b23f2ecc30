import type { StoreValue } from '../store/RowValues.ts';
import { localParts } from '../values/timeZones.ts';
import type { Expression, FormulaContext, FormulaType } from './Expression.ts';
import { FormulaError } from './FormulaError.ts';
import { logical, picklistRefused } from './operators.ts';

type Build = (args: readonly Expression[], name: string) => Expression;

/** Functions of Salesforce's formula language that the local org understands. Source: Help, "Formula Operators and Functions". */
const FUNCTIONS: Readonly<Record<string, Build>> = {
  AND: (args, name) => logical('and', all('Boolean', args, name)),
  OR: (args, name) => logical('or', all('Boolean', args, name)),
  NOT: (args, name) => {
    const [part] = exactly([['Boolean']], args, name);
    return result('Boolean', (context) => {
      const value = part?.evaluate(context) ?? null;
      return value === null ? null : !value;
    });
  },
  IF: (args, name) => {
    const [condition, yes, no] = args;
    if (!condition || !yes || !no || args.length !== 3) throw wrongCount(name, 3, args.length);
    exactly([['Boolean']], [condition], name);
    if (yes.type === 'Picklist') throw picklistRefused();
    if (no.type !== yes.type) throw wrongType(name, [yes.type], no.type);
    return result(yes.type, (context) => (condition.evaluate(context) ? yes : no).evaluate(context));
  },
  ISBLANK: (args, name) => {
    const [part] = exactly([['Text', 'Number', 'Date', 'DateTime']], args, name);
    return result('Boolean', (context) => (part?.evaluate(context) ?? '') === '');
  },
  ISNULL: (args, name) => {
    const [part] = exactly([['Text', 'Number', 'Date', 'DateTime']], args, name);
    // A text field is never null for this function (Help, "ISNULL").
    return result('Boolean', (context) => part?.type !== 'Text' && part?.evaluate(context) === null);
  },
  ISPICKVAL: (args, name) => {
    const [part, value] = exactly([['Picklist'], ['Text']], args, name);
    return result('Boolean', (context) => (part?.evaluate(context) ?? '') === (value?.evaluate(context) ?? ''));
  },
  ISCHANGED: (args, name) => {
    const [field] = ownField(args, name);
    return result('Boolean', (context) => {
      return context.row.old !== null && field?.evaluate(context) !== field?.prior?.(context);
    });
  },
  ISNEW: (args, name) => {
    exactly([], args, name);
    return result('Boolean', ({ row }) => row.old === null);
  },
  PRIORVALUE: (args, name) => {
    const [field] = ownField(args, name);
    return result(field?.type ?? 'Text', (context) => field?.prior?.(context) ?? null);
  },
  TEXT: (args, name) => {
    const [part] = exactly([['Picklist', 'Number', 'Date']], args, name);
    return result('Text', (context) => textOf(part?.evaluate(context) ?? null));
  },
  LEN: (args, name) => {
    const [part] = exactly([['Text']], args, name);
    return result('Number', (context) => String(part?.evaluate(context) ?? '').length);
  },
  BEGINS: (args, name) => ofTwoTexts(args, name, (text, part) => text.startsWith(part)),
  CONTAINS: (args, name) => ofTwoTexts(args, name, (text, part) => text.includes(part)),
  UPPER: (args, name) => ofText(args, name, (text) => text.toUpperCase()),
  LOWER: (args, name) => ofText(args, name, (text) => text.toLowerCase()),
  TRIM: (args, name) => ofText(args, name, (text) => text.trim()),
  TODAY: (args, name) => {
    exactly([], args, name);
    return result('Date', today);
  },
  NOW: (args, name) => {
    exactly([], args, name);
    return result('DateTime', ({ now }) => now);
  },
};

/** Throws FormulaError for a function that is not understood or arguments that it does not take. */
export function callExpression(name: string, args: readonly Expression[]): Expression {
  const build = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!build) throw new FormulaError(`The function ${name} is not supported by the local org.`);
  return build(args, name);
}

function result(type: FormulaType, evaluate: (context: FormulaContext) => StoreValue): Expression {
  return { type, evaluate };
}

function exactly(
  types: readonly (readonly FormulaType[])[],
  args: readonly Expression[],
  name: string,
): readonly Expression[] {
  if (args.length !== types.length) throw wrongCount(name, types.length, args.length);
  args.forEach(({ type }, index) => {
    const wanted = types[index] ?? [];
    if (wanted.includes(type)) return;
    if (type === 'Picklist') throw picklistRefused();
    throw wrongType(name, wanted, type);
  });
  return args;
}

function all(type: FormulaType, args: readonly Expression[], name: string): readonly Expression[] {
  if (args.length === 0) throw wrongCount(name, 1, 0);
  return exactly(
    args.map(() => [type]),
    args,
    name,
  );
}

function ownField(args: readonly Expression[], name: string): readonly Expression[] {
  if (args.length !== 1) throw wrongCount(name, 1, args.length);
  if (!args[0]?.prior) throw new FormulaError(`Function ${name} takes a field of the record itself.`);
  return args;
}

function ofTwoTexts(
  args: readonly Expression[],
  name: string,
  test: (text: string, part: string) => boolean,
): Expression {
  const [text, part] = exactly([['Text'], ['Text']], args, name);
  return result('Boolean', (context) =>
    test(String(text?.evaluate(context) ?? ''), String(part?.evaluate(context) ?? '')),
  );
}

function ofText(args: readonly Expression[], name: string, change: (text: string) => string): Expression {
  const [text] = exactly([['Text']], args, name);
  return result('Text', (context) => change(String(text?.evaluate(context) ?? '')));
}

function today({ now, timeZone }: FormulaContext): string {
  const { year, month, day } = localParts(now, timeZone);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function textOf(value: StoreValue): string {
  return value === null ? '' : String(value);
}

function wrongCount(name: string, expected: number, received: number): FormulaError {
  return new FormulaError(
    `Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${received}`,
  );
}

function wrongType(name: string, expected: readonly FormulaType[], received: FormulaType): FormulaError {
  return new FormulaError(
    `Incorrect parameter type for function '${name}()'. Expected ${expected.join(', ')}, received ${received}`,
  );
}
