import { expect, test } from './fixtures.ts';
import { ActivityTab } from './pages/ActivityTab.ts';
import type { Shell } from './pages/Shell.ts';

/** Each of them restores, reads and looks at pages: more than one minute on a busy machine. */
test.slow();

/** Plans a restore of a user behind the page and returns the name: a plan is an attempt as well. */
async function planBehind(shell: Shell, reason: string): Promise<string> {
  const [user] = await shell.query<{ Id: string; Name: string }>(
    `SELECT Id, Name FROM User WHERE IsActive = FALSE AND UserType = 'Standard' AND Profile.UserLicense.Name = 'Salesforce Platform' AND Profile.PermissionsModifyAllData = FALSE ORDER BY LastLoginDate DESC NULLS LAST LIMIT 1`,
  );
  if (!user) throw new Error('The sample has no such user.');
  await shell.apex(`
    RestoreOptions options = new RestoreOptions();
    options.reason = '${reason}';
    RestoreController.plan(new List<Id>{ '${user.Id}' }, options);`);
  return user.Name;
}

test('filters stand as pills, can be removed one by one, and say when nothing fits', async ({
  console,
  page,
  look,
}) => {
  await console.open();
  const row = await console.pinned(console.readyRow);
  const name = await row.getByRole('button', { name: /^Open / }).innerText();
  await console.restoreInRow(row);
  const activity = new ActivityTab(page);
  await activity.open();
  await expect(activity.record(name)).toBeVisible();

  await activity.choose('Kind', 'Restore');
  await page.getByRole('searchbox', { name: 'User (name or Id)' }).fill(name.slice(0, 4));
  await expect(activity.pills).toHaveCount(2);
  await expect(activity.record(name)).toBeVisible();
  await look('activity-1-filters');

  await activity.choose('Status', 'Failed');
  await expect(page.getByText('No record fits these filters')).toBeVisible();
  await look('activity-2-nothing-fits');
  await page.getByRole('button', { name: 'Remove filter Status: Failed' }).click();
  await expect(activity.record(name)).toBeVisible();
  await page.getByRole('button', { name: 'Clear Filters' }).click();
  await expect(activity.pills).toHaveCount(0);
});

test('a record tells what stood before, what came of it, and is checked again', async ({ console, page, look }) => {
  await console.open();
  const row = await console.pinned(console.readyRow);
  const name = await row.getByRole('button', { name: /^Open / }).innerText();
  await console.restoreInRow(row);
  const activity = new ActivityTab(page);
  await activity.open();
  const record = activity.record(name);
  await activity.showDetails(record);

  const active = record.locator('[data-state="Active"]');
  await expect(active).toContainText('No');
  await expect(active).toContainText('Yes');
  await expect(record.locator('[data-section="plan"]')).toContainText('Done');
  await expect(record.locator('[data-check="active"]')).toHaveAttribute('data-answer', 'yes');
  await record.getByRole('button', { name: `Check Again: ${name}` }).click();
  await expect(activity.announcement).toHaveText('The checks were answered again.');
  await look('activity-3-detail');

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(active).toBeVisible();
  await look('activity-4-detail-phone');
});

