import { expect, test } from './fixtures.ts';

test('a frozen user comes back active, unfrozen, checked, without a reload', async ({ console, page, look }) => {
  await console.open();
  await page.evaluate(() => document.body.setAttribute('data-same-page', 'true'));
  const row = console.rows
    .filter({ has: page.getByText('Frozen', { exact: true }) })
    .filter({ has: page.getByRole('button', { name: /^Restore / }) })
    .first();
  const userId = await row.getAttribute('data-user-id');
  const license = await row.locator('td').nth(1).locator('p').first().innerText();
  const before = await console.seatsLeft(license);

  const dialog = await console.startRestore(row);
  await expect(dialog.root.getByText('Comes back', { exact: true })).toBeVisible();
  await expect(dialog.root.getByText(`${license}: ${before} seats left now`, { exact: false })).toBeVisible();
  await look('restore-1-consequences');
  await dialog.restore();

  for (const check of ['active', 'notFrozen', 'profile', 'access', 'seat']) {
    await expect(dialog.root.locator(`[data-check="${check}"]`), check).toHaveAttribute('data-answer', 'yes');
  }
  await look('restore-2-ticks');
  await dialog.close.click();

  const restored = console.table.locator(`tr[data-user-id="${userId}"]`);
  await expect(restored.getByText('Restored')).toBeVisible();
  await expect(restored.getByRole('button', { name: /^View Checks/ })).toBeVisible();
  expect(await console.seatsLeft(license), 'one seat less is left').toBe(before - 1);
  await expect(page.locator('body')).toHaveAttribute('data-same-page', 'true');
  await look('restore-3-row-stays');
});

test('three clicks restore a user: the row, the confirmation, and nothing else', async ({ console, page, look }) => {
  await console.open();
  let clicks = 0;
  await page.exposeFunction('countClick', () => clicks++);
  await page.evaluate(() =>
    document.addEventListener('click', () => void (window as never as { countClick(): void }).countClick(), true),
  );
  const row = console.rows.filter({ has: page.getByRole('button', { name: /^Restore / }) }).first();
  const dialog = await console.startRestore(row);
  await dialog.restore();
  expect(clicks).toBeLessThanOrEqual(3);
  await look('restore-clicks');
});

test('the whole restore works by keyboard', async ({ console, page, look }) => {
  await console.open();
  const button = console.restoreButton(
    console.rows.filter({ has: page.getByRole('button', { name: /^Restore / }) }).first(),
  );
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  const confirm = page.getByRole('dialog').getByRole('button', { name: /^Restore / });
  await expect(confirm).toBeEnabled();
  for (let tabs = 0; tabs < 40 && !(await confirm.evaluate((element) => element.matches(':focus'))); tabs++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(
    page
      .getByRole('dialog')
      .getByRole('status')
      .filter({ hasText: /is back|was restored/ }),
  ).toBeVisible();
  await look('restore-keyboard');
});

test('a restore is blocked with the reason where a license is truly full', async ({ console, page, look }) => {
  await console.open();
  const row = console.rows.filter({ has: page.locator('[data-seats-left]', { hasText: 'No seat left' }) }).first();
  await console.searchUntilVisible(row);
  const dialog = await console.startRestore(row);
  await expect(dialog.root.getByRole('paragraph').filter({ hasText: 'Cannot be restored now' })).toBeVisible();
  await expect(dialog.root.getByText(/Free \d+ to restore this user/)).toBeVisible();
  await expect(dialog.root.getByRole('link', { name: /Open Setup/ }).first()).toHaveAttribute(
    'href',
    /lightning\/setup/,
  );
  await expect(dialog.confirm).toHaveCount(0);
  await look('restore-blocked');
});

test('the password mail of a restored user lies on the Mail page', async ({ console, shell, page, look }) => {
  await console.open();
  const row = console.rows.filter({ has: page.getByRole('button', { name: /^Restore / }) }).first();
  const username = await row.locator('th p').nth(1).innerText();
  const dialog = await console.startRestore(row);
  const sends = await dialog.root.getByRole('checkbox', { name: /password mail/ }).isChecked();
  if (!sends) await dialog.root.getByText(/Send a password mail/).click();
  await dialog.restore();
  await dialog.close.click();
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
  const row = console.rows.filter({ has: page.getByRole('button', { name: /^Restore / }) }).first();
  const name = await row.locator('th p').first().innerText();
  const dialog = await console.startRestore(row);
  await dialog.root.getByLabel('Reason (optional)').fill('Back from leave');
  await dialog.restore();
  await dialog.close.click();
  await console.openActivity();
  const record = page.getByRole('article').first();
  await expect(record).toContainText(name.split('\n')[0] ?? name);
  await expect(record).toContainText('Back from leave');
  await expect(record).toHaveAttribute('data-status', /Verified|Executed/);
  await record.getByRole('button', { name: /^Show Checks/ }).click();
  await expect(record.locator('[data-check="active"]')).toHaveAttribute('data-answer', 'yes');
  await look('activity');
});
