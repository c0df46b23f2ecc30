import { expect, test } from './fixtures.ts';
import { isActive } from './records.ts';
import { UserPanel } from './pages/UserPanel.ts';

/** Each of them restores a real user and checks every state of the page: more than one minute on a busy machine. */
test.slow();

test('a frozen user comes back active, unfrozen, checked, without a reload', async ({ console, page, look }) => {
  await console.open();
  await page.evaluate(() => document.body.setAttribute('data-same-page', 'true'));
  const row = await console.pinned(
    console.rows
      .filter({ has: page.getByText('Frozen', { exact: true }) })
      .filter({ has: page.getByRole('button', { name: /^Restore / }) })
      .first(),
  );
  const license = await row.locator('td').nth(1).locator('p').first().innerText();
  const before = await console.seatsLeft(license);

  const panel = await console.openPanel(row);
  await expect(panel.root.getByText('Can be restored now')).toBeVisible();
  await expect(panel.root.getByText(`${license}: ${before} seats left now`, { exact: false })).toBeVisible();
  await look('restore-1-consequences');
  await panel.restore();

  for (const check of ['active', 'notFrozen', 'profile', 'access', 'seat']) {
    await expect(panel.check(check), check).toHaveAttribute('data-answer', /yes|notApplicable/);
  }
  await expect(panel.check('notFrozen')).toHaveAttribute('data-answer', 'yes');
  await look('restore-2-ticks');
  await panel.close.click();

  await expect(row.getByText('Restored')).toBeVisible();
  await expect(row.getByRole('button', { name: /^View Checks/ })).toBeVisible();
  expect(await console.seatsLeft(license), 'one seat less is left').toBe(before - 1);
  await expect(page.locator('body')).toHaveAttribute('data-same-page', 'true');
  await look('restore-3-row-stays');
});

test('one press restores a user in the row, and one more takes it back', async ({ console, page, shell, look }) => {
  await console.open();
  let clicks = 0;
  await page.exposeFunction('countClick', () => clicks++);
  await page.evaluate(() =>
    document.addEventListener('click', () => void (window as never as { countClick(): void }).countClick(), true),
  );
  const row = await console.pinned(console.readyRow);
  const userId = await row.getAttribute('data-user-id');
  await console.restoreInRow(row);
  expect(clicks).toBe(1);
  expect(await isActive(shell, userId)).toBe(true);
  await look('restore-clicks');

  await console.undoButton(row).click();
  await expect(row.getByText('Restore undone')).toBeVisible();
  expect(clicks).toBe(2);
  expect(await isActive(shell, userId)).toBe(false);
  await expect(console.restoreButton(row)).toBeVisible();
  await look('restore-undone');
});

test('a restore and its undo work by keyboard, and the focus stays with the user', async ({ console, page, look }) => {
  await console.open();
  const row = await console.pinned(console.readyRow);
  await console.restoreButton(row).focus();
  await page.keyboard.press('Enter');
  await expect(console.undoButton(row)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: /is back/ })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(row.getByText('Restore undone')).toBeVisible();
  await expect(console.restoreButton(row)).toBeFocused();

  const name = row.getByRole('button', { name: /^Open / });
  await name.focus();
  await page.keyboard.press('Enter');
  const panel = new UserPanel(page);
  await expect(panel.confirm).toBeVisible();
  for (let tabs = 0; tabs < 40 && !(await panel.confirm.evaluate((element) => element.matches(':focus'))); tabs++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(panel.result).toHaveAttribute('data-phase', 'restored');
  await look('restore-keyboard');
  await page.keyboard.press('Escape');
  await expect(panel.root).toHaveCount(0);
  await expect(name).toBeFocused();
});

test('without a seat Restore is disabled beside the reason, and the way to free one is there', async ({
  console,
  shell,
  page,
  look,
}) => {
  await console.open();
  const row = console.rows.filter({ has: page.locator('[data-seats-left]', { hasText: 'No seat left' }) }).first();
  await console.searchUntilVisible(row);
  const userId = await row.getAttribute('data-user-id');
  await expect(console.restoreButton(row)).toBeDisabled();
  await expect(row.getByText(/^No seat of .* is left\.$/)).toBeVisible();
  await look('restore-blocked-row');

  await row.getByRole('button', { name: /^Free a seat for / }).click();
  const panel = new UserPanel(page);
  await expect(panel.root.getByText(/Free \d+ to restore this user/)).toBeVisible();
  await expect(panel.root.getByRole('link', { name: 'Open Setup to free a seat' })).toHaveAttribute(
    'href',
    /lightning\/setup/,
  );
  await expect(panel.confirm).toBeDisabled();
  await look('restore-blocked-licenses');
  await panel.show('Overview');
  await expect(panel.root.getByRole('alert').filter({ hasText: 'Cannot be restored now' })).toBeVisible();
  await look('restore-blocked');
  expect(await isActive(shell, userId)).toBe(false);
});

test('the password mail of a restored user lies on the Mail page', async ({ console, shell, page, look }) => {
  await console.open();
  const row = await console.pinned(console.readyRow);
  const username = await row.locator('th p').nth(1).innerText();
  const panel = await console.openPanel(row);
  await expect(panel.confirm).toBeVisible();
  const sends = await panel.root.getByRole('checkbox', { name: /password mail/ }).isChecked();
  if (!sends) {
    await panel.root.getByText(/Send a password mail/).click();
    await panel.upToDate();
  }
  await panel.restore();
  await panel.close.click();
  await expect
    .poll(
      async () => {
        await shell.openMail();
        return page.getByText(username, { exact: false }).count();
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0);
  await look('mail');
});

test('the restore stands in Activity with who did it and what was checked', async ({ console, page, look }) => {
  await console.open();
  const row = await console.pinned(console.readyRow);
  const name = await row.getByRole('button', { name: /^Open / }).innerText();
  const panel = await console.openPanel(row);
  await panel.root.getByLabel('Reason (optional)').fill('Back from leave');
  await panel.restore();
  await panel.close.click();
  await console.openActivity();
  const record = page.getByRole('article').first();
  await expect(record).toContainText(name);
  await expect(record).toContainText('Back from leave');
  await expect(record).toHaveAttribute('data-status', /Verified|Executed/);
  await look('activity');
});
