import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { findRunningServer, startWebHost, type WebHost } from '../../src/web/index.ts';
import { DemoProject } from './support/demoProject.ts';
import { ADMIN, FakeOrg, VIEWER } from './support/fakeOrg.ts';

const JSON_HEADERS = { 'Content-Type': 'application/json' };

describe('server of the page', () => {
  const project = new DemoProject();
  const lines: string[] = [];
  let org = new FakeOrg();
  let web: WebHost;

  before(async () => {
    const proxy = new Proxy({} as FakeOrg, {
      get: (_target, name) => {
        const member: unknown = Reflect.get(org, name);
        return typeof member === 'function' ? (member.bind(org) as unknown) : member;
      },
    });
    web = await startWebHost({
      projectDir: project.dir,
      host: proxy,
      port: 0,
      watch: false,
      log: (line) => lines.push(line),
    });
    await web.ready;
  });
  beforeEach(() => {
    org = new FakeOrg();
  });
  after(async () => {
    await web.close();
    project.remove();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(web.url + path, { headers, redirect: 'manual' });
  const post = (path: string, body: object | string, headers: Record<string, string> = {}) =>
    fetch(web.url + path, {
      method: 'POST',
      headers: { ...JSON_HEADERS, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const messageOf = async (response: Response): Promise<string> =>
    ((await response.json()) as { message: string }).message;

  it('leads to the first tab of the app', async () => {
    const response = await get('/');
    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), '/lightning/n/DemoConsole');
  });

  it('sends a page with app, tabs, users and the boot data of the running user', async () => {
    const text = await (await get('/lightning/n/DemoConsole')).text();
    assert.match(text, /<nav[^>]* aria-label="Demo"/);
    assert.match(text, /href="\/lightning\/n\/DemoWelcome"/);
    assert.match(text, /class="local-org-user__name">Ada Admin</);
    assert.match(text, /data-local-org-state="ready"/);
    const boot = /id="local-org-boot">(.*?)<\/script>/.exec(text)?.[1] ?? '';
    assert.deepEqual((JSON.parse(boot) as { customPermissions: string[] }).customPermissions, ['DemoEdit']);
  });

  it('allows scripts from itself only', async () => {
    const policy = (await get('/lightning/n/DemoConsole')).headers.get('content-security-policy') ?? '';
    assert.match(policy, /script-src 'self'(;|$)/);
    assert.match(policy, /frame-ancestors 'none'/);
  });

  it('escapes what comes from the org', async () => {
    org.personas = () => [{ ...ADMIN, name: '<script>x</script>' }];
    const text = await (await get('/lightning/n/DemoConsole')).text();
    assert.doesNotMatch(text, /<script>x/);
    assert.match(text, /&lt;script&gt;x/);
  });

  it('serves the bundle compressed and for ever, under its hash', async () => {
    const text = await (await get('/lightning/n/DemoConsole')).text();
    const address = /src="(\/bundle\/[0-9a-f]+\.js)"/.exec(text)?.[1] ?? '';
    for (const encoding of ['br', 'gzip', 'identity']) {
      const response = await get(address, { 'Accept-Encoding': encoding });
      assert.equal(response.headers.get('content-encoding'), encoding === 'identity' ? null : encoding);
      assert.match(response.headers.get('cache-control') ?? '', /immutable/);
      assert.match(await response.text(), /class DemoConsole/);
    }
    assert.equal((await get('/bundle/0000.js')).status, 404);
  });

  it('serves icons and styles of the design system, and nothing outside of it', async () => {
    assert.equal((await get('/assets/styles/salesforce-lightning-design-system.min.css')).status, 200);
    assert.match(await (await get('/assets/icons/utility-sprite/svg/symbols.svg')).text(), /id="search"/);
    assert.equal((await get('/assets/..%2f..%2fpackage.json')).status, 404);
    assert.equal((await get('/favicon.ico')).status, 200);
  });

  it('runs Apex as the user of the browser and passes the arguments on', async () => {
    const response = await post('/apex/DemoController.findUsers', { params: { searchTerm: 'ines' }, cacheable: true });
    assert.deepEqual(await response.json(), { value: [{ id: '005000000000003AAA', name: 'Ines Inactive' }] });
    assert.deepEqual(org.calls, [
      {
        userId: ADMIN.userId,
        className: 'DemoController',
        methodName: 'findUsers',
        params: { searchTerm: 'ines' },
        cacheable: true,
      },
    ]);
  });

  it('answers an Apex exception in the shape of Salesforce, its stack trace in the terminal only', async () => {
    const response = await post('/apex/DemoController.forbidden', { params: {} });
    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), {
      message: 'You may not do this.',
      exceptionType: 'System.AuraHandledException',
      isUserDefinedException: false,
      stackTrace: '',
    });
    assert.ok(lines.some((line) => line.includes('Class.Demo: line 1')));
  });

  it('switches the running user for one browser, and only to one of the menu', async () => {
    const response = await post('/local-org/switch', { userId: VIEWER.userId });
    const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    assert.match(response.headers.get('set-cookie') ?? '', /HttpOnly; SameSite=Strict/);
    assert.match(
      await (await get('/lightning/n/DemoConsole', { cookie })).text(),
      /class="local-org-user__name">Vera Viewer</,
    );
    await post('/apex/DemoController.findUsers', { params: {} }, { cookie });
    assert.equal(org.calls.at(-1)?.userId, VIEWER.userId);
    assert.match(await (await get('/lightning/n/DemoConsole')).text(), /class="local-org-user__name">Ada Admin</);
    assert.equal((await post('/local-org/switch', { userId: '005000000000099AAA' })).status, 404);
  });

  it('offers a tab that Salesforce would hide, and says so', async () => {
    const cookie =
      ((await post('/local-org/switch', { userId: VIEWER.userId })).headers.get('set-cookie') ?? '').split(';')[0] ??
      '';
    const text = await (await get('/lightning/n/DemoConsole', { cookie })).text();
    assert.match(text, /Welcome \(hidden from this user on Salesforce\)/);
  });

  it('lists the mails, resets the data, answers queries and anonymous Apex', async () => {
    org.sent = [{ id: '1', to: ['a@example.invalid'], subject: 'Hello', sentAt: '2026-11-21T10:00:00Z', body: 'Text' }];
    assert.deepEqual(await (await get('/local-org/mail')).json(), { mails: org.sent });
    assert.equal((await post('/local-org/query', { soql: 'SELECT Name FROM User' })).status, 200);
    assert.equal(((await (await post('/local-org/exec', { code: 'x' })).json()) as { success: boolean }).success, true);
    assert.equal((await post('/local-org/reset', {})).status, 200);
    assert.equal(org.resets, 1);
  });

  it('answers a refused query with its reason', async () => {
    const response = await post('/local-org/query', { soql: 'DELETE' });
    assert.equal(response.status, 400);
    assert.equal(await messageOf(response), "unexpected token: 'DELETE'");
    assert.equal(await messageOf(await post('/local-org/query', {})), 'The request lacks "soql".');
    assert.match(await messageOf(await post('/local-org/query', 'not json')), /is not JSON/);
  });

  it('answers a fault of the host in one line, without a stack', async () => {
    org.mails = () => {
      throw new Error('The table is gone');
    };
    const response = await get('/local-org/mail');
    assert.equal(response.status, 500);
    assert.equal(await messageOf(response), 'The local org failed inside: The table is gone');
  });

  it('answers to names of this machine only', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(web.url);
      httpRequest(
        { host: '127.0.0.1', port, path: '/local-org/users', headers: { Host: `evil.example:${port}` } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    assert.equal(status, 403);
  });

  it('takes no POST from pages of other origins, and none that a form could send', async () => {
    const foreign = await post('/local-org/reset', {}, { Origin: 'https://evil.example' });
    assert.equal(foreign.status, 403);
    const form = await post('/local-org/reset', '{}', { 'Content-Type': 'text/plain' });
    assert.equal(form.status, 415);
    assert.equal(org.resets, 0);
    assert.equal((await post('/local-org/reset', {}, { Origin: web.url })).status, 200);
  });

  it('says what it does not have', async () => {
    const response = await get('/nowhere');
    assert.equal(response.status, 404);
    assert.equal(await messageOf(response), 'The local org has nothing at GET /nowhere.');
  });

  it('leaves a note by which the command line finds it', async () => {
    assert.equal((await findRunningServer(project.dir))?.url, web.url);
    const note = JSON.parse(readFileSync(join(project.dir, '.local-org', 'server.json'), 'utf8')) as { pid: number };
    assert.equal(note.pid, process.pid);
    assert.equal(await findRunningServer(join(project.dir, 'force-app')), null);
  });

  it('shows a problem of the Apex imports with file and line, and recovers', async () => {
    org.unresolved = ({ name }) =>
      name.endsWith('.renameUser') ? 'DemoController has no @AuraEnabled method renameUser.' : null;
    const failed = await (await get('/lightning/n/DemoConsole')).text();
    assert.match(failed, /data-local-org-state="failed"/);
    assert.match(failed, /demoConsole\.ts:6/);
    assert.match(failed, /DemoController has no @AuraEnabled method renameUser\./);
    org.unresolved = () => null;
    assert.match(await (await get('/lightning/n/DemoConsole')).text(), /data-local-org-state="ready"/);
  });
});

describe('start of the server', () => {
  const project = new DemoProject();
  after(() => project.remove());

  it('says in one line that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await assert.rejects(startWebHost({ projectDir: project.dir, host: new FakeOrg(), port, log: () => undefined }), {
      message: `Port ${port} is taken by another program: stop it, or choose another port with --port N.`,
    });
    other.close();
  });

  it('says in one line that a folder is no project', async () => {
    await assert.rejects(
      startWebHost({ projectDir: project.path('default'), host: new FakeOrg(), port: 0 }),
      /No sfdx-project\.json in .*: start the local org in the folder of a Salesforce DX project\./,
    );
  });

  it('listens while the org is starting, and shows why when it cannot', async () => {
    let fail: (error: Error) => void = () => undefined;
    const host = new Promise<FakeOrg>((_resolve, reject) => (fail = reject));
    const web = await startWebHost({ projectDir: project.dir, host, port: 0, watch: false, log: () => undefined });
    try {
      assert.match(await (await fetch(`${web.url}/lightning/n/DemoConsole`)).text(), /The org is starting\./);
      const refused = await fetch(`${web.url}/local-org/mail`);
      assert.equal(refused.status, 503);
      fail(new Error('Foo.cls:3:5 Unexpected token'));
      await web.ready;
      assert.match(
        await (await fetch(`${web.url}/lightning/n/DemoConsole`)).text(),
        /The org could not start: Foo\.cls:3:5/,
      );
    } finally {
      await web.close();
    }
    assert.ok(!existsSync(join(project.dir, '.local-org', 'server.json')), 'The note of the server must be gone.');
  });

  it('takes the bundle of an earlier start from the disk', async () => {
    const lines: string[] = [];
    const start = async (): Promise<number> => {
      const began = performance.now();
      const web = await startWebHost({
        projectDir: project.dir,
        host: new FakeOrg(),
        port: 0,
        watch: false,
        log: (line) => lines.push(line),
      });
      await web.ready;
      await web.close();
      return performance.now() - began;
    };
    await start();
    lines.length = 0;
    const warm = await start();
    assert.deepEqual(lines, []);
    assert.ok(warm < 2000, `The second start took ${Math.round(warm)} ms.`);
  });
});
