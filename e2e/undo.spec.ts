import { expect, test } from './fixtures.ts';
import { ActivityTab } from './pages/ActivityTab.ts';
import { isActive } from './records.ts';

/** Each of them restores, waits and looks at pages: more than one minute on a busy machine. */
test.slow();

test('for 30 seconds Undo stands out in the row and in a toast, then a quiet link remains', async ({
  console,
  page,
  shell,
  look,
}) => {
  await page.clock.install();
  await console.open();
  const row = await console.pinned(console.readyRow);
  const userId = await row.getAttribute('data-user-id');
  await console.restoreInRow(row);
  await expect(console.toast).toBeVisible();
  await expect(console.toast).toContainText('is back');
  await expect(page.getByRole('status').filter({ hasText: /is back/ })).toHaveCount(1);
  await expect(console.undoButton(row)).toHaveClass(/slds-button_outline-brand/);
  await look('undo-1-toast');

  await console.toast.hover();
  await page.clock.runFor(60_000);
  await expect(console.toast, 'stays while somebody is at it').toBeVisible();
  await page.mouse.move(0, 0);
  await page.clock.runFor(31_000);
  await expect(console.toast).toHaveCount(0);
  await expect(console.undoButton(row)).not.toHaveClass(/slds-button_outline-brand|slds-button_neutral/);
  await look('undo-2-quiet');

  await console.undoButton(row).click();
  await expect(row.getByText('Restore undone')).toBeVisible();
  expect(await isActive(shell, userId)).toBe(false);
});

test('the toast takes the restore back by keyboard, also from another place of the list', async ({
  console,
  page,
  shell,
}) => {
  await console.open();
  const row = await console.pinned(console.readyRow);
  const userId = await row.getAttribute('data-user-id');
  await console.restoreInRow(row);
  await page.mouse.wheel(0, 1500);
  await console.toast.getByRole('button', { name: /^Undo now/ }).focus();
  await page.keyboard.press('Enter');

  await expect(row.getByText('Restore undone')).toBeVisible();
  await expect(console.toast).toHaveCount(0);
  await expect(console.restoreButton(row)).toBeFocused();
  expect(await isActive(shell, userId)).toBe(false);
});

test('by setting nobody is restored without a look, and Undo is still one press', async ({
  console,
  page,
  shell,
  look,
}) => {
  await console.open();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByText('Ask before each restore', { exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The settings were saved.')).toBeVisible();
  await page.getByRole('tab', { name: 'Inactive Users' }).click();

  const row = await console.pinned(console.readyRow);
  const userId = await row.getAttribute('data-user-id');
  const panel = await console.pressRestore(row);
  await expect(panel.root.getByText('Can be restored now')).toBeVisible();
  expect(await isActive(shell, userId), 'nothing was done yet').toBe(false);
  await look('confirm-first');

  await panel.close.click();
  await expect(console.restoreButton(row)).toBeFocused();
  await console.pressRestore(row);
  await panel.restore();
  expect(await isActive(shell, userId)).toBe(true);
  await panel.root.getByRole('button', { name: /^Undo restore of / }).click();
  await expect(panel.result).toHaveAttribute('data-phase', 'undone');
  expect(await isActive(shell, userId)).toBe(false);

  // The setting holds for the org: it is there after the page was loaded anew.
  await console.open();
  await console.pressRestore(row);
  expect(await isActive(shell, userId)).toBe(false);
});

test('an undo that is refused says what has changed, in the row and in Activity', async ({
  console,
  page,
  shell,
  look,
}) => {
  await console.open();
  const row = await console.pinned(console.readyRow);
  const userId = await row.getAttribute('data-user-id');
  const name = await row.getByRole('button', { name: /^Open / }).innerText();
  await console.restoreInRow(row);
  await expect(page.getByRole('status').filter({ hasText: 'Everything was checked.' })).toHaveCount(1);
  await shell.apex(`update new User(Id = '${userId}', Alias = 'changed', IsActive = false);`);

  await console.undoButton(row).click();
  await expect(row.getByText('Not undone')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: name })).toHaveCount(1);
  await look('undo-3-refused');

  const activity = new ActivityTab(page);
  await activity.open();
  await expect(activity.record(name, 'Undo')).toHaveAttribute('data-status', 'Refused');
});
