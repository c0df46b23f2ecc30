import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { compileProject } from '../../src/org/compileProject.ts';
import { removeDirectory, temporaryDirectory } from '../temporaryDirectory.ts';

const META =
  '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>\n';

/** The problems of a project of these files, as `local-org check` prints them. */
function problemsOf(files: Readonly<Record<string, string | Buffer>>): string[] {
  const directory = temporaryDirectory('bad-project');
  for (const [path, text] of Object.entries(files)) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (path.endsWith('.cls')) writeFileSync(`${file}-meta.xml`, META);
  }
  const { problems } = compileProject(readProjectSources(directory), join(directory, '.cache'));
  removeDirectory(directory);
  return problems.map(({ path, line, column, code, text }) => `${path}:${line}:${column} ${code} ${text}`);
}

/** One error, in that file and line. */
const CASES: readonly (readonly [what: string, files: Record<string, string | Buffer>, problem: RegExp])[] = [
  [
    'a syntax error',
    { 'classes/A.cls': 'public class A {\n void f() {\n  Integer i = 1\n }\n}' },
    /^classes\/A\.cls:4:2 APX0001 Missing ';'/,
  ],
  [
    'a circle of superclasses',
    {
      'classes/A.cls': 'public virtual class A extends C { }',
      'classes/B.cls': 'public virtual class B extends A { }',
      'classes/C.cls': 'public virtual class C extends B { }',
    },
    /^classes\/A\.cls:1:22 APX0110 Circular definition/,
  ],
  [
    'a class that is not UTF-8',
    { 'classes/A.cls': Buffer.from("public class A {\n  // caf\u00e9\n  String s = '\u00e9';\n}", 'latin1') },
    /^classes\/A\.cls:2:9 APX0001 The file is not valid UTF-8$/,
  ],
  [
    'a class in UTF-16',
    { 'classes/A.cls': Buffer.from('\uFEFFpublic class A { }', 'utf16le') },
    /:1:1 APX0001 .*UTF-8$/,
  ],
  [
    'code that is nested too deeply',
    { 'classes/A.cls': `public class A { Integer i = ${'('.repeat(5000)}1${')'.repeat(5000)}; }` },
    /^classes\/A\.cls:1:1 APX0001 The code is nested too deeply/,
  ],
  [
    'a malformed object',
    { 'objects/X__c/X__c.object-meta.xml': '<?xml version="1.0"?>\n<CustomObject>\n<label>X</lab>\n</CustomObject>' },
    /^objects\/X__c\/X__c\.object-meta\.xml:3:\d+ SCH0101 Not well-formed XML: .*'label'/,
  ],
  [
    'malformed labels',
    {
      'labels/L.labels-meta.xml':
        '<?xml version="1.0"?>\n<CustomLabels>\n<labels><fullName>A</fullName>\n</CustomLabels>',
    },
    /^labels\/L\.labels-meta\.xml:4:\d+ SCH0101 /,
  ],
  [
    'a malformed permission set',
    { 'permissionsets/P.permissionset-meta.xml': '<?xml version="1.0"?>\n<PermissionSet>\n<label>P</label>\n' },
    /^permissionsets\/P\.permissionset-meta\.xml:\d+:\d+ SCH0101 /,
  ],
  [
    'a permission set in metadata format',
    { 'permissionsets/P.permissionset': '<?xml version="1.0"?>\n<PermissionSet>\n<label>P</lab>\n</PermissionSet>' },
    /^permissionsets\/P\.permissionset:3:\d+ SCH0101 /,
  ],
  [
    'metadata that is not UTF-8',
    {
      'labels/L.labels-meta.xml': Buffer.from(
        '<?xml version="1.0"?>\n<CustomLabels>\n<!-- \u00e9 -->\n</CustomLabels>',
        'latin1',
      ),
    },
    /^labels\/L\.labels-meta\.xml:3:6 PRJ0003 The file is not valid UTF-8/,
  ],
];

describe('a project with', () => {
  for (const [what, files, problem] of CASES) {
    it(`${what} gets one error that names file and line`, () => {
      const problems = problemsOf(files);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', problem);
    });
  }

  it('texts beside its metadata has no problem', () => {
    const files = { 'README.md': '# A project', 'classes/docs/A.md': '# A', 'staticresources/notes/B.C.txt': 'text' };
    assert.deepEqual(problemsOf(files), []);
  });

  it('a class of 10,000 lines compiles', () => {
    const method = (index: number): string =>
      `  public Integer m${index}(Integer i) {\n    return i + ${index};\n  }\n`;
    const text = `public class A {\n${Array.from({ length: 3333 }, (_, index) => method(index)).join('')}}\n`;
    assert.ok(text.split('\n').length > 10_000);
    assert.deepEqual(problemsOf({ 'classes/A.cls': text }), []);
  });
});
