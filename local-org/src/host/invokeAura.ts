import { AuraParameterError, fromAuraJson } from '../aura/fromAuraJson.ts';
import { isAuraEnabled } from '../aura/isAuraEnabled.ts';
import { toAuraJson } from '../aura/toAuraJson.ts';
import { executeTransaction } from '../org/execute.ts';
import type { LocalOrg } from '../org/LocalOrg.ts';
import { ApexException } from '../runtime/ApexException.ts';
import type { MethodInfo } from '../runtime/ClassInfo.ts';
import type { ApexCall, ApexResult } from '../web/host-api.ts';

/**
 * Runs an @AuraEnabled method as a component's call does: the user must have access to the class, parameters are converted by
 * name, and what the method throws becomes the error that the component sees.
 */
export function invokeAura(org: LocalOrg, call: ApexCall): ApexResult {
  const method = org.program.findClass(call.className)?.methods.find((candidate) => candidate.name === call.methodName);
  if (!method || !isAuraEnabled(method) || !method.isStatic) {
    return refuse('System.NoAccessException', `There is no Apex action ${call.className}.${call.methodName}.`);
  }
  if (!org.access.canAccessClass(call.userId, call.className)) {
    return refuse('System.NoAccessException', `You do not have access to the Apex class named '${call.className}'.`);
  }
  if (call.cacheable && !isCacheable(method)) {
    return refuse(
      'System.NoAccessException',
      `${call.className}.${call.methodName} is not cacheable, so @wire cannot use it.`,
    );
  }
  return run(org, call, method);
}

function run(org: LocalOrg, call: ApexCall, method: MethodInfo): ApexResult {
  const options = { userId: call.userId, isAsync: false, isTest: false, quiddity: 'aura' as const };
  try {
    const value = executeTransaction(org, options, (transaction) => {
      // Salesforce ends a cacheable method at its first DML with "Too many DML statements: 1".
      if (isCacheable(method)) transaction.limits.allow('DmlStatements', 0);
      const types = { program: org.program, schema: org.schema };
      const args = method.params.map((param) => fromAuraJson(call.params[param.name], param.type, param.name, types));
      // A void method gives nothing; the component gets null.
      return toAuraJson(org.program.invokeStatic(call.className, method.name, args) ?? null, org.program);
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof AuraParameterError) return refuse('System.IllegalArgumentException', error.message);
    if (!(error instanceof ApexException)) throw error;
    if (error.apexType !== 'System.AuraHandledException')
      org.log(`${error.apexType}: ${error.apexMessage}\n${error.apexStackTrace}`);
    return {
      ok: false,
      error: {
        // Of an AuraHandledException the text of its constructor is meant for the component, though getMessage() hides it.
        message: (error.apexMessage ?? error.message) || 'Script-thrown exception',
        exceptionType: error.apexType,
        isUserDefinedException: !error.apexType.startsWith('System.'),
        stackTrace: error.apexStackTrace,
      },
    };
  }
}

function isCacheable(method: MethodInfo): boolean {
  return method.annotations.some(
    ({ name, params }) => name.toLowerCase() === 'auraenabled' && params.cacheable?.toLowerCase() === 'true',
  );
}

function refuse(exceptionType: string, message: string): ApexResult {
  return { ok: false, error: { message, exceptionType } };
}
