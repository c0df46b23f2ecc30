import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolvedQuery } from '../../src/soql/check.ts';
import { requiredJoins } from '../../src/soql/sql/requiredJoins.ts';
import { makeTestOrg } from '../store/testOrg.ts';

const org = makeTestOrg();

function required(where: string, nullBinds: readonly string[] = []): string[] {
  const query = resolvedQuery(`SELECT Id FROM PermissionSetAssignment WHERE ${where}`, org.store.schema);
  return [...requiredJoins(query.where, new Set(nullBinds))].map(({ object }) => object.name);
}

test('a parent is read first only where no row without it can be meant', () => {
  assert.deepEqual(required('Assignee.ProfileId IN :ids'), ['User']);
  assert.deepEqual(required(`Assignee.IsActive = TRUE AND Assignee.UserRoleId = :id`), ['User']);
  assert.deepEqual(required(`Assignee.Profile.UserLicenseId = :id`).sort(), ['Profile', 'User']);
  assert.deepEqual(required('Assignee.ProfileId IN :ids', ['ids']), []);
  assert.deepEqual(required('Assignee.ProfileId = NULL'), []);
  assert.deepEqual(required(`Assignee.Username = ''`), []);
  assert.deepEqual(required('Assignee.ProfileId != :id'), []);
  assert.deepEqual(required('Assignee.ProfileId NOT IN :ids'), []);
  assert.deepEqual(required('Assignee.IsActive = TRUE'), []);
  assert.deepEqual(required('NOT Assignee.ProfileId = :id'), []);
  assert.deepEqual(required('Assignee.ProfileId = :id OR AssigneeId = :id'), []);
});
