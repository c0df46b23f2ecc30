import { expect, test } from './fixtures.ts';
import type { ConsolePage } from './pages/ConsolePage.ts';
import type { Shell } from './pages/Shell.ts';
import type { Locator } from '@playwright/test';

/** Each of them deactivates, plans, restores and looks at pages: more than one minute on a busy machine. */
test.slow();

interface Stripped {
  id: string;
  username: string;
  /** Labels of the permission sets that the user had, sorted. */
  sets: string[];
}

test('a user whose sets were stripped after deactivation comes back complete, then is undone', async ({
  console,
  shell,
  page,
  look,
}) => {
  const user = await stripped(shell);
  await console.open();
  let pageLoads = 0;
  page.on('framenavigated', (frame) => (pageLoads += frame === page.mainFrame() ? 1 : 0));
  let clicks = 0;
  await page.exposeFunction('countClick', () => clicks++);
  await page.evaluate(() =>
    document.addEventListener('click', () => void (window as never as { countClick(): void }).countClick(), true),
  );
  const row = await find(console, user);

  clicks = 0;
  await console.restoreInRow(row);
  expect(clicks, 'presses until the user is back').toBeLessThanOrEqual(3);
  expect(await setsOf(shell, user.id)).toEqual(user.sets);
  await look('access-1-complete');

  await console.undoButton(row).click();
  await expect(row.getByText('Restore undone')).toBeVisible();
  expect(await setsOf(shell, user.id)).toEqual([]);
  expect(clicks).toBeLessThanOrEqual(3);
  expect(pageLoads).toBe(0);
  await look('access-2-undone');
});

test('the panel shows had, has and will have, and gives back exactly what is ticked', async ({
  console,
  shell,
  look,
}) => {
  const user = await stripped(shell);
  const [kept, dropped] = user.sets as [string, string];
  await console.open();
  const row = await find(console, user);
  const panel = await console.openPanel(row);
  await panel.show('Access');
  for (const set of user.sets) {
    const item = panel.item(set);
    await expect(panel.answer(item, 'had')).toHaveAttribute('data-answer', 'Yes');
    await expect(panel.answer(item, 'has')).toHaveAttribute('data-answer', 'No');
    await expect(panel.answer(item, 'willHave')).toHaveAttribute('data-answer', 'Yes');
  }
  await look('access-panel');

  await panel.root.getByText('Least: active and nothing else').click();
  await panel.upToDate();
  await expect(panel.answer(panel.item(kept), 'willHave')).toHaveAttribute('data-answer', 'No');
  await panel.item(kept).getByText(kept, { exact: true }).click();
  await panel.upToDate();
  await expect(panel.root.getByRole('radio', { name: 'Pick item by item' })).toBeChecked();

  // Another choice reads the plan again; what was ticked stays.
  await panel.show('Overview');
  await panel.root.getByText(/Send a password mail/).click();
  await panel.upToDate();
  await panel.show('Access');
  await expect(panel.answer(panel.item(kept), 'willHave')).toHaveAttribute('data-answer', 'Yes');
  await expect(panel.answer(panel.item(dropped), 'willHave')).toHaveAttribute('data-answer', 'No');

  await panel.restore();
  expect(await setsOf(shell, user.id)).toEqual([kept]);
  await look('access-picked');
  await panel.show('History');
  await expect(panel.root.getByRole('list', { name: 'History' }).getByRole('listitem').first()).toBeVisible();
  await look('access-history');
});

