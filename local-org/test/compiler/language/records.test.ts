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

describe('errors on records', () => {
  it('stand on the field that addError is called on', () => {
    assert.deepEqual(
      outputs(`
        User u = new User(); u.LastName.addError('name'); u?.IsActive.addError('flag'); u.addError('all');
        out.add(u.hasErrors());
        for (Database.Error e : u.getErrors()) { out.add(e.getFields() + ' ' + e.getMessage()); }
        User none; try { none.LastName.addError('x'); } catch (NullPointerException e) { out.add('null'); }`),
      ['true', '(LastName) name', '(IsActive) flag', '() all', 'null'],
    );
  });

  it('need a field of a record, written as such', () => {
    for (const statement of [
      `String s = u.LastName; s.addError('x');`,
      `(u.LastName + '').addError('x');`,
      `u.Profile.addError(1);`,
    ]) {
      const { diagnostics } = compileSources({ Sample: `public class Sample { void run(User u) { ${statement} } }` });
      assert.equal(diagnostics.length, 1, statement);
    }
  });
});

describe('types of records', () => {
  it('make records', () => {
    assert.deepEqual(
      outputs(`out.add(((User) User.class.newInstance()).LastName); out.add(Type.forName('Account').newInstance());
               try { Blob.class.newInstance(); } catch (TypeException e) { out.add(e.getMessage()); }`),
      ['null', 'Account:{}', 'Type cannot be constructed: Blob'],
    );
  });
});

describe('final properties', () => {
  const MEMBERS = `static final Integer COUNT { get { if (COUNT == null) { COUNT = 7; } return COUNT; } set; }
    final Integer size { get; set; }
    public Sample() { size = 3; }`;

  it('are filled by their own accessors and by constructors', () => {
    assert.deepEqual(outputs('out.add(COUNT); out.add(new Sample().size);', MEMBERS), ['7', '3']);
  });

  it('are not assigned anywhere else', () => {
    for (const statement of ['COUNT = 8;', 'size = 8;', 'this.size++;']) {
      const { diagnostics } = compileSources({
        Sample: `public class Sample { ${MEMBERS} void run() { ${statement} } }`,
      });
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ['APX0209'],
        statement,
      );
    }
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
