import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outputs } from '../runApex.ts';

const PROVIDER = `public class Provider implements StubProvider {
  public Object handleMethodCall(Object stub, String name, Type returns, List<Type> types, List<String> names, List<Object> args) {
    return name == 'size' ? (Object) args[0] : (Object) (name + ' ' + returns + ' ' + types + ' ' + names + ' ' + args.size());
  }
}`;

describe('stubs', () => {
  it('ask the provider for every method, inherited ones too, and run no constructor', () => {
    assert.deepEqual(
      outputs(
        `Part p = (Part) Test.createStub(Part.class, new Provider());
         out.add(p.name(1, null)); out.add(p.inherited()); out.add(p.size(7)); out.add(constructed);
         Shape s = (Shape) Test.createStub(Shape.class, new Provider()); out.add(s.area());`,
        `static Integer constructed = 0;
         interface Shape { String area(); }
         virtual class Base { public String inherited() { return 'real'; } }
         class Part extends Base { Part() { constructed++; } public String name(Integer i, List<String> l) { return 'real'; } public Integer size(Integer i) { return 0; } }`,
        { Provider: PROVIDER },
      ),
      ['name String (Integer, List<String>) (i, l) 2', 'inherited String () () 0', '7', '0', 'area String () () 0'],
    );
  });

  it('refuse a result of the wrong type', () => {
    assert.deepEqual(
      outputs(
        `Part p = (Part) Test.createStub(Part.class, new Provider());
         try { p.size('x'); } catch (TypeException e) { out.add(e.getMessage()); }`,
        'class Part { public Integer size(String s) { return 0; } }',
        { Provider: PROVIDER },
      ),
      ['Invalid conversion from runtime type String to Integer'],
    );
  });

  it('tell methods without result by void.class', () => {
    assert.deepEqual(
      outputs(
        `Part p = (Part) Test.createStub(Part.class, new Silent()); p.run(); out.add(Silent.isVoid); out.add(void.class);`,
        'class Part { public void run() { } }',
        {
          Silent: `public class Silent implements StubProvider {
            public static Boolean isVoid = false;
            public Object handleMethodCall(Object stub, String name, Type returns, List<Type> types, List<String> names, List<Object> args) {
              isVoid = returns == void.class;
              return null;
            }
          }`,
        },
      ),
      ['true', 'void'],
    );
  });
});
