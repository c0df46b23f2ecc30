import type { FieldDescription, ObjectDescription } from '../../schema/SchemaCatalog.ts';
import type { StoreValue } from '../../store/RowValues.ts';
import { isTimeZone } from '../../values/timeZones.ts';
import type { DmlRow } from '../DmlRow.ts';

/** Checks the form of each changed value: length, picklist, number range, address. Rounds numbers to the scale of their field. */
export function checkFieldValues(object: ObjectDescription, row: DmlRow): void {
  for (const name of row.changed) {
    const field = object.fields.get(name.toLowerCase());
    const value = row.new[name];
    if (!field || value == null || !(field.isCreateable || field.isUpdateable)) continue;
    if (typeof value === 'number') checkNumber(field, value, row);
    else if (typeof value === 'string') checkText(field, value, row);
  }
}

function checkText(field: FieldDescription, value: string, row: DmlRow): void {
  if (field.type !== 'reference' && field.length !== null && value.length > field.length) {
    row.addError('STRING_TOO_LONG', `${field.label}: data value too large: ${value} (max length=${field.length})`, [
      field.name,
    ]);
    return;
  }
  if (field.type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    row.addError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
  }
  if (field.isRestrictedPicklist && !isAllowedValue(field, value)) {
    row.addError(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${value}`,
      [field.name],
    );
  }
}

/** The picklists of time zones and locales are as long as the lists that this machine knows. */
function isAllowedValue(field: FieldDescription, value: string): boolean {
  if (field.picklistValues.length > 0) return field.picklistValues.includes(value);
  if (field.name === 'TimeZoneSidKey') return isTimeZone(value);
  return field.name === 'LocaleSidKey' && /^[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?(_[A-Z0-9]+)?$/.test(value);
}

function checkNumber(field: FieldDescription, value: number, row: DmlRow): void {
  if (field.scale === null || field.apexType !== 'Decimal') return;
  const rounded: StoreValue = roundHalfUp(value, field.scale);
  if (rounded !== value) row.set(field.name, rounded);
  if (field.precision !== null && Math.abs(rounded) >= 10 ** (field.precision - field.scale)) {
    row.addError(
      'NUMBER_OUTSIDE_VALID_RANGE',
      `${field.label}: value outside of valid range on numeric field: ${value}`,
      [field.name],
    );
  }
}

function roundHalfUp(value: number, scale: number): number {
  const sign = value < 0 ? -1 : 1;
  // Exponents in text keep 1.005 from becoming 1.00499….
  const scaled = Math.round(Number(`${Math.abs(value)}e${scale}`));
  return Number.isFinite(scaled) ? sign * Number(`${scaled}e${-scale}`) : value;
}
