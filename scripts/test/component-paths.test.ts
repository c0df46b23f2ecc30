import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findComponents, pathsConfig } from '../lwc/component-paths.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('each component gets its own path, in the order of their names', (context) => {
  const root = temporaryFolder(context, {
    'sfdx-project.json': '{"packageDirectories":[{"path":"force-app","default":true},{"path":"more"}]}',
    'force-app/main/b/lwc/second/second.ts': '',
    'force-app/main/a/lwc/third/third.ts': '',
    'more/main/lwc/first/first.ts': '',
    'force-app/main/a/lwc/plain/plain.js': '',
  });
  const components = findComponents(root);
  assert.deepEqual(
    components.map((component) => component.name),
    ['first', 'second', 'third'],
  );
  assert.deepEqual(JSON.parse(pathsConfig(components)), {
    compilerOptions: {
      paths: {
        'c/first': ['../more/main/lwc/first/first.ts'],
        'c/second': ['../force-app/main/b/lwc/second/second.ts'],
        'c/third': ['../force-app/main/a/lwc/third/third.ts'],
      },
    },
  });
});
