import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { markUnknown } from '../../src/host/markUnknown.ts';
import { importDirectory } from '../../src/import/importDirectory.ts';
import { Clock } from '../../src/org/Clock.ts';
import { prepareOrgRules } from '../../src/rules/index.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import { Store } from '../../src/store/Store.ts';
import { toId18 } from '../../src/values/id.ts';

const schema = createSchema();
const clock = new Clock();
const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

function emptyOrg() {
  const store = new Store({ file: ':memory:', schema, clock });
  const { licenses } = prepareOrgRules({ store, schema, clock });
  return { store, schema, clock, licenses };
}

function imported(files: Record<string, string>) {
  const target = emptyOrg();
  const summary = importDirectory(target, folderOf(files), () => undefined);
  return { ...target, summary };
}

const PROFILE = 'Id,Name\n00e000000000001AAA,Agent\n';
const USERS = [
  'ID,USERNAME,LASTNAME,ISACTIVE,PROFILEID,EMAIL',
  '005000000000001AAA,ann@example.com,"O""Neill, Ann",true,00e000000000001AAA,ann@example.com',
  '005000000000002AAA,bob@example.com,"Bob\nLine",false,00e000000000001AAA,',
  '',
].join('\n');

describe('what sf printed', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../data/examples/sf-query-users.json'), 'utf8');

  test('comes with its nested profiles and licenses, and shows what was not asked for as unknown', () => {
    const { store, summary } = imported({ 'sf-query-users.json': text });
    assert.equal(summary.rows.get('User'), 9);
    assert.ok(summary.unknownObjects.includes('UserLogin'));
    const [chatter] = store.findRows('UserLicense', { Name: 'Chatter Free' });
    assert.equal(chatter?.UsedLicenses, 1);
    assert.equal(store.findRows('User', { Username: 'autoproc@00d3h000003yzckeau' })[0]?.UserType, 'AutomatedProcess');
    const attributes = { type: 'User' };
    const record = { attributes, IsActive: false, FirstName: null, LastLoginDate: null, ForecastEnabled: false };
    markUnknown(store, [record]);
    assert.deepEqual(record, {
      attributes,
      IsActive: false,
      FirstName: null,
      LastLoginDate: 'unknown',
      ForecastEnabled: 'unknown',
    });
  });

  test('is refused when it is cut off, at the last whole row', () => {
    for (const part of [0.5, 0.8, 0.999]) {
      const files = { 'users.json': text.slice(0, Math.floor(text.trimEnd().length * part)) };
      assert.throws(() => imported(files), /users\.json, row \d: .*cut off.* Nothing was imported/);
    }
    const short = text.replace('"totalSize": 9', '"totalSize": 2000');
    assert.throws(() => imported({ 'users.json': short }), /row 9: the file holds 9 of 2000 records/);
  });
});

