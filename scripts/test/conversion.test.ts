import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findComponents, writePathsConfig } from '../lwc/component-paths.ts';
import { cleanEmitted, findEmitProblems } from '../lwc/emitted.ts';
import { PROJECT_ROOT } from '../project/root.ts';
import { COMMANDS } from '../project/run.ts';

const COPIED = ['force-app', 'types', 'sfdx-project.json', '.forceignore', 'package.json'];

/** What `sf` would send to an org, made from a copy so that nothing is left in the project. */
describe('the package that is deployed', () => {
  let root: string;

  before(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'reinstate-convert-')));
    for (const path of COPIED) cpSync(join(PROJECT_ROOT, path), join(root, path), { recursive: true });
    symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
    cleanEmitted(root);
    writePathsConfig(root);
    spawnSync(process.execPath, [COMMANDS.tsc, '-p', 'force-app/tsconfig.emit.json'], { cwd: root });
    const { status, stderr } = spawnSync(
      process.execPath,
      [COMMANDS.sf, 'project', 'convert', 'source', '--output-dir', 'converted'],
      { cwd: root, encoding: 'utf8', env: { ...process.env, SF_SKIP_NEW_VERSION_CHECK: 'true' } },
    );
    assert.equal(status, 0, stderr);
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  const manifestMembers = (type: string): string[] => {
    const manifest = readFileSync(join(root, 'converted', 'package.xml'), 'utf8');
    const block = manifest.split('<types>').find((part) => part.includes(`<name>${type}</name>`)) ?? '';
    return [...block.matchAll(/<members>(.*?)<\/members>/g)].map((match) => match[1] ?? '').sort();
  };
  const names = (pattern: string): string[] =>
    globSync(pattern, { cwd: join(root, 'force-app') })
      .map((file) => basename(file).split('.')[0] ?? '')
      .sort();

  it('compiles every component', () => {
    assert.deepEqual(findEmitProblems(root), []);
  });

  it('names every class, trigger, permission and component in its manifest', () => {
    assert.deepEqual(manifestMembers('ApexClass'), names('**/*.cls'));
    assert.deepEqual(manifestMembers('ApexTrigger'), names('**/*.trigger'));
    assert.deepEqual(manifestMembers('PermissionSet'), names('**/*.permissionset-meta.xml'));
    assert.deepEqual(manifestMembers('CustomPermission'), names('**/*.customPermission-meta.xml'));
    assert.deepEqual(
      manifestMembers('LightningComponentBundle'),
      findComponents(root).map((component) => component.name),
    );
    assert.ok(manifestMembers('ApexClass').length > 0);
    assert.ok(manifestMembers('LightningComponentBundle').includes('reinstateConsole'));
  });

  it('holds the compiled JavaScript of each component, and no TypeScript, test or setting', () => {
    const files = globSync('**/*', { cwd: join(root, 'converted') }).map((file) => file.replaceAll('\\', '/'));
    for (const { name } of findComponents(root)) assert.ok(files.includes(`lwc/${name}/${name}.js`), name);
    assert.deepEqual(
      files.filter((file) => /\.ts$|__tests__|tsconfig|jest-mocks/.test(file)),
      [],
    );
  });

  it('is of API version 67.0', () => {
    assert.match(readFileSync(join(root, 'converted', 'package.xml'), 'utf8'), /<version>67\.0<\/version>/);
  });
});
