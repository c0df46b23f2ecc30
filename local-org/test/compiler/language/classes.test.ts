import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outputs } from '../runApex.ts';

describe('classes', () => {
  it('runs all initializers, the superclass first, then the constructors', () => {
    assert.deepEqual(
      outputs(
        'new Sub(1); for (String s : steps) { out.add(s); }',
        `static List<String> steps = new List<String>();
         static String note(String s) { steps.add(s); return s; }
         virtual class Base { String b = note('base field'); { note('base block'); } Base() { note('base constructor'); } }
         class Sub extends Base { String a = note('sub field'); Sub() { note('sub constructor'); } Sub(Integer i) { this(); note('delegating'); } }`,
      ),
      ['base field', 'base block', 'sub field', 'base constructor', 'sub constructor', 'delegating'],
    );
  });

  it('has the fields of a class set when a superclass calls its method from a constructor', () => {
    // Source: apex-enterprise-patterns/fflib-apex-common, fflib_SObjectUnitOfWorkTest.DerivedUnitOfWork.
    assert.deepEqual(
      outputs(
        `Sub sub = new Sub(); out.add(sub.seen); out.add(String.valueOf(new Middle().seen)); out.add(String.valueOf(new SubException('x').code));
         out.add(String.valueOf(new OwnException(2).code));`,
        `abstract class Base { Base() { register('one'); } protected abstract void register(String s); }
         virtual class Middle extends Base { public String seen = 'middle '; protected override void register(String s) { seen += s; } Middle() { super(); } }
         class Sub extends Middle { List<String> steps = new List<String>(); protected override void register(String s) { steps.add(s); seen += steps.size() + s; } }
         class SubException extends Exception { public Integer code = 7; }
         class OwnException extends Exception { public Integer code = 1; OwnException(Integer more) { code += more; } }`,
      ),
      ['middle 1one', 'middle one', '7', '3'],
    );
  });

  it('dispatches virtual methods and calls the superclass', () => {
    assert.deepEqual(
      outputs(
        'Shape s = new Round(); out.add(s.name()); out.add(s.describe()); Keeper k = new OtherKeeper(); out.add(k.hidden());',
        `interface Shape { String name(); String describe(); }
         abstract class Base implements Shape { public abstract String name(); public virtual String describe() { return 'a ' + name(); } }
         class Round extends Base { public override String name() { return 'round'; } public override String describe() { return super.describe() + '!'; } }`,
        {
          Keeper: `public virtual class Keeper { private String secret() { return 'base'; } public String hidden() { return secret(); } }`,
          OtherKeeper: `public class OtherKeeper extends Keeper { private String secret() { return 'other'; } }`,
        },
      ),
      ['round', 'a round!', 'base'],
    );
  });

  it('chooses overloads by the static types of the arguments', () => {
    assert.deepEqual(
      outputs(
        `Object o = 'text'; out.add(f(o)); out.add(f('text')); out.add(f(1)); out.add(f(1L)); out.add(f((Id) null)); out.add(g(new List<String>())); out.add(g(new List<Integer>()));`,
        `static String f(Object o) { return 'Object'; } static String f(String s) { return 'String'; } static String f(Long l) { return 'Long'; } static String f(Decimal d) { return 'Decimal'; }
         static String g(List<String> l) { return 'strings'; } static String g(List<Integer> l) { return 'integers'; }`,
      ),
      ['Object', 'String', 'Long', 'Long', 'String', 'strings', 'integers'],
    );
  });

  it('runs accessors, and stores at the place of a property inside of them', () => {
    assert.deepEqual(
      outputs(
        'Box b = new Box(); b.size = 3; out.add(b.size); b.size += 2; out.add(b.size++); out.add(b.size); out.add(b.twice); out.add(Box1.instance === Box1.instance);',
        `class Box { Integer size { get { return size * 10; } set { size = value + 1; } } Integer twice { get { return size * 2; } } }`,
        {
          Box1: 'public class Box1 { public static Box1 instance { get { if (instance == null) { instance = new Box1(); } return instance; } private set; } }',
        },
      ),
      ['40', '430', '4320', '8640', 'true'],
    );
  });

  it('keeps private fields of one name in super and subclass apart', () => {
    assert.deepEqual(
      outputs(
        'Sub s = new Sub(); out.add(s.baseX()); out.add(s.subX());',
        `virtual class Base { private Integer x = 1; public Integer baseX() { return x; } } class Sub extends Base { private Integer x = 2; public Integer subX() { return x; } }`,
      ),
      ['1', '2'],
    );
  });

  it('knows enums', () => {
    assert.deepEqual(
      outputs(
        `out.add(Color.RED.ordinal() + Color.GREEN.name()); out.add(Color.values().size()); out.add(Color.valueOf('green') == Color.GREEN); Color c; out.add(c == null); out.add('' + Color.RED);
         try { Color.valueOf('blue'); } catch (NoSuchElementException e) { out.add('none'); }`,
        'enum Color { RED, GREEN }',
      ),
      ['0GREEN', '2', 'true', 'true', 'RED', 'none'],
    );
  });

  it('refuses casts that do not fit', () => {
    assert.deepEqual(
      outputs(
        `Base b = new Base(); try { Sub s = (Sub) b; } catch (TypeException e) { out.add(e.getMessage()); } out.add(b instanceof Sub); Object n = null; out.add((Sub) n); out.add(n instanceof Sub);`,
        'virtual class Base { } class Sub extends Base { }',
      ),
      ['Invalid conversion from runtime type Sample.Base to Sample.Sub', 'false', 'null', 'false'],
    );
  });

  it('prefers a class of the project to a type of the platform of the same name', () => {
    assert.deepEqual(
      outputs('out.add(Math.abs(1)); out.add(System.Math.abs(-1));', '', {
        Math: "public class Math { public static String abs(Integer i) { return 'own'; } }",
      }),
      ['own', '1'],
    );
  });

  it('finds inner types of superclasses and of the classes around', () => {
    assert.deepEqual(
      outputs('out.add(new Other().make().text);', '', {
        Parent: "public virtual class Parent { public class Part { public String text = 'inner'; } }",
        Other: 'public class Other extends Parent { public Part make() { return new Part(); } }',
      }),
      ['inner'],
    );
  });
});