describe('what Data Loader wrote', () => {
  test('is read by the name of the file, in any case, with quotes, line ends and empty cells', () => {
    const { store } = imported({ 'User.csv': USERS, 'Profile.csv': PROFILE });
    const ann = store.findRows('User', { Username: 'ann@example.com' })[0];
    assert.equal(ann?.LastName, 'O"Neill, Ann');
    assert.equal(ann?.IsActive, true);
    const bob = store.findRows('User', { Username: 'bob@example.com' })[0];
    assert.equal(bob?.LastName, 'Bob\nLine');
    assert.equal(bob?.IsActive, false);
    assert.equal(bob?.Email, null);
  });

  test('is the same with a byte order mark, Windows line ends, and Ids of 15 or 18 characters', () => {
    const users =
      '\uFEFF"ID","USERNAME","LASTNAME","ISACTIVE","PROFILEID"\r\n' +
      '"005d0000001aBcD","ann@example.com","Ann","true","00ed0000001XyZw"\r\n';
    const { store } = imported({
      'User.csv': users,
      'profile_part1.CSV': 'Id,Name\r\n00ed0000001XyZwAAK,Agent\r\n',
    });
    const [ann] = store.findRows('User', { Username: 'ann@example.com' });
    assert.equal(ann?.Id, toId18('005d0000001aBcD'));
    assert.equal(ann?.ProfileId, toId18('00ed0000001XyZw'));
    assert.ok(store.getRow('Profile', String(ann?.ProfileId)), 'both spellings are one profile');
  });

  test('may come in several files of one object, CSV and JSON together', () => {
    const bob = {
      attributes: { type: 'User' },
      Id: '005000000000002',
      Username: 'b@x.co',
      LastName: 'B',
      IsActive: false,
    };
    const head = 'Id,Username,LastName,IsActive\n';
    const { store, summary } = imported({
      'User_1.csv': `${head}005000000000001,a@x.co,A,true\n`,
      'user-2.json': JSON.stringify({ status: 0, result: { records: [bob], totalSize: 1, done: true } }),
      'more.json': JSON.stringify({
        records: [{ ...bob, Id: '005000000000003', Username: 'c@x.co' }],
        totalSize: 1,
        done: true,
      }),
    });
    assert.equal(summary.rows.get('User'), 3);
    assert.deepEqual(
      ['a@x.co', 'b@x.co', 'c@x.co'].map((name) => store.findRows('User', { Username: name }).length),
      [1, 1, 1],
    );
  });

  test('takes any prefix but that of another object that is imported', () => {
    const { store } = imported({
      'PermissionSet.csv': 'Id,Name\n0PS000000000001,Quotes\n',
      'PermissionSetGroup.csv': 'Id,DeveloperName,MasterLabel,Status\n0PG000000000001,Bundle,Bundle,Failed\n',
      'PermissionSetGroupComponent.csv':
        'Id,PermissionSetGroupId,PermissionSetId\n0zz000000000001,0PG000000000001,0PS000000000001\n',
    });
    assert.equal(store.findRows('PermissionSetGroupComponent').length, 1);
    const [group] = store.findRows('PermissionSetGroup');
    assert.equal(group?.Status, 'Failed', 'what the org reported stays');
    const [set] = store.findRows('PermissionSet', { PermissionSetGroupId: String(group?.Id) });
    assert.equal(set?.Type, 'Group', 'a group has a set that stands for it');
  });

  test('says how far it is in files with many rows', () => {
    const rows = Array.from({ length: 50_001 }, (_, index) => `00E${String(index).padStart(12, '0')},Role ${index}\n`);
    const lines: string[] = [];
    importDirectory(emptyOrg(), folderOf({ 'UserRole.csv': `Id,Name\n${rows.join('')}` }), (line) => lines.push(line));
    assert.deepEqual(lines.slice(0, 2), ['UserRole.csv: 50,000 rows', 'UserRole.csv: 50,001 rows']);
  });

  test('finds the row of a parent that is known by name only', () => {
    const users = 'Id,Username,LastName,IsActive,Profile.Name\n005000000000001AAA,a@example.com,A,true,Agent\n';
    const { store } = imported({ 'User.csv': users, 'Profile.csv': PROFILE });
    assert.equal(store.findRows('User', { Username: 'a@example.com' })[0]?.ProfileId, '00e000000000001AAA');
    assert.equal(store.findRows('Profile', { Name: 'Agent' }).length, 1);
  });

  const wrong: Record<string, [Record<string, string>, RegExp]> = {
    'a file of another object': [
      { 'Invoice.csv': 'Id\n001000000000001AAA\n' },
      /Invoice\.csv, row 1: "Invoice" is no object/,
    ],
    'an unknown column': [
      { 'Profile.csv': 'Id,Name,Color\n00e000000000001AAA,Agent,red\n' },
      /Profile\.csv, row 1: Profile has no field or parent Color/,
    ],
    'a duplicate Id': [
      { 'Profile.csv': `${PROFILE}00e000000000001AAA,Again\n` },
      /Profile\.csv, row 2: the Id 00e0.* earlier row/,
    ],
    'a dangling reference': [
      { 'User.csv': USERS, 'Profile.csv': 'Id,Name\n00e000000000009AAA,Other\n' },
      /User\.csv, row 1: ProfileId is 00e000000000001AAA, and there is no such Profile/,
    ],
    'a row that is cut off': [
      { 'Profile.csv': 'Id,Name\n00e000000000001AAA' },
      /Profile\.csv, row 1: it has 1 cells, the header has 2/,
    ],
    'a cell that is cut off': [{ 'Profile.csv': 'Id,Name\n00e000000000001AAA,"Age' }, /cut off inside a cell/],
    'a missing column': [
      { 'User.csv': 'Id,Username,LastName\n005000000000001AAA,a,A\n' },
      /row 1: the User has no IsActive/,
    ],
    'a value that does not fit': [
      { 'User.csv': 'Id,Username,LastName,IsActive\n005000000000001AAA,a,A,maybe\n' },
      /row 1: The value "maybe" does not fit the field IsActive/,
    ],
    'an Id of another object': [
      { 'Profile.csv': 'Id,Name\n005000000000001AAA,Agent\n' },
      /row 1: 005.* is not the Id of a Profile/,
    ],
    'an empty folder': [{}, /no \.json and no \.csv file/],
  };
  const json = (records: object[], type = 'Profile') =>
    JSON.stringify({
      status: 0,
      result: {
        records: records.map((record) => ({ attributes: { type }, ...record })),
        totalSize: records.length,
        done: true,
      },
    });
  const agent = { Id: '00e000000000001AAA', Name: 'Agent' };
  const ann = { Id: '005000000000001AAA', Username: 'a@example.com', LastName: 'A', IsActive: true };
  Object.assign(wrong, {
    'a JSON file of another object': [
      { 'p.json': json([{ Id: '001000000000001AAA' }], 'Account') },
      /p\.json, row 1: "Account" is no object/,
    ],
    'an unknown column in JSON': [
      { 'p.json': json([agent, { ...agent, Id: '00e000000000002AAA', Color: 'red' }]) },
      /p\.json, row 2: Profile has no field or parent Color/,
    ],
    'a duplicate Id in JSON': [{ 'p.json': json([agent, agent]) }, /p\.json, row 2: the Id 00e0.* earlier row/],
    'a duplicate Id in two files': [
      { 'a.json': json([agent]), 'Profile.csv': PROFILE },
      /a\.json, row 1: the Id 00e0.* earlier row/,
    ],
    'a dangling reference in JSON': [
      {
        'p.json': json([agent]),
        'u.json': json([ann, { ...ann, Id: '005000000000002AAA', ProfileId: '00e000000000009AAA' }], 'User'),
      },
      /u\.json, row 2: ProfileId is 00e000000000009AAA, and there is no such Profile/,
    ],
    'a nested parent with an unknown column': [
      { 'u.json': json([{ ...ann, Profile: { attributes: { type: 'Profile' }, ...agent, Color: 'red' } }], 'User') },
      /u\.json, row 1: Profile has no field or parent Color/,
    ],
  });
  for (const [what, [files, message]] of Object.entries(wrong)) {
    test(`${what} is refused by file and row, and nothing is kept`, () => {
      const target = emptyOrg();
      const before = target.store.insertRow('Account', { Name: 'Before' });
      const savepoint = target.store.savepoint();
      assert.throws(() => importDirectory(target, folderOf(files), () => undefined), message);
      savepoint.rollback();
      savepoint.release();
      assert.ok(target.store.getRow('Account', before));
      assert.equal(target.store.findRows('Profile').length, 0);
    });
  }
});
