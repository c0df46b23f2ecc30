import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { testClass, TestOrg } from '../org/TestOrg.ts';

const org = new TestOrg({
  Keeper: `public class Keeper {
    public static List<String> kept = new List<String>();
    public Keeper next;
    public String text;
    public Keeper(Keeper next, String text) { this.next = next; this.text = text; }
    public static void deeper(Integer depth, String text) {
      String own = text + depth;
      if (depth > 0) deeper(depth - 1, own);
    }
    public static String kilobyte() { return 'x'.repeat(1000); }
    public static void passOn(String text, Integer times) { if (times > 0) passOn(text, times - 1); }
  }`,
  Background: `public class Background implements Queueable {
    Integer kilobytes;
    public Background(Integer kilobytes) { this.kilobytes = kilobytes; }
    public void execute(QueueableContext context) {
      List<String> all = new List<String>();
      for (Integer i = 0; i < kilobytes; i++) all.add(Keeper.kilobyte());
      System.debug('kept ' + all.size());
    }
  }`,
  ...testClass('HeapTest', {
    asynchronous: `
      Test.startTest();
      System.enqueueJob(new Background(11000));
      Test.stopTest();`,
    tooMuch: `
      Test.startTest();
      System.enqueueJob(new Background(12100));
      Test.stopTest();`,
  }),
});
after(() => org.close());

/** Each holds more than 6 MB in the end. */
const TOO_MUCH: readonly (readonly [what: string, code: string])[] = [
  [
    'a list of texts',
    'List<String> all = new List<String>(); for (Integer i = 0; i < 6100; i++) all.add(Keeper.kilobyte());',
  ],
  ['a list of numbers', 'List<Integer> all = new List<Integer>(); for (Integer i = 0; i < 1500000; i++) all.add(i);'],
  [
    'a map',
    'Map<Integer, String> all = new Map<Integer, String>(); for (Integer i = 0; i < 6100; i++) all.put(i, Keeper.kilobyte());',
  ],
  ['a set', 'Set<String> all = new Set<String>(); for (Integer i = 0; i < 6100; i++) all.add(Keeper.kilobyte() + i);'],
  [
    'records',
    "List<Account> all = new List<Account>(); for (Integer i = 0; i < 6100; i++) all.add(new Account(Name = 'a', Description = Keeper.kilobyte()));",
  ],
  ['a static field', 'for (Integer i = 0; i < 6100; i++) Keeper.kept.add(Keeper.kilobyte());'],
  [
    'many small lists',
    'List<List<String>> all = new List<List<String>>(); for (Integer i = 0; i < 6100; i++) all.add(new List<String>{ Keeper.kilobyte() });',
  ],
  [
    'a chain of objects',
    'Keeper last; for (Integer i = 0; i < 6100; i++) last = new Keeper(last, Keeper.kilobyte() + i);',
  ],
  ['variables of methods in each other', "Keeper.deeper(900, 'x'.repeat(10000));"],
  ['a text that doubles', "String text = 'x'; while (true) text += text;"],
  ['a text that grows', "String text = ''; for (Integer i = 0; i < 6100; i++) text += Keeper.kilobyte();"],
  [
    'parts of a text',
    "List<String> all = new List<String>(); String text = 'a,'.repeat(10000); for (Integer i = 0; i < 620; i++) all.addAll(text.split(','));",
  ],
  ['JSON', "Object all = JSON.deserializeUntyped('[' + '{\"a\":1},'.repeat(400000) + '1]');"],
  [
    'a blob',
    'List<Blob> all = new List<Blob>(); for (Integer i = 0; i < 6100; i++) all.add(Blob.valueOf(Keeper.kilobyte()));',
  ],
  [
    'two values that fit alone',
    'List<String> one = new List<String>(); List<String> two = new List<String>(); for (Integer i = 0; i < 3100; i++) { one.add(Keeper.kilobyte()); two.add(Keeper.kilobyte()); }',
  ],
];

