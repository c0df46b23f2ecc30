import type { Capability } from './Capability.ts';

const NO_DOOR = 'nothing calls it: the local org has no such door';

function annotation(name: string, type: string, missing?: string): Capability {
  return { name, example: { type }, standing: 'implemented', ...(missing ? { missing } : {}) };
}

function onRest(method: string): Capability {
  const type = `@RestResource(urlMapping='/x/*') global class Sample { @${method} global static void run() {} }`;
  return annotation(`@${method}`, type, NO_DOOR);
}

export const ANNOTATION_CAPABILITIES: readonly Capability[] = [
  annotation('@AuraEnabled', 'public class Sample { @AuraEnabled public static void run() {} }', 'continuations'),
  annotation('@IsTest', '@IsTest private class Sample { @IsTest static void run() {} }', 'SeeAllData=true is refused'),
  annotation('@TestSetup', '@IsTest private class Sample { @TestSetup static void run() {} }'),
  annotation('@TestVisible', 'public class Sample { @TestVisible private Integer count; }'),
  annotation('@Future', 'public class Sample { @Future public static void run() {} }'),
  annotation(
    '@InvocableMethod',
    'public class Sample { @InvocableMethod public static void run(List<Id> ids) {} }',
    'Flow: only Apex can call it',
  ),
  annotation('@InvocableVariable', 'public class Sample { @InvocableVariable public Id recordId; }', 'Flow'),
  annotation('@JsonAccess', `@JsonAccess(serializable='always') public class Sample {}`, 'it does not restrict'),
  annotation(
    '@ReadOnly',
    'global class Sample { @ReadOnly webservice static void run() {} }',
    'the higher limit of rows',
  ),
  annotation('@Deprecated', 'global class Sample { @Deprecated global static void run() {} }', 'packages'),
  annotation('@NamespaceAccessible', '@NamespaceAccessible public class Sample {}', 'packages'),
  annotation('@SuppressWarnings', `@SuppressWarnings('PMD') public class Sample {}`),
  annotation('@RestResource', `@RestResource(urlMapping='/x/*') global class Sample {}`, NO_DOOR),
  ...['HttpGet', 'HttpPost', 'HttpPut', 'HttpPatch', 'HttpDelete'].map(onRest),
  {
    name: '@RemoteAction',
    example: { type: 'public class Sample { @RemoteAction public static void run() {} }' },
    standing: 'refused',
  },
];
