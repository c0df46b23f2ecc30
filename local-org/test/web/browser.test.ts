/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { startWebHost, type WebHost } from '../../src/web/index.ts';
import { DemoProject } from './support/demoProject.ts';
import { FakeOrg } from './support/fakeOrg.ts';
import { launchBrowser, openPage } from './support/page.ts';

const CONSOLE = '/lightning/n/DemoConsole';
const CONSOLE_SOURCE = 'demo/lwc/demoConsole/demoConsole.ts';

describe('page in a browser', { timeout: 240_000 }, () => {
  const project = new DemoProject();
  const org = new FakeOrg();
  let web: WebHost;
  let browser: Browser;

  before(async () => {
    browser = await launchBrowser();
    web = await startWebHost({ projectDir: project.dir, host: org, port: 0, watch: true, log: () => undefined });
  });
  beforeEach(() => org.reset());
  after(async () => {
    await browser?.close();
    await web?.close();
    project.remove();
  });

  /** What axe finds on the page, but for what is not the shell's affair. */
  const findings = async (page: Page): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .exclude('[data-local-org-tab]')
      .disableRules('page-has-heading-one')
      .analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
  };

  const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

  it('says that it is building and then shows the component, without being asked again', async () => {
    const { page, errors } = await openPage(browser, web, CONSOLE);
    await page.getByRole('paragraph').getByText('Compiling the Lightning web components').waitFor();
    await rowOf(page, 'Ines Inactive').waitFor({ timeout: 60_000 });
    await page.getByText('Users of the demo').waitFor();
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('renders base components with styles and icons of the design system', async () => {
    const { page } = await openPage(browser, web, CONSOLE);
    const button = page.getByRole('button', { name: 'Rename' });
    await button.waitFor();
    assert.equal(await button.evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(1, 118, 211)');
    const icon = page.locator('lightning-card use').first();
    assert.match((await icon.getAttribute('href')) ?? '', /\/assets\/icons\/standard-sprite\/svg\/symbols\.svg#user/);
    await page.close();
  });

  it('calls Apex by wire with reactive parameters and imperatively, refreshes, opens a modal and shows a toast', async () => {
    const { page, errors } = await openPage(browser, web, CONSOLE);
    await rowOf(page, 'Igor Inactive').waitFor();
    await page.getByLabel('Search').fill('ines');
    await rowOf(page, 'Igor Inactive').waitFor({ state: 'detached' });
    assert.equal(org.calls.at(-1)?.cacheable, true);
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('button', { name: 'Rename user' }).click();
    await page.getByText('The user has a new name.').waitFor();
    await rowOf(page, 'Ines Inactive').waitFor({ state: 'detached' });
    assert.equal(org.calls.find(({ methodName }) => methodName === 'renameUser')?.cacheable, false);
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('follows a navigation of a component, and back, without loading the page again', async () => {
    const { page } = await openPage(browser, web, CONSOLE);
    await page.evaluate(() => (window.name = 'same page'));
    await page.getByRole('button', { name: 'Welcome' }).click();
    await page.getByText('The second tab.').waitFor();
    assert.equal(new URL(page.url()).pathname, '/lightning/n/DemoWelcome');
    assert.equal(await page.getByRole('link', { name: 'Welcome' }).getAttribute('aria-current'), 'page');
    await page.goBack();
    await rowOf(page, 'Ines Inactive').waitFor();
    assert.equal(await page.evaluate(() => window.name), 'same page');
    await page.close();
  });

  it('says what Salesforce would show at an address of its own', async () => {
    const { page } = await openPage(browser, web, '/lightning/setup/CompanyProfileInfo/home');
    await page.getByRole('heading', { name: 'This is a page of Setup' }).waitFor();
    await page.getByRole('link', { name: 'Back to the app' }).click();
    await rowOf(page, 'Ines Inactive').waitFor();
    await page.close();
  });

  it('switches the running user in the menu, with the keyboard', async () => {
    const { page } = await openPage(browser, web, CONSOLE);
    await page.getByRole('button', { name: 'Rename' }).waitFor();
    await page.getByRole('button', { name: 'Running user: Ada Admin' }).focus();
    await page.keyboard.press('Enter');
    assert.equal(
      await page.getByRole('menuitemradio', { name: 'Ada Admin Administrator' }).getAttribute('aria-checked'),
      'true',
    );
    assert.deepEqual(await findings(page), []);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Running user: Vera Viewer' }).waitFor();
    await page.getByText('005000000000002AAA').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Rename' }).count(), 0);
    await page.close();
  });

  it('lists and opens the mails that the org sent', async () => {
    org.sent = [
      {
        id: '1',
        to: ['ines@example.invalid'],
        subject: 'Your new password',
        sentAt: '2026-11-21T10:00:00Z',
        body: 'Choose one.',
      },
      {
        id: '2',
        to: ['igor@example.invalid'],
        subject: 'Welcome back',
        sentAt: '2026-11-20T10:00:00Z',
        body: '<b>Hi</b><script>document.body.textContent = "Script ran"</script>',
        isHtml: true,
      },
    ];
    const { page, errors } = await openPage(browser, web, CONSOLE);
    await page.getByRole('link', { name: 'Mail' }).click();
    const message = page.getByRole('region', { name: 'Message' });
    await message.getByText('Choose one.').waitFor();
    await page.getByRole('button', { name: /Welcome back/ }).click();
    await message.getByRole('heading', { name: 'Welcome back' }).waitFor();
    assert.equal(await message.frameLocator('iframe').getByText('Hi').innerText(), 'Hi');
    assert.deepEqual(await findings(page), []);
    assert.equal(errors.length, 1);
    assert.match(errors[0] ?? '', /inline script violates the following Content Security Policy/);
    await page.close();
  });

  it('resets the data after a confirmation and loads the page again', async () => {
    org.users = [{ id: '005000000000005AAA', name: 'Only One' }];
    const { page } = await openPage(browser, web, CONSOLE);
    await rowOf(page, 'Only One').waitFor();
    const resets = org.resets;
    await page.getByRole('region', { name: 'Local org' }).getByRole('button', { name: 'Reset data' }).click();
    await page.getByRole('dialog', { name: 'Reset data' }).getByRole('button', { name: 'Cancel' }).click();
    assert.equal(org.resets, resets);
    await page.getByRole('region', { name: 'Local org' }).getByRole('button', { name: 'Reset data' }).click();
    await page.getByRole('dialog', { name: 'Reset data' }).getByRole('button', { name: 'Reset data' }).click();
    await rowOf(page, 'Ines Inactive').waitFor();
    assert.equal(org.resets, resets + 1);
    await page.close();
  });

  it('shows a broken source with file, line and message, and comes back with the next good save', async () => {
    const { page } = await openPage(browser, web, CONSOLE);
    await rowOf(page, 'Ines Inactive').waitFor();
    project.edit(CONSOLE_SOURCE, 'canEdit === true', 'canEdit === === true');
    await page.getByText(/demoConsole\.ts:21:\d+/).waitFor({ timeout: 30_000 });
    await page.getByText('TS1109: Expression expected.').waitFor();
    assert.deepEqual(await findings(page), []);
    project.edit(CONSOLE_SOURCE, 'canEdit === === true', 'canEdit !== true');
    await rowOf(page, 'Ines Inactive').waitFor({ timeout: 60_000 });
    assert.equal(await page.getByRole('button', { name: 'Rename' }).count(), 0);
    project.edit(CONSOLE_SOURCE, 'canEdit !== true', 'canEdit === true');
    await page.getByRole('button', { name: 'Rename' }).waitFor({ timeout: 30_000 });
    await page.close();
  });

  it('sees a component that is added while it runs', async () => {
    const { page } = await openPage(browser, web, CONSOLE);
    await rowOf(page, 'Ines Inactive').waitFor();
    project.write('added/lwc/demoAdded/demoAdded.ts', "export const ADDED = 'from a new folder';");
    project.write(
      'added/lwc/demoAdded/demoAdded.js-meta.xml',
      '<LightningComponentBundle><apiVersion>67.0</apiVersion></LightningComponentBundle>',
    );
    project.edit(CONSOLE_SOURCE, 'import DemoConfirm', "import { ADDED } from 'c/demoAdded';\nimport DemoConfirm");
    project.edit(CONSOLE_SOURCE, "failure = '';", 'failure = ADDED;');
    await page.getByText('from a new folder').waitFor({ timeout: 60_000 });
    await page.close();
  });

  it('shows an error that no component caught', async () => {
    const { page } = await openPage(browser, web, CONSOLE);
    await rowOf(page, 'Ines Inactive').waitFor();
    await page.evaluate(() => void Promise.reject(new Error('Nobody caught me')));
    await page.getByRole('alert').getByText('A component failed: Nobody caught me').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
    assert.equal(await page.getByRole('alert').count(), 0);
    await page.close();
  });
});
