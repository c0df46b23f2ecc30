import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runtimeType } from '../../../src/types/RuntimeType.ts';
import { ApexList } from '../../../src/values/index.ts';
import { SObjectValue } from '../../../src/values/SObjectValue.ts';
import type { TriggerContext } from '../../../src/dml/triggers.ts';
import { compileSources, compileValid } from '../compileSources.ts';
import { inTransaction, load } from '../runApex.ts';

const SAMPLE =
  'public class Sample { public static List<String> lines = new List<String>(); public static List<String> run() { return lines; } }';

function context(records: SObjectValue[]): TriggerContext {
  return {
    isExecuting: true,
    isBefore: true,
    isAfter: false,
    isInsert: true,
    isUpdate: false,
    isDelete: false,
    isUndelete: false,
    operationType: 'BEFORE_INSERT',
    size: records.length,
    new: new ApexList(runtimeType('List<User>'), records),
    old: null,
    newMap: null,
    oldMap: null,
  };
}

describe('triggers and scripts', () => {
  it('gives a trigger its records and variables', () => {
    const { program } = load({
      Sample: SAMPLE,
      'UserTrigger.trigger': `trigger UserTrigger on User (before insert, after update) {
        for (User u : Trigger.new) { Sample.lines.add(describe(u)); }
        if (Trigger.isBefore && Trigger.old == null) { Sample.lines.add('' + Trigger.size); }
        if (Trigger.operationType == TriggerOperation.BEFORE_INSERT) { Sample.lines.add(Trigger.operationType.name()); }
        switch on Trigger.operationType { when BEFORE_INSERT { Sample.lines.add('switched'); } }
        static String describe(User u) { return u.LastName; }
      }`,
    });
    const [handle] = program.triggers.triggersFor('User', 'before insert');
    assert.ok(handle);
    assert.deepEqual(program.triggers.triggersFor('User', 'before update'), []);
    const record = new SObjectValue('User');
    record.put('LastName', 'x');
    const lines = inTransaction(() => {
      handle.run(context([record]));
      return program.invokeStatic('Sample', 'run', []) as ApexList;
    });
    assert.deepEqual(lines.items, ['x', '1', 'BEFORE_INSERT', 'switched']);
  });

  it('refuses triggers on what has none', () => {
    const codes = (text: string): string[] => compileSources({ 'T.trigger': text }).diagnostics.map(({ code }) => code);
    assert.deepEqual(codes('trigger T on User (before delete) { }'), ['APX0147']);
    assert.deepEqual(codes('trigger T on UserLicense (before insert) { }'), ['APX0134']);
    assert.deepEqual(codes('trigger T on Nope (before insert) { }'), ['APX0102']);
  });

  it('runs a script against the program that is loaded', () => {
    const { program } = load({ Sample: SAMPLE });
    const script =
      "Integer i = 1; void add(Integer n) { Sample.lines.add('n' + n); } class Part { Integer x = 2; } add(i + new Part().x);";
    const units = compileValid({ Sample: SAMPLE, 'script.apex': script }).units;
    const lines = inTransaction(() => {
      program.runAnonymous(units.find((unit) => unit.kind === 'anonymous')!);
      return program.invokeStatic('Sample', 'run', []) as ApexList;
    });
    assert.deepEqual(lines.items, ['n3']);
  });
});
