import { isAuraEnabled } from '../aura/isAuraEnabled.ts';
import type { LocalOrg } from '../org/LocalOrg.ts';
import type { OrgReference, ReferenceProblem } from '../web/host-api.ts';

/** Why an import of a component does not resolve; null when it does. */
export function checkReference(org: LocalOrg, reference: OrgReference): ReferenceProblem | null {
  const message = CHECKS[reference.kind](org, reference.name);
  return message === null ? null : { reference, message };
}

type Check = (org: LocalOrg, name: string) => string | null;

const CHECKS: Readonly<Record<OrgReference['kind'], Check>> = {
  apex(org, name) {
    const [className = '', methodName = ''] = name.split('.');
    const info = org.program.findClass(className);
    if (!info) return `There is no Apex class ${className}. Check the name, or add the class.`;
    const method = info.methods.find((candidate) => candidate.name === methodName);
    if (!method) return `The Apex class ${className} has no method ${methodName}. Names are case-sensitive here.`;
    return isAuraEnabled(method) ? null : `${name} has no @AuraEnabled, so a component cannot call it.`;
  },
  schema(org, name) {
    const [objectName = '', fieldName] = name.split('.');
    const object = org.schema.object(objectName);
    if (!object) return `There is no object ${objectName}.`;
    if (fieldName === undefined || object.fields.has(fieldName.toLowerCase())) return null;
    return `The object ${objectName} has no field ${fieldName}.`;
  },
  userPermission(org, name) {
    const field = `permissions${name.toLowerCase()}`;
    return org.schema.object('PermissionSet')?.fields.has(field) ? null : `There is no user permission ${name}.`;
  },
};
