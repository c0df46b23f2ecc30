// Texts as Salesforce's SOQL parser words them, so that logs and tests read the same here and there.

const REFERENCE = 'Please reference your WSDL or the describe call for the appropriate names.';

export function unknownObject(name: string): string {
  return `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${REFERENCE}`;
}

export function unknownField(field: string, object: string): string {
  return `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${REFERENCE}`;
}

export function unknownParent(relationship: string): string {
  return `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${REFERENCE}`;
}

export function unknownChildren(relationship: string): string {
  return `Didn't understand relationship '${relationship}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${REFERENCE}`;
}
