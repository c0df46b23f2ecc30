import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { spawnSync } from 'node:child_process';
import { EXPORT_QUERIES, soqlOf } from '../org/export-queries.ts';
import { readExportOptions } from '../org/export.ts';
import { Mask } from '../org/mask.ts';
import { PROJECT_ROOT } from '../project/root.ts';
import { createSchema } from '../../local-org/src/schema/createSchema.ts';
import { checkQuery } from '../../local-org/src/soql/check.ts';
import { fakeCli } from './fake-cli.ts';
import { temporaryFolder } from './temporary-folder.ts';

const USER = {
  attributes: { type: 'User' },
  Id: '005000000000001AAA',
  FirstName: 'Ann',
  LastName: 'Real',
  Username: 'ann@real.example',
  IsActive: false,
};
const TEXT = 'Deactivated user Ann Real (UserID: [005000000000001])';
const answer = (records: unknown[]) => ({ status: 0, result: { records, totalSize: records.length, done: true } });

function run(
  context: Parameters<typeof fakeCli>[0],
  args: readonly string[],
  hasUsers = true,
  more: Parameters<typeof fakeCli>[1] = [{ words: 'sobject describe', exitCode: 1 }],
) {
  const cli = fakeCli(context, [
    ...more,
    { words: 'data query --query SELECT Id, FirstName', json: answer([USER]), exitCode: hasUsers ? 0 : 1 },
    {
      words: 'data query --query SELECT Id, Name, OrganizationType',
      json: answer([{ attributes: { type: 'Organization' }, Id: '00D000000000001AAA', Name: 'Real Company' }]),
    },
    {
      words: 'data query --query SELECT Id, Action',
      json: answer([
        { attributes: { type: 'SetupAuditTrail' }, Id: '0Ym000000000001', Action: 'deactivateduser', Display: TEXT },
      ]),
    },
    { words: 'data query', exitCode: 1 },
    { words: 'data export bulk', exitCode: 1 },
  ]);
  const folder = temporaryFolder(context, {});
  const directory = join(folder, 'export');
  const code = `
    import { findCli } from ${JSON.stringify(join(PROJECT_ROOT, 'scripts/org/cli.ts'))};
    import { exportOrg, readExportOptions } from ${JSON.stringify(join(PROJECT_ROOT, 'scripts/org/export.ts'))};
    import { main } from ${JSON.stringify(join(PROJECT_ROOT, 'scripts/project/run.ts'))};
    await main(() => exportOrg(findCli(${JSON.stringify(folder)}), ${JSON.stringify(folder)}, readExportOptions(${JSON.stringify([...args, directory])})));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: cli.environment,
  });
  return { status, stdout, stderr, directory, calls: cli.calls() };
}

test('an export tries a bulk job for many rows, queries else, and names what is not available', (context) => {
  const { status, stdout, stderr, directory, calls } = run(context, ['--target-org', 'prod']);
  assert.equal(status, 0, stderr);
  assert.deepEqual(readdirSync(directory).sort(), ['Organization.json', 'SetupAuditTrail.json', 'User.json']);
  assert.match(readFileSync(join(directory, 'User.json'), 'utf8'), /ann@real\.example/);
  assert.match(stdout, /LoginHistory … not available/);
  assert.match(stdout, /local-org import/);
  assert.ok(calls.some((call) => call.startsWith('data export bulk --query SELECT Id, FirstName')));
  assert.ok(calls.every((call) => call.includes('--target-org prod')));
});

test('what not every org has is asked for where the org describes it, and the import understands it', (context) => {
  const names = ['Id', 'UserPermissionsKnowledgeUser', 'UserPermissionsOfTomorrow', 'IsPortalEnabled', 'Secret__c'];
  const described = { status: 0, result: { fields: names.map((name) => ({ name })) } };
  const { status, stderr, calls } = run(context, ['--target-org', 'prod'], true, [
    { words: 'sobject describe --sobject User', json: described },
    { words: 'sobject describe', exitCode: 1 },
  ]);
  assert.equal(status, 0, stderr);
  const users = calls.find((call) => call.startsWith('data query --query SELECT Id, FirstName')) ?? '';
  assert.match(users, / EmailEncodingKey, UserPermissionsKnowledgeUser, IsPortalEnabled FROM User /);
  const sets = calls.find((call) => call.includes(' FROM PermissionSet ')) ?? '';
  assert.match(sets, /HasActivationRequired FROM PermissionSet /, 'without a description the export goes on');
});

test('--mask leaves no name and no address, also not in the texts of the audit trail', (context) => {
  const { status, stderr, directory, calls } = run(context, ['--target-org', 'prod', '--mask']);
  assert.equal(status, 0, stderr);
  const text = readdirSync(directory)
    .map((file) => readFileSync(join(directory, file), 'utf8'))
    .join();
  assert.doesNotMatch(text, /Real|Ann\b|real\.example/);
  assert.match(text, /"IsActive":false/);
  assert.match(text, /@masked\.invalid/);
  assert.match(text, /Deactivated user \w+ \w+ \w{4} \(UserID: \[005000000000001\]\)/);
  assert.ok(calls.some((call) => call.includes('FederationIdentifier')));
});

test('a masked person is the same in one export and another in the next', () => {
  const [one, other] = [new Mask(), new Mask()];
  assert.deepEqual(one.apply('User', USER), one.apply('User', USER));
  assert.notDeepEqual(one.apply('User', USER), other.apply('User', USER));
});

test('numbers, federation ids and texts are made up, alike wherever the same person stands; what is empty stays empty', () => {
  const mask = new Mask();
  const masked = mask.apply('User', { ...USER, EmployeeNumber: 'E-77', FederationIdentifier: 'ann77', Alias: '' });
  assert.match(String(masked.EmployeeNumber), /^\d{8}$/);
  assert.match(String(masked.FederationIdentifier), /^federation\.\w+@masked\.invalid$/);
  assert.equal(masked.Alias, '');
  const name = `${String(masked.FirstName)} ${String(masked.LastName)}`;
  const text = (display: string) => String(mask.apply('SetupAuditTrail', { Display: display }).Display);
  assert.equal(text(TEXT), `Deactivated user ${name} (UserID: [005000000000001])`);
  const set = 'Permission set Sales Cloud: unassigned from user Ann Real (UserID: [005000000000001])';
  assert.equal(text(set), set.replace('Ann Real', name));
  assert.doesNotMatch(text('Changed email for Ann Real from ANN@real.example to ann@other.example'), /real/i);
  assert.match(text('Changed email for Ann Real from ANN@real.example'), new RegExp(String(masked.Username)));
  // A former name is in no file, so nothing of such a text is kept but the Id.
  assert.equal(text('Deactivated user Ann Born (UserID: [005000000000001])'), 'Masked [005000000000001]');
  assert.equal(text('Created new user Someone Gone'), 'Masked');
});

test('an org that shows no users ends with what to do', (context) => {
  const { status, stderr } = run(context, ['--target-org', 'prod'], false);
  assert.equal(status, 1);
  assert.match(stderr, /users could not be read.*sf org login web --alias prod/);
  const refused = run(context, ['--target-org', 'prod', 'extra']);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /Use: npm run org:export/);
  assert.throws(() => readExportOptions(['DIR']), /--target-org ALIAS/);
});

test('every query is one that the local org, and so the import, understands', () => {
  const schema = createSchema();
  for (const query of EXPORT_QUERIES) {
    const more = (query.optional ?? []).filter((name) => !name.endsWith('*'));
    assert.deepEqual(checkQuery(soqlOf(query, more), schema).errors, [], query.object);
  }
});
