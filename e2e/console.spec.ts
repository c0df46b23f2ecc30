import { expect, test } from './fixtures.ts';
import { UserPanel } from './pages/UserPanel.ts';

test('the tab opens on inactive users with a meter for every license that has seats', async ({
  console,
  page,
  look,
}) => {
  await console.open();
  await expect(page.getByText(/^\d+ inactive users$/)).toBeVisible();
  await expect(console.rows).toHaveCount(50);
  await expect(page.getByText(/more used than owned/).first()).toBeVisible();
  const folded = page.getByRole('button', { name: /licenses that are disabled or have no seats/ });
  await expect(folded).toHaveAttribute('aria-expanded', 'false');
  await folded.click();
  await expect(folded).toHaveAttribute('aria-expanded', 'true');
  await expect(console.table.getByText('Never').first()).toBeVisible();
  await look('console');
});

test('one search box finds by part of a name, and says so when nobody matches', async ({ console, page, look }) => {
  await console.open();
  const username = await console.rows.nth(3).locator('th p').nth(1).innerText();
  const part = username.slice(0, username.indexOf('@'));
  await console.search.fill(part);
  await expect(console.rows.filter({ hasText: username })).toHaveCount(1);
  await console.search.fill("' OR Name != '");
  await expect(page.getByText('No inactive user matches')).toBeVisible();
  await look('no-match');
  await page.getByRole('button', { name: 'Clear Search' }).click();
  await expect(console.rows).toHaveCount(50);
});

test('more users come while scrolling, and none comes twice', async ({ console, page, look }) => {
  await console.open();
  await page.getByRole('combobox', { name: 'Sort by' }).click();
  await page.getByRole('option', { name: 'Name, A to Z' }).click();
  await expect(console.rows.first()).toBeVisible();
  await page.mouse.move(600, 600);
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 4000);
      return console.rows.count();
    })
    .toBeGreaterThan(100);
  const ids = await console.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-user-id')));
  expect(new Set(ids).size).toBe(ids.length);
  await look('scrolled');
});

test('users that cannot be restored say why and have no button', async ({ console, shell, look }) => {
  await console.open();
  const disabled = await shell.query<{ Username: string }>(
    "SELECT Username FROM User WHERE IsActive = false AND UserType = 'CspLitePortal' AND IsPortalEnabled = false LIMIT 1",
  );
  for (const [term, reason] of [
    ['cloud.integration', /belongs to Salesforce/],
    ['oldshop', /guest/i],
    ['automatedclean', /no profile|system/i],
    [disabled[0]?.Username ?? '', /was disabled, not only deactivated/],
  ] as const) {
    await console.search.fill(term);
    const row = console.rows.filter({ hasText: reason }).first();
    await expect(row, term).toBeVisible();
    await expect(console.restoreButton(row), term).toHaveCount(0);
  }
  await look('cannot-be-restored');
});

test('a user without permissions is told which permission set to assign', async ({ console, shell, page, look }) => {
  await console.open();
  await shell.switchTo('No permissions');
  await expect(page.getByRole('heading', { name: 'You do not have access to Reinstate yet' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Open Reinstate Operator' })).toBeVisible();
  await look('not-set-up');
});

test('an auditor sees everything and has no button to restore', async ({ console, shell, page, look }) => {
  await console.open();
  await shell.switchTo('Auditor');
  await expect(console.rows.first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Restore / })).toHaveCount(0);
  await look('auditor');
});

test('an operator restores with the lean permissions', async ({ console, shell, page, look }) => {
  await console.open();
  await shell.switchTo('Operator');
  const row = console.rows
    .filter({ hasText: 'Northlake Sales Representative' })
    .filter({ has: page.getByRole('button', { name: /^Restore / }) })
    .first();
  const pinned = await console.pinned(row);
  await console.restoreInRow(pinned);
  await pinned.getByRole('button', { name: /^View Checks/ }).click();
  await expect(page.locator('[data-check="active"]')).toHaveAttribute('data-answer', 'yes');
  await look('operator');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('users are cards, and one is restored, looked at and taken back', async ({ page, look }) => {
    await page.goto('/');
    const card = page.locator('c-reinstate-user-cards li[data-user-id]').filter({
      has: page.getByRole('button', { name: /^Restore / }),
    });
    await expect(card.first()).toBeVisible();
    await look('phone-cards');
    const userId = await card.first().getAttribute('data-user-id');
    const pinned = page.locator(`c-reinstate-user-cards li[data-user-id="${userId}"]`);

    await pinned.getByRole('button', { name: /^Restore / }).click();
    await expect(pinned.getByRole('button', { name: /^Undo restore of / })).toBeVisible();
    await look('phone-restored');

    await pinned.getByRole('button', { name: /^View Checks/ }).click();
    const panel = new UserPanel(page);
    await expect(panel.check('active')).toHaveAttribute('data-answer', 'yes');
    const box = await panel.root.boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, width: 390 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await look('phone-panel');
    await panel.show('Access');
    await look('phone-access');
    await panel.show('Overview');
    await panel.root.getByRole('button', { name: /^Undo restore of / }).click();
    await expect(panel.result).toHaveAttribute('data-phase', 'undone');
    await panel.close.click();
    await expect(panel.root).toHaveCount(0);
    await expect(pinned.getByText('Restore undone')).toBeVisible();
  });
});
