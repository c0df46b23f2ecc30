import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { bundleProject } from '../../src/web/build/bundle.ts';
import { BuildFailure, type BuildProblem } from '../../src/web/build/problems.ts';
import { readProjectMetadata } from '../../src/web/build/projectMetadata.ts';
import { DemoProject } from './support/demoProject.ts';

const CONSOLE = 'demo/lwc/demoConsole/demoConsole.ts';

describe('bundle of a project', () => {
  const project = new DemoProject();
  after(() => project.remove());

  const build = (of: DemoProject = project) => bundleProject(readProjectMetadata(of.dir), of.modulesDir, 'test');

  /** Builds a copy of the demo project with one change and returns the problems; fails when there are none. */
  async function problemsAfter(change: (copy: DemoProject) => void): Promise<BuildProblem[]> {
    const copy = new DemoProject();
    try {
      change(copy);
      await build(copy);
    } catch (error) {
      assert.ok(error instanceof BuildFailure, String(error));
      return error.problems;
    } finally {
      copy.remove();
    }
    return assert.fail('The build succeeded.');
  }

  it('holds the class of every component, from TypeScript where a stale JavaScript file lies beside it', async () => {
    const { code } = await build();
    assert.match(code, /class DemoConsole extends/);
    assert.match(code, /class DemoConfirm extends/);
    assert.match(code, /class DemoWelcome extends/);
    assert.doesNotMatch(code, /'stale'/);
    assert.ok(
      code.indexOf('attachShadow') < code.indexOf('class DemoConsole extends'),
      'Synthetic shadow must come before the first component.',
    );
  });

  it('names what the components import from the org, with file and line', async () => {
    const { references } = await build();
    assert.deepEqual(
      references.map(({ kind, name, file, line }) => [kind, name, file, line]),
      [
        ['apex', 'DemoController.findUsers', project.path(CONSOLE), 5],
        ['apex', 'DemoController.renameUser', project.path(CONSOLE), 6],
      ],
    );
  });

  it('takes unchanged modules from the cache and gives the same bundle', async () => {
    const first = await build();
    const second = await build();
    assert.equal(second.hash, first.hash);
    assert.equal(second.compiledModules, 0);
  });

  it('reads labels, permissions and user from the boot data, so that no user is built in', async () => {
    const { code } = await build();
    assert.match(code, /label\("Demo_Title"\)/);
    assert.match(code, /customPermission\("DemoEdit"\)/);
    assert.match(code, /boot\.user\.Id/);
  });

  it('resolves locale and time zone from the user and the rest of i18n from the base components', async () => {
    const copy = new DemoProject();
    copy.edit(
      CONSOLE,
      'import title',
      [
        `import locale from '@salesforce/i18n/locale';`,
        `import currency from '@salesforce/i18n/currency';`,
        `console.log(locale, currency);`,
        'import title',
      ].join('\n'),
    );
    const { code } = await build(copy);
    copy.remove();
    assert.match(code, /boot\.user\.LocaleSidKey\.replaceAll/);
    assert.match(code, /"USD"/);
  });

  it('does not depend on the working directory', async () => {
    const before = process.cwd();
    process.chdir(project.dir);
    try {
      assert.match((await build()).code, /class DemoConsole extends/);
    } finally {
      process.chdir(before);
    }
  });

  it('leaves out icon libraries and styles for native shadow', async () => {
    const { code } = await build();
    assert.ok(code.length < 3_000_000, `The bundle has ${code.length} characters.`);
    assert.match(code, /-sprite\/svg\/symbols\.svg/);
  });

  it('refuses every import that the org lacks, by name and all in one go', async () => {
    const refused: [string, RegExp][] = [
      ['lightning/uiRecordApi', /does not implement lightning\/uiRecordApi, which Salesforce has/],
      ['lightning/nothing', /There is no lightning\/nothing/],
      ['lightning/utilsPrivate', /There is no lightning\/utilsPrivate for components/],
      ['lodash', /Salesforce does not resolve "lodash"/],
      ['c/absent', /There is no component "absent"/],
      ['./absent', /There is no file .*absent/],
      ['@salesforce/label/c.Absent', /There is no custom label "Absent"/],
      ['@salesforce/customPermission/Absent', /There is no custom permission "Absent"/],
      ['@salesforce/resourceUrl/absent', /There is no static resource "absent"/],
      ['@salesforce/apex/DemoController', /does not name a method/],
      ['@salesforce/weather/today', /does not implement @salesforce\/weather\/today/],
      ['@salesforce/user/Name', /Salesforce offers Id and isGuest/],
    ];
    const imports = refused.map(([specifier], index) => `import * as m${index} from '${specifier}';`);
    const uses = refused.map((_, index) => `m${index}`).join(', ');
    const problems = await problemsAfter((copy) =>
      copy.edit(CONSOLE, 'import title', `${imports.join('\n')}\nconsole.log(${uses});\nimport title`),
    );
    assert.equal(problems.length, refused.length);
    for (const [index, [specifier, message]] of refused.entries()) {
      const problem = problems.find((candidate) => message.test(candidate.message));
      assert.ok(problem, `Nothing was said of ${specifier}.`);
      assert.ok(problem.file?.endsWith('demoConsole.ts'), specifier);
      assert.equal(problem.line, 9 + index, specifier);
      assert.match(problem.excerpt ?? '', new RegExp(`> +${9 + index} \\|`));
    }
  });

  it('names file, line and column of a syntax error', async () => {
    const [problem] = await problemsAfter((copy) =>
      copy.edit(CONSOLE, "this.searchTerm = '';", 'this.searchTerm = = 1;'),
    );
    assert.ok(problem?.file?.endsWith('demoConsole.ts'));
    assert.equal(problem?.line, 30);
    assert.equal(problem?.column, 27);
    assert.match(problem?.message ?? '', /TS1109: Expression expected/);
  });

  it('names the line of the source, not of the stripped module, when the LWC compiler refuses', async () => {
    const [problem] = await problemsAfter((copy) =>
      copy.edit(CONSOLE, "    failure = '';", "    @api @wire(findUsers) failure = '';"),
    );
    assert.ok(problem?.file?.endsWith('demoConsole.ts'), JSON.stringify(problem));
    assert.equal(problem?.line, 24);
    assert.match(problem?.message ?? '', /LWC\d+/);
  });

  it('names the line of a broken template', async () => {
    const [problem] = await problemsAfter((copy) =>
      copy.edit('demo/lwc/demoConsole/demoConsole.html', '<p lwc:if={errorMessage}', '<p lwc:unless={errorMessage}'),
    );
    assert.ok(problem?.file?.endsWith('demoConsole.html'));
    assert.equal(problem?.line, 8);
  });

  it('refuses a tab whose component Salesforce would not show in a tab', async () => {
    const [problem] = await problemsAfter((copy) =>
      copy.edit('demo/lwc/demoWelcome/demoWelcome.js-meta.xml', 'lightning__Tab', 'lightning__AppPage'),
    );
    assert.match(problem?.message ?? '', /"demoWelcome", whose js-meta\.xml lacks <target>lightning__Tab<\/target>/);
  });

  it('refuses two components of one name', async () => {
    const [problem] = await problemsAfter((copy) => {
      copy.write('other/lwc/demoWelcome/demoWelcome.js', 'export default 1;');
      copy.write('other/lwc/demoWelcome/demoWelcome.js-meta.xml', '<LightningComponentBundle/>');
    });
    assert.match(problem?.message ?? '', /There are two components named "demoWelcome"/);
  });

  it('names line and reason of broken metadata', async () => {
    const [problem] = await problemsAfter((copy) =>
      copy.write('default/tabs/Broken.tab-meta.xml', '<CustomTab>\n<label>x</CustomTab>'),
    );
    assert.ok(problem?.file?.endsWith('Broken.tab-meta.xml'));
    assert.match(problem?.message ?? '', /line 2/);
  });
});
