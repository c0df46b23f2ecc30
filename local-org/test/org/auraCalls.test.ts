import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { invokeAura } from '../../src/host/invokeAura.ts';
import { runRestQuery } from '../../src/host/runRestQuery.ts';
import { executeTransaction } from '../../src/org/execute.ts';
import type { ApexResult } from '../../src/web/host-api.ts';
import { TestOrg } from './TestOrg.ts';

const org = new TestOrg({
  Door: `public with sharing class Door {
    public class Part { @AuraEnabled public Integer size { get; set; } @AuraEnabled public String label; public String hidden = 'secret'; }
    public enum Color { RED, BLUE }
    @AuraEnabled(cacheable=true) public static List<Object> values() {
        Part part = new Part(); part.size = 3;
        return new List<Object>{ 1, 2L, 1.50, 2.5d, 'text', true, null, Date.newInstance(2026, 1, 2), Datetime.newInstanceGmt(2026, 1, 2, 3, 4, 5),
            Time.newInstance(1, 2, 3, 4), Blob.valueOf('a'), Color.BLUE, new Map<String, Object>{ 'k' => new List<Integer>{ 1 } }, part,
            new Account(Name = 'a', Description = null), new Set<String>{ 's' } };
    }
    @AuraEnabled public static String kinds(Integer i, Long l, Decimal d, Boolean b, Date day, Datetime moment, Id id, List<String> texts, Map<String, Integer> numbers, Part part, Account record, Color color, Object free) {
        return i + '|' + l + '|' + d + '|' + b + '|' + (day == null ? null : String.valueOf(day)) + '|' + (moment == null ? null : moment.formatGmt('yyyy-MM-dd HH:mm')) + '|' + id + '|' + texts + '|' + numbers + '|' +
            (part == null ? null : part.size + part.label) + '|' + record?.Name + '|' + color + '|' + free;
    }
    @AuraEnabled(cacheable=true) public static void changes() { insert as system new Account(Name = 'a'); }
    @AuraEnabled public static void writes() { insert as system new Account(Name = 'written'); }
    @AuraEnabled public static void fails() { insert as system new Account(Name = 'lost'); throw new AuraHandledException('For people'); }
    @AuraEnabled public static void breaks() { Integer zero = 0; zero = 1 / zero; }
    public static void closed() {}
}`,
});
after(() => org.close());

function call(
  methodName: string,
  params: Record<string, unknown> = {},
  more: { userId?: string; cacheable?: boolean } = {},
): ApexResult {
  const userId = more.userId ?? org.org.administratorId;
  return invokeAura(org.org, { userId, className: 'Door', methodName, params, cacheable: more.cacheable ?? false });
}

const problem = (result: ApexResult): string =>
  result.ok ? 'ok' : `${result.error.exceptionType}: ${result.error.message}`;

describe('calls of components', () => {
  it('get every kind of value as JSON, of objects only what is exposed', () => {
    assert.deepEqual(call('values'), {
      ok: true,
      value: [
        1,
        2,
        1.5,
        2.5,
        'text',
        true,
        null,
        '2026-01-02',
        '2026-01-02T03:04:05.000Z',
        '01:02:03.004Z',
        'YQ==',
        'BLUE',
        { k: [1] },
        { size: 3, label: null },
        { Name: 'a' },
        ['s'],
      ],
    });
  });

  it('give parameters by name, converted to their types', () => {
    const result = call('kinds', {
      i: 1,
      l: 2,
      d: 1.25,
      b: true,
      day: '2026-01-02',
      moment: '2026-01-02T03:04:00.000Z',
      id: '001000000000001',
      texts: ['a', 'b'],
      numbers: { k: 1 },
      part: { size: 3, label: 'x' },
      record: { Name: 'acme' },
      color: 'RED',
      free: { z: [1] },
    });
    assert.deepEqual(result, {
      ok: true,
      value: '1|2|1.25|true|2026-01-02|2026-01-02 03:04|001000000000001AAA|(a, b)|{k=1}|3x|acme|RED|{z=(1)}',
    });
    assert.deepEqual(call('kinds'), { ok: true, value: Array.from({ length: 13 }, () => 'null').join('|') });
  });

  it('refuse values of another kind and members that are not exposed', () => {
    const refused: readonly Record<string, unknown>[] = [
      { i: 'x' },
      { i: 1.5 },
      { i: 2 ** 31 },
      { b: 'true' },
      { day: 'yesterday' },
      { id: 'short' },
      { texts: 'a' },
      { numbers: ['a'] },
      { part: { hidden: 'x' } },
      { part: { Size: 1 } },
      { record: { Nope: 1 } },
      { color: 'GREEN' },
      { moment: 'never' },
    ];
    for (const params of refused)
      assert.match(problem(call('kinds', params)), /^System.IllegalArgumentException/, JSON.stringify(params));
  });

  it('reach exposed methods only, and @wire only cacheable ones', () => {
    assert.match(problem(call('closed')), /NoAccessException: There is no Apex action Door.closed/);
    assert.match(problem(call('missing')), /NoAccessException/);
    assert.match(problem(call('writes', {}, { cacheable: true })), /not cacheable/);
    assert.equal(call('values', {}, { cacheable: true }).ok, true);
  });

  it('need access to the class', () => {
    const [plain] = org.query(
      `SELECT u."Id" FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE p."Name" <> 'System Administrator' LIMIT 1`,
    );
    assert.match(
      problem(call('values', {}, { userId: String(plain?.Id) })),
      /do not have access to the Apex class named 'Door'/,
    );
  });

  it('change nothing when they fail, or are cacheable', () => {
    assert.equal(problem(call('fails')), 'System.AuraHandledException: For people');
    assert.equal(problem(call('breaks')), 'System.MathException: Divide by 0');
    assert.equal(problem(call('changes')), 'System.LimitException: Too many DML statements: 1');
    assert.equal(org.query('SELECT * FROM "Account"').length, 0);
    assert.equal(call('writes').ok, true);
    assert.equal(org.query('SELECT * FROM "Account"').length, 1);
  });
});

describe('queries of the REST kind', () => {
  it('print attributes, parents, children and empty fields', () => {
    const options = {
      userId: org.org.administratorId,
      isAsync: false,
      isTest: false,
      quiddity: 'synchronous' as const,
    };
    const run = (soql: string): unknown => executeTransaction(org.org, options, () => runRestQuery(org.org, soql));
    const id = org.org.administratorId;
    const result = run(
      `SELECT Id, Profile.Name, (SELECT IsFrozen FROM UserLogins), UserRole.Name FROM User WHERE Id = '${id}'`,
    ) as {
      totalSize: number;
      done: boolean;
      records: Record<string, unknown>[];
    };
    assert.equal(result.totalSize, 1);
    assert.equal(result.done, true);
    const [user] = result.records;
    assert.deepEqual(user?.attributes, { type: 'User', url: `/services/data/v67.0/sobjects/User/${id}` });
    assert.equal((user?.Profile as { Name: string }).Name, 'System Administrator');
    assert.equal(user?.UserRole, null);
    assert.equal((user?.UserLogins as { totalSize: number }).totalSize, 1);
  });
});
