import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Clock } from '../../src/org/Clock.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import { sortKey, sortsAsStored } from '../../src/store/sortKey.ts';
import { Store } from '../../src/store/Store.ts';
import { toId18 } from '../../src/values/id.ts';
import { customField, readFiles } from '../schema/projectFixture.ts';
import { temporaryDirectory } from '../temporaryDirectory.ts';

function openStore(file = ':memory:', schema = createSchema()): Store {
  return new Store({ file, schema, clock: new Clock(() => 1_000_000) });
}

describe('rows', () => {
  test('are read as they were written: booleans, empty texts, dates of creation', () => {
    const store = openStore();
    const id = store.insertRow('User', { LastName: 'Lovelace', FirstName: 'Ada', IsActive: false, Title: '' });
    const row = store.getRow('User', id);
    assert.deepEqual(
      [row?.Name, row?.IsActive, row?.ForecastEnabled, row?.Title, row?.CreatedDate],
      ['Ada Lovelace', false, false, null, 1_000_000],
    );
    store.updateRow('User', id, { FirstName: null, IsActive: true });
    assert.deepEqual([store.getRow('User', id)?.Name, store.getRow('User', id)?.IsActive], ['Lovelace', true]);
    assert.deepEqual(
      store.findRows('User', { IsActive: true, Title: null }).map((found) => found.Id),
      [id],
    );
    store.deleteRow('User', id);
    assert.equal(store.getRow('User', id), null);
  });

  test('a field that the object lacks is an error of the caller', () => {
    assert.throws(() => openStore().insertRow('User', { Nope: 1 }), /User has no field Nope/);
  });

  test('derived fields are computed when they are read', () => {
    const store = openStore();
    const license = store.insertRow('UserLicense', { Name: 'Salesforce', TotalLicenses: 2 });
    store.registerDerivedField(
      'UserLicense',
      'UsedLicenses',
      (alias) => `SELECT COUNT(*) FROM "Profile" p WHERE p."UserLicenseId" = ${alias}."Id"`,
    );
    store.insertRow('Profile', { Name: 'Standard', UserLicenseId: license });
    assert.equal(store.getRow('UserLicense', license)?.UsedLicenses, 1);
    assert.equal(store.findRows('UserLicense', { UsedLicenses: 1 }).length, 1);
  });

  test('listeners hear of each changed object, and of a rollback', () => {
    const store = openStore();
    const heard: string[] = [];
    store.onChange((object) => heard.push(object));
    const savepoint = store.savepoint();
    store.insertRow('Group', { Name: 'G', Type: 'Regular' });
    savepoint.rollback();
    savepoint.release();
    assert.deepEqual(heard, ['Group', '*']);
    assert.equal(store.findRows('Group').length, 0);
  });
});

describe('Ids', () => {
  test('have the key prefix, 18 characters, and are never given twice', () => {
    const store = openStore();
    const savepoint = store.savepoint();
    const first = store.insertRow('Group', { Name: 'G', Type: 'Regular' });
    savepoint.rollback();
    const second = store.insertRow('Group', { Name: 'G', Type: 'Regular' });
    assert.match(first, /^00GLO0\w{12}$/);
    assert.equal(toId18(first.slice(0, 15)), first);
    assert.ok(second > first);
  });

  test('count on in a file that is opened again, whose new fields get a column', () => {
    const file = join(temporaryDirectory('store'), 'org.db');
    const before = openStore(file);
    const first = before.insertRow('User', { LastName: 'Ärger', Username: 'a@example.invalid' });
    before.close();
    const project = readFiles({
      'objects/User/fields/Cost__c.field-meta.xml': customField(
        '<fullName>Cost__c</fullName><label>Cost</label><type>Text</type><length>9</length>',
      ),
      'objects/User/fields/Paid__c.field-meta.xml': customField(
        '<fullName>Paid__c</fullName><label>Paid</label><type>Checkbox</type><defaultValue>true</defaultValue>',
      ),
    });
    const after = openStore(file, createSchema(project));
    assert.equal(after.getRow('User', first)?.Paid__c, true);
    const second = after.insertRow('User', { LastName: 'Berg', Username: 'b@example.invalid', Cost__c: 'x' });
    assert.ok(second > first);
    after.close();
  });
});

describe('savepoints', () => {
  test('nest, and end with the one around them', () => {
    const store = openStore();
    const outer = store.savepoint();
    const inner = store.savepoint();
    store.insertRow('Group', { Name: 'G', Type: 'Regular' });
    inner.release();
    outer.rollback();
    assert.equal(inner.isOpen, false);
    assert.equal(outer.isOpen, true);
    assert.throws(() => inner.rollback(), /has ended/);
    outer.release();
    assert.equal(store.findRows('Group').length, 0);
  });
});

describe('sort keys', () => {
  const letters = fc.constantFrom(...'aAäÄbBzZéÉoöøñnsßæeE159 -_.@жЖαΑ');
  const word = fc.array(letters, { maxLength: 6 }).map((chars) => chars.join(''));

  for (const locale of ['en', 'sv', 'de', 'es']) {
    test(`order texts as ${locale} does`, () => {
      const collator = new Intl.Collator(locale);
      fc.assert(
        fc.property(word, word, (left, right) => {
          const [leftKey, rightKey] = [sortKey(left, locale), sortKey(right, locale)];
          const order = leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0;
          assert.equal(order, Math.sign(collator.compare(left, right)));
        }),
        { numRuns: 500 },
      );
    });
  }

  test('the stored ones serve every locale that sorts as English does', () => {
    assert.equal(sortsAsStored('en-US'), true);
    assert.equal(sortsAsStored('fr'), true);
    assert.equal(sortsAsStored('sv'), false);
  });
});
