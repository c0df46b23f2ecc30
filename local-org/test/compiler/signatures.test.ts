import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auraMethods, generateApexTypes } from '../../src/compiler/signatures.ts';
import { compileValid } from './compileSources.ts';

const SOURCES = {
  RowController: `public class RowController {
    public class Row { @AuraEnabled public Id rowId; @AuraEnabled public List<Part> parts { get; set; } public String hidden; }
    public class Part { @AuraEnabled public Map<String, Decimal> sizes; @AuraEnabled public Datetime at; @AuraEnabled public Kind kind; }
    public enum Kind { SMALL, LARGE }
    @AuraEnabled(cacheable=true) public static List<Row> find(String term, Integer size) { return null; }
    @AuraEnabled public static void reset() { }
    public static void ignored() { }
  }`,
};

describe('signatures', () => {
  it('lists the methods that components can import', () => {
    assert.deepEqual(auraMethods(compileValid(SOURCES).units), [
      {
        className: 'RowController',
        name: 'find',
        isCacheable: true,
        params: [
          { name: 'term', type: 'String' },
          { name: 'size', type: 'Integer' },
        ],
        returns: 'List<RowController.Row>',
      },
      { className: 'RowController', name: 'reset', isCacheable: false, params: [], returns: 'void' },
    ]);
  });

  it('declares a module for each method and an interface for each class on the wire', () => {
    const text = generateApexTypes(compileValid(SOURCES).units);
    assert.match(text, /declare module '@salesforce\/apex\/RowController\.find'/);
    assert.match(
      text,
      /const method: ApexMethod<\{ term\?: string \| null; size\?: number \| null \}, RowControllerRow\[\] \| null>;/,
    );
    assert.match(text, /const method: ApexMethodWithoutParams<void>;/);
    assert.match(
      text,
      /interface RowControllerRow \{\n {4}rowId: string \| null;\n {4}parts: RowControllerPart\[\] \| null;\n\}/,
    );
    assert.match(
      text,
      /sizes: Record<string, number \| null> \| null;\n {4}at: string \| null;\n {4}kind: 'SMALL' \| 'LARGE' \| null;/,
    );
    assert.doesNotMatch(text, /hidden|ignored/);
  });
});
