import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileSources } from './compileSources.ts';

const HIDDEN = `public virtual class Hidden {
    private static Integer secret;
    @TestVisible private static Integer seen;
    protected Integer inherited;
    private class Part { }
    @TestVisible private class Piece { }
    @TestVisible Hidden(Integer i) { }
    public Hidden() { }
    void own() { }
    protected virtual void offered() { }
}`;

/** The problem of one statement in another class; null when it is allowed. */
function problemOf(statement: string, { isTest = false, parent = '' } = {}): string | null {
  const head = isTest ? '@IsTest private class Other' : `public class Other${parent}`;
  const result = compileSources({ Hidden: HIDDEN, Other: `${head} { void run() { ${statement} } }` });
  return result.diagnostics.map(({ code }) => code).join() || null;
}

// Each verdict is that of Salesforce's compiler front end (package @salesforce/code-analyzer-sfge-engine).
describe('visibility', () => {
  it('hides private members of other files', () => {
    assert.equal(problemOf('Integer i = Hidden.secret;'), 'APX0205');
    assert.equal(problemOf('Integer i = Hidden.seen;'), 'APX0205');
    assert.equal(problemOf('Hidden.Part p;'), 'APX0206');
    assert.equal(problemOf('new Hidden().own();'), 'APX0304');
    assert.equal(problemOf('new Hidden(1);'), 'APX0312');
  });

  it('shows tests what is marked with @TestVisible, and nothing else', () => {
    assert.equal(problemOf('Integer i = Hidden.seen;', { isTest: true }), null);
    assert.equal(problemOf('Hidden.Piece p;', { isTest: true }), null);
    assert.equal(problemOf('new Hidden(1);', { isTest: true }), null);
    assert.equal(problemOf('Integer i = Hidden.secret;', { isTest: true }), 'APX0205');
    assert.equal(problemOf('Hidden.Part p;', { isTest: true }), 'APX0206');
  });

  it('shows protected members to subclasses only', () => {
    assert.equal(problemOf('new Hidden().inherited = 1;'), 'APX0205');
    assert.equal(problemOf('this.inherited = 1; offered();', { parent: ' extends Hidden' }), null);
  });
});
