import { compileCondition } from '../../formula/compileFormula.ts';
import { FormulaError } from '../../formula/FormulaError.ts';
import type { ObjectDescription, SchemaCatalog, ValidationRule } from '../SchemaCatalog.ts';
import { reportUnknownElements, textOf, type MetadataElement } from './metadataElement.ts';
import type { SchemaProblem } from './ProjectSchema.ts';

const KNOWN_ELEMENTS = new Set([
  ...['fullName', 'active', 'description', 'errorConditionFormula', 'errorDisplayField', 'errorMessage'],
]);
/** Metadata API Developer Guide, "ValidationRule". */
const MAX_MESSAGE = 255;

/** Reads a ValidationRule element. Null, with problems, when a part is missing. Its formula is checked by checkValidationRule. */
export function readValidationRule(
  element: MetadataElement,
  path: string,
  problems: SchemaProblem[],
): ValidationRule | null {
  const name = textOf(element, 'fullName');
  const formula = textOf(element, 'errorConditionFormula');
  const message = textOf(element, 'errorMessage');
  if (!name || !formula || !message) {
    problems.push({
      path,
      code: 'SCH0103',
      message: 'A validation rule needs <fullName>, <errorConditionFormula> and <errorMessage>.',
    });
    return null;
  }
  reportUnknownElements(element, KNOWN_ELEMENTS, `the validation rule ${name}`, path, problems);
  if (message.length > MAX_MESSAGE) {
    const text = `The message of the validation rule ${name} is longer than ${MAX_MESSAGE} characters.`;
    problems.push({ path, code: 'SCH0201', message: text });
  }
  return {
    name,
    isActive: textOf(element, 'active') === 'true',
    formula,
    message,
    errorField: textOf(element, 'errorDisplayField') ?? null,
    path,
  };
}

/** The field of the message and the formula; also of a rule that is not active, as Salesforce does. */
export function checkValidationRule(
  rule: ValidationRule,
  object: ObjectDescription,
  schema: SchemaCatalog,
  problems: SchemaProblem[],
): void {
  const where = `the validation rule ${object.name}.${rule.name}`;
  if (rule.errorField !== null && !object.fields.has(rule.errorField.toLowerCase())) {
    const message = `The error field ${rule.errorField} of ${where} is no field of ${object.name}.`;
    problems.push({ path: rule.path, code: 'SCH0202', message });
  }
  try {
    compileCondition(rule.formula, object, schema);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const code = error.message.includes('not supported by the local org') ? 'SCH0907' : 'SCH0205';
    problems.push({ path: rule.path, code, message: `Formula of ${where}: ${error.message}` });
  }
}
