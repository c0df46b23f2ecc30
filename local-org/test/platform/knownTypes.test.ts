import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTypes } from '../../src/platform/catalog.ts';
import { isKnownMember, isKnownType, knownSignatures } from '../../src/platform/known/knownTypes.ts';
import type { TypeDeclaration } from '../../src/types/TypeDeclaration.ts';
import type { TypeRef } from '../../src/types/TypeRef.ts';

/** What Salesforce has although the type data lacks it; each is in the Apex Reference or stands for something that is. */
const DOCUMENTED = new Set([
  'System.Object',
  'System.Boolean#valueof(string)',
  'System.Decimal#divide(decimal,integer,roundingmode)',
  'System.List#equals(object)',
  'System.Map#equals(object)',
  'System.Set#equals(object)',
  'System.String#equals(string)',
  'System.System#debug(logginglevel,object)',
  'System.System#enqueuejob(queueable)',
]);

/** The constructors of Exception are those of the exceptions of a project; the compiler refuses `new Exception()`. */
const isOfProjectExceptions = (type: string, name: string): boolean => type === 'System.Exception' && name.startsWith('(');

test('types and members of Salesforce are known whether or not they are supported', () => {
  assert.equal(isKnownType('String'), true);
  assert.equal(isKnownType('system.STRING'), true);
  assert.equal(isKnownType('SObjectType'), true);
  assert.equal(isKnownType('ConnectApi.ChatterFeeds'), true);
  assert.equal(isKnownType('Strinq'), false);
  assert.equal(isKnownMember('String', 'escapeCsv'), true);
  assert.equal(isKnownMember('DmlException', 'getMessage'), true);
  assert.equal(isKnownMember('StatusCode', 'LICENSE_LIMIT_EXCEEDED'), true);
  assert.equal(isKnownMember('String', 'toTitleCase'), false);
  assert.equal(isKnownMember('Strinq', 'length'), false);
});

test('the local org declares nothing in the namespace System that Salesforce does not have', () => {
  const surplus: string[] = [];
  for (const type of allTypes().filter(({ namespace, kind }) => namespace === 'System' && kind !== 'enum')) {
    if (!isKnownType(type.qualifiedName)) surplus.push(type.qualifiedName);
    const known = knownSignatures(type.qualifiedName);
    for (const signature of signaturesOf(type)) {
      if (known.size > 0 && !known.has(signature) && !isOfProjectExceptions(type.qualifiedName, signature)) {
        surplus.push(`${type.qualifiedName}#${signature}`);
      }
    }
  }
  assert.deepEqual(surplus.filter((name) => !DOCUMENTED.has(name)), []);
});

test('every constant of an enum exists on Salesforce', () => {
  const surplus = allTypes()
    .filter((type) => type.namespace === 'System' && type.kind === 'enum' && isKnownType(type.qualifiedName))
    .flatMap((type) => type.enumValues.filter((name) => !isKnownMember(type.qualifiedName, name)));
  assert.deepEqual(surplus, []);
});

function signaturesOf(type: TypeDeclaration): string[] {
  const erased = (ref: TypeRef): string =>
    type.typeParameters.includes(ref.name) ? 'object' : ref.name.toLowerCase().replace(/^.*\./, '');
  return [
    ...type.methods.map(({ name, parameters }) => `${name.toLowerCase()}(${parameters.map((one) => erased(one.type)).join(',')})`),
    ...type.constructors.map(({ parameters }) => `(${parameters.map((one) => erased(one.type)).join(',')})`),
  ];
}