test('another profile is chosen in the panel, and the seats follow', async ({ console, shell, look }) => {
  const user = await stripped(shell);
  await console.open();
  const panel = await console.openPanel(await find(console, user));
  await panel.root.getByRole('button', { name: 'Change while restoring' }).click();
  const picker = panel.root.getByRole('combobox', { name: 'New profile' });
  await picker.fill('Warehouse');
  await panel.root.getByRole('option', { name: /Northlake Warehouse Clerk/ }).click();
  await expect(panel.root.getByRole('alert').filter({ hasText: 'Cannot be restored now' })).toBeVisible();
  await expect(panel.confirm).toBeDisabled();
  await panel.show('Licenses');
  await expect(panel.root.locator('[data-seat="Salesforce Platform"]')).toContainText('Not enough seats');
  await look('access-profile');

  await panel.show('Overview');
  await panel.root.getByRole('button', { name: 'Remove Northlake Warehouse Clerk' }).click();
  await expect(panel.confirm).toBeVisible();
});

test('the list keeps its place, its search and its rows while twenty users are looked at', async ({
  console,
  page,
}) => {
  await console.open();
  await console.search.fill('northlake');
  await expect(page.getByText(/^\d+ of .* shown$/)).toBeVisible();
  await console.rows.nth(20).scrollIntoViewIfNeeded();
  const place = (): Promise<number> => page.evaluate(() => Math.round(window.scrollY));
  const ids = (): Promise<(string | null)[]> =>
    console.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-user-id')));
  const panel = await console.openPanel(console.rows.nth(20));
  const [scrolled, rows] = [await place(), await ids()];
  expect(scrolled).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(panel.root).toHaveCount(0);
  expect(await place()).toBe(scrolled);
  await console.openPanel(console.rows.nth(20));
  for (let turn = 0; turn < 19; turn++) {
    await panel.next.click();
    await page.keyboard.press('Escape');
    await expect(panel.root).toHaveCount(0);
    const id = rows[21 + turn];
    await page.locator(`tr[data-user-id="${id}"] [data-open]`).evaluate((name) => (name as HTMLElement).click());
    await expect(panel.root).toBeVisible();
  }
  await panel.close.click();
  await expect(panel.root).toHaveCount(0);
  await expect(console.search).toHaveValue('northlake');
  expect(await ids()).toEqual(rows);
});

/** Deactivates an active user with permission sets, then takes them away, as a clean-up would. */
async function stripped(shell: Shell): Promise<Stripped> {
  const held = await shell.query<{ AssigneeId: string; Assignee: { Username: string } }>(
    'SELECT AssigneeId, Assignee.Username FROM PermissionSetAssignment WHERE PermissionSet.IsOwnedByProfile = false ' +
      "AND PermissionSetGroupId = null AND Assignee.IsActive = true AND Assignee.Profile.Name = 'Northlake Sales Representative' " +
      "AND (NOT Assignee.Email LIKE '%.invalid') " +
      'ORDER BY Assignee.Username',
  );
  const user = held.find(({ AssigneeId }) => held.filter((other) => other.AssigneeId === AssigneeId).length >= 2);
  if (!user) throw new Error('The sample has no active sales representative with two permission sets.');
  const id = user.AssigneeId;
  const sets = await setsOf(shell, id);
  await shell.apex(`update new User(Id = '${id}', IsActive = false);`);
  await expect
    .poll(async () => (await shell.query(`SELECT Id FROM ReinstateSnapshot__c WHERE UserId__c = '${id}'`)).length)
    .toBeGreaterThan(0);
  await shell.apex(
    `delete [SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${id}' AND PermissionSet.IsOwnedByProfile = false];`,
  );
  expect(await setsOf(shell, id)).toEqual([]);
  return { id, username: user.Assignee.Username, sets };
}

async function setsOf(shell: Shell, userId: string): Promise<string[]> {
  const rows = await shell.query<{ PermissionSet: { Label: string } }>(
    `SELECT PermissionSet.Label FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' ` +
      'AND PermissionSet.IsOwnedByProfile = false AND PermissionSetGroupId = null ORDER BY PermissionSet.Label',
  );
  return rows.map((row) => row.PermissionSet.Label).sort();
}

async function find(console: ConsolePage, user: Stripped): Promise<Locator> {
  await console.search.fill(user.username);
  const row = console.table.locator(`tr[data-user-id="${user.id}"]`);
  await expect(row).toBeVisible();
  return row;
}