test('an undo from Activity says first what stays, and takes the user back', async ({ console, shell, page, look }) => {
  await console.open();
  const row = await console.pinned(console.readyRow);
  const userId = await row.getAttribute('data-user-id');
  const name = await row.getByRole('button', { name: /^Open / }).innerText();
  await console.restoreInRow(row);
  const activity = new ActivityTab(page);
  await activity.open();
  await activity
    .record(name)
    .getByRole('button', { name: `Undo restore of ${name}` })
    .click();

  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-effect="goesAway"]')).toBeVisible();
  await look('activity-5-undo');
  await dialog.getByRole('button', { name: `Undo restore of ${name}` }).click();
  await expect(dialog.getByText(/was undone/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  await expect(activity.announcement).toContainText('was undone');
  await expect(activity.record(name, 'Undo')).toBeVisible();
  await expect(activity.record(name)).toContainText('This restore was undone on');
  const [user] = await shell.query<{ IsActive: boolean }>(`SELECT IsActive FROM User WHERE Id = '${userId}'`);
  expect(user?.IsActive).toBe(false);
});

test('the export names its filter and count, and holds no formula', async ({ console, shell, page }) => {
  await console.open();
  const name = await planBehind(shell, '=HYPERLINK("http://evil.example")');
  const activity = new ActivityTab(page);
  await activity.open();
  await expect(activity.record(name)).toContainText('=HYPERLINK');
  await activity.choose('Kind', 'Restore');
  await expect(activity.pills).toHaveCount(1);

  const { name: fileName, text } = await activity.export();

  expect(fileName).toMatch(/^reinstate-activity-.*\.csv$/);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text).toContain('"Filter","Kind: Restore"');
  expect(text).toContain('"Rows","1","Every record that fits the filter is in this file."');
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(text).not.toMatch(/(^|,)"[=+@-]/m);
  await expect(activity.announcement).toHaveText('Records exported: 1.');
});

test('settings are saved, refused in words, and locked for whom they are none of the business', async ({
  console,
  shell,
  page,
  look,
}) => {
  await console.open();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByText('A reason is required', { exact: true }).click();
  await page.getByLabel('Profiles', { exact: true }).fill('No Such Profile');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'No profile is called No Such Profile' })).toBeVisible();
  await page.getByLabel('Profiles', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The settings were saved.')).toBeVisible();
  await look('settings-1-saved');

  const activity = new ActivityTab(page);
  await activity.open();
  await activity.choose('Kind', 'Settings');
  await activity.showDetails(activity.records.first());
  await expect(activity.records.first().locator('[data-section="states"]')).toContainText('true');

  await shell.switchTo('Auditor');
  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(page.getByText('Reinstate Configure (ReinstateConfigure)')).toBeVisible();
  await expect(page.getByLabel('A ticket is required')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  await look('settings-2-read-only');
});

test('the baseline names its cost before it is switched on, and the audit trail is read with progress', async ({
  console,
  page,
  look,
}) => {
  await console.open();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Switch On…' }).click();
  await expect(page.locator('[data-estimate]')).toContainText('of data storage');
  await look('settings-3-baseline');
  await page.getByRole('button', { name: 'Switch On', exact: true }).click();
  await expect(page.locator('c-reinstate-baseline [data-state]')).toHaveText('On');
  await page.getByRole('button', { name: 'Read the Audit Trail' }).click();
  await expect(page.locator('c-reinstate-audit-import [data-status]')).toHaveAttribute('data-status', 'Finished', {
    timeout: 30_000,
  });
  await expect(page.locator('[data-progress]')).toContainText(/[1-9]\d* deactivations remembered/);
});

test('seats of a package are released with the names first', async ({ console, shell, page, look }) => {
  await console.open();
  await page.getByRole('tab', { name: 'Settings' }).click();
  const seats = page.locator('[data-package="docmerge"]');
  const held = Number((await seats.getByText(/held by/).innerText()).replaceAll(/\D/g, ''));
  await seats.getByRole('button', { name: 'Release Seats of docmerge' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(held);
  await look('seats-1-names');
  await dialog.getByRole('button', { name: `Release ${held} Seats` }).click();
  await expect(dialog.getByText(`${held} seats were released.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  await expect(seats).toContainText('None held by inactive users');
  const left = await shell.query(
    `SELECT Id FROM UserPackageLicense WHERE PackageLicense.NamespacePrefix = 'docmerge' AND User.IsActive = FALSE`,
  );
  expect(left).toHaveLength(0);
  const activity = new ActivityTab(page);
  await activity.open();
  await expect(page.locator('article[data-kind="SeatRelease"]')).toHaveCount(held);
});
