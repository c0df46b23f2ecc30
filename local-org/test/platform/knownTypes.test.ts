import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTypes } from '../../src/platform/catalog.ts';
import { isKnownMember, isKnownType, knownSignatures } from '../../src/platform/known/knownTypes.ts';
import type { TypeDeclaration } from '../../src/types/TypeDeclaration.ts';
import type { TypeRef } from '../../src/types/TypeRef.ts';

/** What Salesforce has although the type data (API 65) lacks it: see the Apex Reference. */
const DOCUMENTED = new Set([
  'System.AggregateResult',
  'System.Database#getpaginationcursor(string)',
  'System.Database#getpaginationcursor(string,accesslevel)',
  'System.Database#getpaginationcursorwithbinds(string,map,accesslevel)',
  ...['Cursors', 'PaginationCursors', 'PaginationCursorRows'].flatMap((counter) => [
    `System.Limits#getapex${counter.toLowerCase()}()`,
    `System.Limits#getlimitapex${counter.toLowerCase()}()`,
  ]),
  'System.EventBus#publishwithaccesslevel(list,accesslevel)',
  'System.EventBus#publishwithaccesslevel(sobject,accesslevel)',
  'System.Object',
  'System.String#equals(string)',
]);

/** The constructors of Exception are those of the exceptions of a project; the compiler refuses `new Exception()`. */
const isOfProjectExceptions = (type: string, name: string): boolean =>
  type === 'System.Exception' && name.startsWith('(');

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
      if (known.size > 0 && !isAmong(known, signature) && !isOfProjectExceptions(type.qualifiedName, signature)) {
        surplus.push(`${type.qualifiedName}#${signature}`);
      }
    }
  }
  assert.deepEqual(
    surplus.filter((name) => !DOCUMENTED.has(name)),
    [],
  );
});

test('every constant of an enum exists on Salesforce', () => {
  const surplus = allTypes()
    .filter((type) => type.namespace === 'System' && type.kind === 'enum' && isKnownType(type.qualifiedName))
    .flatMap((type) => type.enumValues.filter((name) => !isKnownMember(type.qualifiedName, name)));
  assert.deepEqual(surplus, []);
});

/** The type data says Object where it cannot name a type, and names the collection where any object may be compared with it. */
function isAmong(known: ReadonlySet<string>, signature: string): boolean {
  const split = (text: string): string[] => text.slice(text.indexOf('(') + 1, -1).split(',');
  const name = signature.slice(0, signature.indexOf('('));
  const types = split(signature);
  return [...known].some((candidate) => {
    const others = candidate.startsWith(`${name}(`) ? split(candidate) : [];
    const fits = (other: string, index: number): boolean =>
      other === types[index] ||
      (other === 'object' && types[index] !== '') ||
      (name === 'equals' && types[index] === 'object');
    return others.length === types.length && others.every(fits);
  });
}

function signaturesOf(type: TypeDeclaration): string[] {
  const erased = (ref: TypeRef): string =>
    type.typeParameters.includes(ref.name) ? 'object' : ref.name.toLowerCase().replace(/^.*\./, '');
  return [
    ...type.methods.map(
      ({ name, parameters }) => `${name.toLowerCase()}(${parameters.map((one) => erased(one.type)).join(',')})`,
    ),
    ...type.constructors.map(({ parameters }) => `(${parameters.map((one) => erased(one.type)).join(',')})`),
  ];
}
