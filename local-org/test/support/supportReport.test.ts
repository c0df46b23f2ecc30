import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featureNeeds } from '../../src/support/featureNeeds.ts';
import { supportReport } from '../../src/support/supportReport.ts';

test('every type stands in one list only, and the big namespaces that are not there are counted', () => {
  const { platform } = supportReport();
  const names = [...platform.implemented, ...platform.inPart.map(({ name }) => name)];
  assert.deepEqual(names, [...new Set(names)]);
  assert.ok(names.includes('System.String') && names.includes('Database.SaveResult'));
  const refused = Object.values(platform.refused).flat();
  assert.deepEqual(
    refused.filter((name) => names.includes(name)),
    [],
  );
  assert.ok((platform.refused.ConnectApi?.length ?? 0) > 500);
  assert.ok(refused.includes('System.HttpRequest'));
});

test('what a type declares as missing is told, with members that it does not mention', () => {
  const { inPart } = supportReport().platform;
  const missing = new Map(inPart.map(({ name, missing: text }) => [name, text]));
  assert.match(missing.get('System.AccessLevel') ?? '', /withPermissionSetId/);
  assert.match(missing.get('System.Crypto') ?? '', /decrypt/);
});

test('each of the 83 rows of the feature table is there once; needs that are not met are named', () => {
  const rows = featureNeeds();
  assert.deepEqual(
    rows.map(({ feature }) => feature),
    Array.from({ length: 83 }, (_, index) => index + 1),
  );
  const lacks = new Map(rows.map((row) => [row.feature, row.lacks]));
  assert.deepEqual(lacks.get(5), [], 'User and UserLogin');
  assert.ok(lacks.get(72)?.includes('HttpRequest'), 'callouts');
  const { features } = supportReport();
  assert.equal(features.served + features.lacking.length, features.total);
});
