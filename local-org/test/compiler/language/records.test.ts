import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInThisContext } from 'node:vm';
import { compileSources, compileValid } from '../compileSources.ts';
import { outputs } from '../runApex.ts';

describe('records in memory', () => {
  it('read an empty Boolean field as false, the dynamic way as null', () => {
    assert.deepEqual(
      outputs(`
        User u = new User(); out.add(u.IsActive); if (!u.IsActive) { out.add('off'); }
        out.add(u.get('IsActive')); out.add(u.getPopulatedFieldsAsMap().isEmpty());
        Boolean nothing; u.IsActive = nothing; out.add(u.IsActive); out.add(u.get('IsActive'));
        u.IsActive = true; out.add(u.IsActive); out.add(u.LastName);`),
      ['false', 'off', 'null', 'true', 'false', 'null', 'true', 'null'],
    );
  });

  it('cast a parent that may be of several objects to the one that it is', () => {
    assert.deepEqual(
      outputs(`
        Case one = new Case(); one.putSObject('Owner', new User(LastName = 'Ada'));
        out.add(((User) one.Owner).LastName); out.add(one.Owner instanceof User); out.add(one.Owner instanceof Group);
        try { Group g = (Group) one.Owner; } catch (TypeException e) { out.add(e.getMessage()); }`),
      ['Ada', 'true', 'false', 'Invalid conversion from runtime type User to Group'],
    );
    const [problem] = compileSources({
      Sample: 'public class Sample { Contact run(User u) { return (Contact) u.Profile; } }',
    }).diagnostics;
    assert.equal(problem?.code, 'APX0409');
  });
});

describe('code of one file', () => {
  it('names constants of platform enums and of the project apart', () => {
    assert.deepEqual(
      outputs('out.add(RoundingMode.UP); out.add(Shade.DARK); out.add(LoggingLevel.INFO); out.add(Shade.LIGHT);', '', {
        Shade: 'public enum Shade { DARK, LIGHT }',
      }),
      ['UP', 'DARK', 'INFO', 'LIGHT'],
    );
    const { units } = compileValid({
      Shade: 'public enum Shade { DARK }',
      Sample: 'public class Sample { Object a = RoundingMode.UP; Object b = Shade.DARK; }',
    });
    for (const { code } of units) runInThisContext(`(function ($rt) {\n${code.js}\n})`);
  });
});

describe('lists of a size', () => {
  it('hold so many nulls', () => {
    assert.deepEqual(
      outputs(`
        List<Integer> all = new List<Integer>(3); all[1] = 5; out.add(all); Integer none;
        try { all = new List<Integer>(-1); } catch (ListException e) { out.add('negative'); }
        try { all = new List<Integer>(none); } catch (NullPointerException e) { out.add('null'); }`),
      ['(null, 5, null)', 'negative', 'null'],
    );
  });
});