/** Each makes far more than 6 MB, but holds little at a time. */
const LITTLE: readonly (readonly [what: string, code: string])[] = [
  ['texts that are dropped', 'for (Integer i = 0; i < 60000; i++) { String text = Keeper.kilobyte() + i; }'],
  [
    'lists that are dropped',
    'for (Integer i = 0; i < 5000; i++) { List<String> all = new List<String>(); for (Integer j = 0; j < 100; j++) all.add(Keeper.kilobyte()); }',
  ],
  [
    'a list that is cleared',
    'List<String> all = new List<String>(); for (Integer i = 0; i < 60000; i++) { if (all.size() == 1000) all.clear(); all.add(Keeper.kilobyte()); }',
  ],
  [
    'a map whose value is replaced',
    "Map<String, String> all = new Map<String, String>(); for (Integer i = 0; i < 60000; i++) all.put('x', Keeper.kilobyte() + i);",
  ],
  [
    'records that are dropped',
    "for (Integer i = 0; i < 60000; i++) { Account one = new Account(Name = 'a', Description = Keeper.kilobyte()); }",
  ],
  [
    'a static field that is set to null',
    'for (Integer i = 0; i < 60; i++) { for (Integer j = 0; j < 1000; j++) Keeper.kept.add(Keeper.kilobyte()); Keeper.kept = new List<String>(); }',
  ],
  ['one text in many variables', "Keeper.passOn('x'.repeat(1000000), 500);"],
  ['numbers', 'Integer sum = 0; for (Integer i = 0; i < 1000000; i++) sum += i;'],
  [
    'a text built by one character',
    "String text = ''; for (Integer i = 0; i < 100000; i++) text += 'x'; Assert.areEqual(100000, text.length());",
  ],
];

/** 3,000 accounts with a description of 3,000 characters: 9 MB, in three transactions. */
function insertDescribed(): void {
  for (let part = 0; part < 3; part++) {
    org.execute(`List<Account> all = new List<Account>(); String text = 'x'.repeat(3000);
      for (Integer i = 0; i < 1000; i++) all.add(new Account(Name = 'a', Description = text)); insert as system all;`);
  }
}

describe('the heap limit', () => {
  for (const [what, code] of TOO_MUCH) {
    it(`ends a transaction that holds too much in ${what}`, () => {
      assert.throws(() => org.execute(code), /System\.LimitException: Apex heap size too large: \d+$/m);
    });
  }

  for (const [what, code] of LITTLE) {
    it(`is no matter for ${what}`, () => org.execute(code));
  }

  it('cannot be caught, and the org goes on', () => {
    const code = `System.debug('begun'); try { ${TOO_MUCH[0]![1]} } catch (Exception e) { System.debug('caught'); } finally { System.debug('finally'); }`;
    const { message, logs } = org.failure(code);
    assert.match(message, /Apex heap size too large/);
    assert.match(logs, /begun/);
    assert.doesNotMatch(logs, /caught|finally/);
    org.execute("System.debug('alive');");
  });

  it('is twice as high in asynchronous Apex', () => {
    const results = Object.fromEntries(org.test('HeapTest').map(({ method, message }) => [method, message]));
    assert.equal(results.asynchronous, null);
    assert.match(results.tooMuch ?? '', /Apex heap size too large: 12\d{6}/);
  });

  it('is what Limits tells of', () => {
    org.execute(`
      Assert.areEqual(6000000, Limits.getLimitHeapSize(), 'limit');
      Keeper.kilobyte();
      List<String> all = new List<String>();
      Integer before = Limits.getHeapSize();
      for (Integer i = 0; i < 1000; i++) all.add(Keeper.kilobyte());
      Integer held = Limits.getHeapSize() - before;
      Assert.isTrue(held >= 1000000 && held < 1050000, 'held ' + held);
      all.clear();
      Assert.areEqual(before, Limits.getHeapSize(), 'dropped');`);
  });

  it('ends a transaction whose query brings too much, but not a loop over the query', () => {
    insertDescribed();
    const total = 'Integer total = 0;';
    for (const query of ['[SELECT Description FROM Account]', "Database.query('SELECT Description FROM Account')"]) {
      assert.throws(() => org.execute(`List<Account> all = ${query};`), /Apex heap size too large: 9\d{6}/);
    }
    org.execute(`${total} for (Account one : [SELECT Description FROM Account]) total += one.Description.length();
      Assert.areEqual(9000000, total, 'read');`);
    org.execute(`${total} for (List<Account> some : [SELECT Description FROM Account]) total += some.size();
      Assert.areEqual(3000, total, 'read');`);
  });
});
