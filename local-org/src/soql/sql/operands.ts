import { isTextType } from '../../schema/fieldTypes.ts';
import type { Store } from '../../store/Store.ts';
import { STORED_LOCALE, sortsAsStored } from '../../store/sortKey.ts';
import { quoteName } from '../../store/TableLayout.ts';
import type { ResolvedCall, ResolvedField, ResolvedOperand } from '../resolve/ResolvedQuery.ts';

/** The value itself. */
export function operandSql(operand: ResolvedOperand, store: Store): string {
  return operand.kind === 'field' ? fieldSql(operand, store) : callSql(operand, store);
}

/** The form in which the operand is compared and grouped: text without case. */
export function comparableSql(operand: ResolvedOperand, store: Store): string {
  if (operand.kind === 'call') return callSql(operand, store);
  const { field } = operand;
  if (!isTextType(field.type) || operand.isObjectName) return fieldSql(operand, store);
  return eachChoice(operand, (table, name) => {
    const { folded } = store.layout(table.object.name).columns.get(name) ?? {};
    const isStored = folded && !store.isDerived(table.object.name, name);
    return isStored ? `${table.alias}.${folded}` : `fold(${store.fieldSql(table.object.name, name, table.alias)})`;
  });
}

/** The form in which the operand is ordered: text as the locale orders it, custom picklists as their values stand. */
export function sortableSql(operand: ResolvedOperand, store: Store, locale: string): string {
  if (operand.kind === 'call') {
    const isText = operand.apexType === 'String';
    return isText ? `sort_key(${callSql(operand, store)}, ${literal(locale)})` : callSql(operand, store);
  }
  const { field } = operand;
  if (!isTextType(field.type)) return fieldSql(operand, store);
  if (field.type === 'picklist' && field.isCustom && field.picklistValues.length > 0) {
    const cases = field.picklistValues.map((value, index) => `WHEN ${literal(value)} THEN ${index}`).join(' ');
    return `CASE ${fieldSql(operand, store)} ${cases} WHEN NULL THEN NULL ELSE ${fieldSql(operand, store)} END`;
  }
  return eachChoice(operand, (table, name) => {
    const { sorted } = store.layout(table.object.name).columns.get(name) ?? {};
    const isStored = sorted && !store.isDerived(table.object.name, name) && sortsAsStored(locale);
    if (isStored) return `${table.alias}.${sorted}`;
    const key = sortsAsStored(locale) ? STORED_LOCALE : locale;
    return `sort_key(${store.fieldSql(table.object.name, name, table.alias)}, ${literal(key)})`;
  });
}

function fieldSql(operand: ResolvedField, store: Store): string {
  if (operand.isObjectName) {
    const cases = operand.choices.map(
      ({ table }) => `WHEN ${table.alias}."Id" IS NOT NULL THEN ${literal(table.object.name)}`,
    );
    return `CASE ${cases.join(' ')} END`;
  }
  return eachChoice(operand, (table, name) => store.fieldSql(table.object.name, name, table.alias));
}

type Choice = ResolvedField['choices'][number];

function eachChoice(operand: ResolvedField, sqlOf: (table: Choice['table'], field: string) => string): string {
  const parts = operand.choices.map(({ table, field }) => sqlOf(table, field.name));
  return parts.length === 1 ? (parts[0] ?? '') : `COALESCE(${parts.join(', ')})`;
}

function callSql(call: ResolvedCall, store: Store): string {
  if (!call.argument) return 'COUNT(*)';
  const value = operandSql(call.argument, store);
  switch (call.name) {
    case 'COUNT_DISTINCT':
      return `COUNT(DISTINCT ${comparableSql(call.argument, store)})`;
    case 'COUNT':
    case 'SUM':
    case 'AVG':
    case 'MIN':
    case 'MAX':
      return `${call.name}(${value})`;
    default:
      return dateSql(call.name, value, call.argument.field.type === 'date');
  }
}

/** Date functions count in UTC (SOQL reference, "Date Functions"). */
function dateSql(name: string, value: string, isDate: boolean): string {
  const part = (format: string): string =>
    isDate ? `strftime('${format}', ${value})` : `strftime('${format}', ${value} / 1000.0, 'unixepoch')`;
  switch (name) {
    case 'CALENDAR_YEAR':
      return `CAST(${part('%Y')} AS INTEGER)`;
    case 'CALENDAR_MONTH':
      return `CAST(${part('%m')} AS INTEGER)`;
    case 'CALENDAR_QUARTER':
      return `((CAST(${part('%m')} AS INTEGER) + 2) / 3)`;
    case 'DAY_IN_MONTH':
      return `CAST(${part('%d')} AS INTEGER)`;
    case 'DAY_IN_YEAR':
      return `CAST(${part('%j')} AS INTEGER)`;
    case 'HOUR_IN_DAY':
      return `CAST(${part('%H')} AS INTEGER)`;
    case 'DAY_ONLY':
      return part('%Y-%m-%d');
    default:
      throw new Error(`No SQL for the function ${name}.`);
  }
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function columnSql(alias: string, field: string): string {
  return `${alias}.${quoteName(field)}`;
}
