import { translatePattern } from './translatePattern.ts';

const CAPACITY = 500;
const compiled = new Map<string, RegExp>();

/** A Java pattern as a JavaScript expression with the flags v, g and d. Callers set lastIndex before they use it. */
export function compiledPattern(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (!expression) {
    expression = new RegExp(translatePattern(pattern), 'vgd');
    if (compiled.size >= CAPACITY) compiled.clear();
    compiled.set(pattern, expression);
  }
  expression.lastIndex = 0;
  return expression;
}
