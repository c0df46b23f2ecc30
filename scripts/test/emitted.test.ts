import assert from 'node:assert/strict';
import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { cleanEmitted, findEmitProblems } from '../lwc/emitted.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CARD = 'force-app/main/console/lwc/card';
const COMPILED = 'export default class Card extends LightningElement {}';

function project(context: TestContext, files: Record<string, string>): string {
  return temporaryFolder(context, {
    'sfdx-project.json': '{"packageDirectories":[{"path":"force-app","default":true}]}',
    [`${CARD}/card.ts`]: 'export default class Card extends LightningElement {}',
    [`${CARD}/card.html`]: '<template></template>',
    [`${CARD}/__tests__/card.test.ts`]: '',
    ...files,
  });
}

test('a compiled component is fine, and its tests need no JavaScript', (context) => {
  assert.deepEqual(findEmitProblems(project(context, { [`${CARD}/card.js`]: COMPILED })), []);
});

test('a component that was not compiled is named', (context) => {
  const [problem] = findEmitProblems(project(context, {}));
  assert.match(problem ?? '', /card\.js is missing: .*card\.ts was not compiled/);
});

test('JavaScript older than its source is named', (context) => {
  const root = project(context, { [`${CARD}/card.js`]: COMPILED });
  utimesSync(join(root, CARD, 'card.js'), new Date(0), new Date(0));
  const [problem] = findEmitProblems(root);
  assert.match(problem ?? '', /card\.js is older than .*card\.ts/);
});

test('JavaScript without a class is named', (context) => {
  const [problem] = findEmitProblems(project(context, { [`${CARD}/card.js`]: 'export {};' }));
  assert.match(problem ?? '', /card\.js holds no default class/);
});

test('a module without a template needs no class', (context) => {
  const folder = 'force-app/main/default/lwc/words';
  const root = project(context, {
    [`${CARD}/card.js`]: COMPILED,
    [`${folder}/words.ts`]: 'export const WORD = 1;',
    [`${folder}/words.js`]: 'export const WORD = 1;',
  });
  assert.deepEqual(findEmitProblems(root), []);
});

test('cleaning deletes compiled JavaScript, orphans too, and leaves sources and tests', (context) => {
  const root = project(context, {
    [`${CARD}/card.js`]: COMPILED,
    [`${CARD}/gone.js`]: COMPILED,
    [`${CARD}/__tests__/data.js`]: '',
  });
  cleanEmitted(root);
  const left = ['card.js', 'gone.js', 'card.ts', '__tests__/data.js'].map((file) => existsSync(join(root, CARD, file)));
  assert.deepEqual(left, [false, false, true, true]);
});
