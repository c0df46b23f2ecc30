import type { SObjectRule } from '../../dml/SObjectRule.ts';
import type { Expression } from '../../formula/Expression.ts';
import { compileCondition } from '../../formula/compileFormula.ts';
import { FormulaError } from '../../formula/FormulaError.ts';
import type { ObjectDescription, SchemaCatalog, ValidationRule } from '../../schema/SchemaCatalog.ts';
import { userTimeZone } from '../../values/userContext.ts';
import type { RuleServices } from '../RuleServices.ts';

/**
 * The active validation rules of the project, before any seat is taken: they run after the before triggers and ahead of the write
 * (Apex Developer Guide, "Triggers and Order of Execution"). Every rule that a row breaks adds its error.
 */
export function validationRules(services: RuleServices): SObjectRule[] {
  const { schema } = services;
  return schema.objectNames().flatMap((name) => {
    const object = schema.object(name);
    const active = object?.validationRules?.filter((rule) => rule.isActive) ?? [];
    return object && active.length > 0 ? [ruleOf(object, active, services)] : [];
  });
}

function ruleOf(object: ObjectDescription, rules: readonly ValidationRule[], services: RuleServices): SObjectRule {
  const { store, schema, access } = services;
  const checks = rules.flatMap((rule) => {
    const condition = conditionOf(rule, object, schema);
    const field = rule.errorField === null ? undefined : object.fields.get(rule.errorField.toLowerCase());
    return condition ? [{ rule, condition, fields: field ? [field.name] : [] }] : [];
  });
  return {
    objects: [object.name],
    beforeSave(rows, { userId, now }) {
      const timeZone = userTimeZone();
      for (const row of rows) {
        for (const { rule, condition, fields } of checks) {
          if (condition.evaluate({ row, store, access, userId, now, timeZone }) !== true) continue;
          row.addError('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, fields);
        }
      }
    },
  };
}

/** Null for a formula that was reported when the project was read. */
function conditionOf(rule: ValidationRule, object: ObjectDescription, schema: SchemaCatalog): Expression | null {
  try {
    return compileCondition(rule.formula, object, schema);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}
