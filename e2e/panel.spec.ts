import { expect, test } from './fixtures.ts';
import type { ConsolePage } from './pages/ConsolePage.ts';
import type { UserPanel } from './pages/UserPanel.ts';
import { one } from './records.ts';

/** Each of them reads several plans and looks at pages: more than one minute on a busy machine. */
test.slow();

interface Colleague {
  Id: string;
  Name: string;
  Username: string;
  ProfileId: string;
  UserRoleId: string;
}

const REPRESENTATIVE =
  "SELECT Id, Name, Username, ProfileId, UserRoleId FROM User WHERE UserType = 'Standard' AND UserRoleId != null " +
  "AND Profile.Name = 'Northlake Sales Representative' AND (NOT Email LIKE '%.invalid')";

test('arrow keys go from user to user, on the same tab, and leave the list where it is', async ({
  console,
  page,
  look,
}) => {
  await console.open();
  const names = await console.rows.locator('[data-open]').allInnerTexts();
  const panel = await console.openPanel(console.rows.first());
  const total = (await panel.place.innerText()).match(/1 of (\d+)$/)?.[1];
  expect(Number(total), 'counts those that are not loaded yet').toBeGreaterThan(names.length);
  await panel.upToDate();
  await panel.show('Access');
  await panel.root.getByRole('combobox', { name: 'Copy the access of' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(panel.root.getByRole('option').first()).toBeVisible();
  await expect(panel.place, 'a field has its arrow keys for itself').toHaveText(`${names[0]}, 1 of ${total}`);
  await page.keyboard.press('Escape');
  await panel.show('Access');
  const scrolled = await page.evaluate(() => window.scrollY);

  for (let place = 1; place <= 20; place++) {
    await page.keyboard.press('ArrowDown');
    await expect(panel.place).toHaveText(`${names[place]}, ${place + 1} of ${total}`);
  }
  await page.keyboard.press('ArrowUp');
  await expect(panel.place).toHaveText(`${names[19]}, 20 of ${total}`);
  await expect(panel.root.getByRole('tab', { name: 'Access' })).toHaveAttribute('aria-selected', 'true');
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  await look('panel-arrows');
});

test('the columns count what the rows say, and permission sets as the org has them', async ({ console, shell }) => {
  const user = await one<Colleague>(shell, `${REPRESENTATIVE} AND IsActive = true LIMIT 1`, 'representative');
  await shell.apex(`update new User(Id = '${user.Id}', IsActive = false);`);
  await console.open();
  const panel = await opened(console, user);
  await panel.show('Access');
  const unchanged = panel.root.getByRole('button', { name: /stays? as (they are|it is)/ });
  if (await unchanged.count()) await unchanged.click();

  for (const column of ['had', 'has', 'willHave'] as const) {
    const yes = await panel.accessRows.locator(`td[data-column="${column}"][data-answer="Yes"]`).count();
    await expect(panel.count(column), column).toHaveText(`${yes} ${yes === 1 ? 'item' : 'items'}`);
  }
  const sets = await shell.query(
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user.Id}' AND PermissionSet.IsOwnedByProfile = false ` +
      'AND PermissionSetGroupId = null',
  );
  const rows = panel.accessRows.filter({ hasText: /Permission set(?! group| license)/ });
  await expect(rows.locator('td[data-column="has"][data-answer="Yes"]')).toHaveCount(sets.length);
});

test('what comes back by default is remembered for the org, also for one press', async ({ console, page, shell }) => {
  await console.open();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'What comes back by default' }).click();
  await page.getByRole('option', { name: 'Least: active and nothing else' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The settings were saved.')).toBeVisible();
  const user = await one<Colleague>(shell, `${REPRESENTATIVE} AND IsActive = true LIMIT 1`, 'representative');
  await shell.apex(`
    update new User(Id = '${user.Id}', IsActive = false);
    delete [SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user.Id}' AND PermissionSet.IsOwnedByProfile = false];`);

  await console.open();
  const panel = await opened(console, user);
  await panel.show('Access');
  await expect(panel.root.getByRole('radio', { name: 'Least: active and nothing else' })).toBeChecked();
  await panel.close.click();
  await console.restoreInRow(console.userRow(user.Id));
  const back = await shell.query(
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user.Id}' AND PermissionSet.IsOwnedByProfile = false`,
  );
  expect(back).toHaveLength(0);
});

test('an inactive manager is flagged, and another one is chosen while restoring', async ({ console, shell, look }) => {
  const [user, manager, other] = await shell.query<Colleague>(
    `${REPRESENTATIVE} AND IsActive = true ORDER BY Username LIMIT 3`,
  );
  if (!user || !manager || !other) throw new Error('The sample has fewer than three representatives.');
  await shell.apex(`
    update new User(Id = '${user.Id}', ManagerId = '${manager.Id}');
    update new List<User>{ new User(Id = '${user.Id}', IsActive = false), new User(Id = '${manager.Id}', IsActive = false) };`);
  await console.open();
  const panel = await opened(console, user);
  await expect(panel.root.getByText(`${manager.Name} (inactive)`)).toBeVisible();
  await panel.root.getByRole('button', { name: 'Change while restoring' }).click();
  await panel.pick('New manager', other.Name);
  await panel.upToDate();
  await look('panel-manager');

  await panel.restore();
  const [after] = await shell.query<{ ManagerId: string }>(`SELECT ManagerId FROM User WHERE Id = '${user.Id}'`);
  expect(after?.ManagerId).toBe(other.Id);
});

test('what others hold is offered and never ticked by itself; what one user holds is copied', async ({
  console,
  shell,
  look,
}) => {
  const peers = await shell.query<Colleague>(`${REPRESENTATIVE} AND IsActive = true ORDER BY UserRoleId, Username`);
  const team = peers.filter(({ UserRoleId }) => peers.filter((peer) => peer.UserRoleId === UserRoleId).length >= 4);
  const [user, model] = team;
  if (!user || !model) throw new Error('The sample has no four representatives with one role.');
  const others = team.filter((peer) => peer.UserRoleId === user.UserRoleId && peer.Id !== user.Id);
  await shell.apex(`
    PermissionSet offered = new PermissionSet(Name = 'Offered_By_Peers', Label = 'Offered by peers');
    PermissionSet copied = new PermissionSet(Name = 'Copied_From_One', Label = 'Copied from one');
    insert new List<PermissionSet>{ offered, copied };
    List<PermissionSetAssignment> rows = new List<PermissionSetAssignment>{
      new PermissionSetAssignment(AssigneeId = '${model.Id}', PermissionSetId = copied.Id) };
    for (Id peer : new List<Id>{ ${others.map(({ Id }) => `'${Id}'`).join(', ')} }) {
      rows.add(new PermissionSetAssignment(AssigneeId = peer, PermissionSetId = offered.Id));
    }
    insert rows;
    update new User(Id = '${user.Id}', IsActive = false);`);
  await console.open();
  const panel = await opened(console, user);
  await panel.show('Access');
  await panel.root.getByText('Offer what most users with the same profile and role hold').click();
  await panel.upToDate();
  const offered = panel.item('Offered by peers');
  await expect(panel.answer(offered, 'willHave')).toHaveAttribute('data-answer', 'No');
  await expect(offered.getByRole('checkbox')).not.toBeChecked();
  await look('panel-peers');

  await panel.pick('Copy the access of', model.Name);
  await panel.upToDate();
  await expect(panel.answer(panel.item('Copied from one'), 'had')).toHaveAttribute('data-answer', 'No');
  await look('panel-copy');
});

test('each item that does not come back says why, and the by-hand list links to Setup', async ({
  console,
  shell,
  look,
}) => {
  const user = await one<Colleague>(shell, `${REPRESENTATIVE} AND IsActive = true LIMIT 1`, 'representative');
  await shell.apex(`
    PermissionSet gone = new PermissionSet(Name = 'Soon_Gone', Label = 'Soon gone');
    insert gone;
    insert new PermissionSetAssignment(AssigneeId = '${user.Id}', PermissionSetId = gone.Id);
    update new User(Id = '${user.Id}', IsActive = false);`);
  await expect
    .poll(async () => (await shell.query(`SELECT Id FROM ReinstateSnapshot__c WHERE UserId__c = '${user.Id}'`)).length)
    .toBeGreaterThan(0);
  await shell.apex(`
    delete [SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Soon_Gone'];
    delete [SELECT Id FROM PermissionSet WHERE Name = 'Soon_Gone'];`);
  await console.open();
  const panel = await opened(console, user);
  for (const link of await panel.byHand()) {
    await expect(link).toHaveAttribute('href', /^\/lightning\//);
  }
  await panel.show('Access');
  const gone = panel.item('Soon gone');
  await expect(panel.answer(gone, 'had')).toHaveAttribute('data-answer', 'Yes');
  await expect(panel.answer(gone, 'willHave')).toHaveAttribute('data-answer', 'No');
  await expect(gone).toContainText(/delete|no longer/i);
  await look('panel-reasons');
});

async function opened(console: ConsolePage, user: Colleague): Promise<UserPanel> {
  await console.search.fill(user.Username);
  const panel = await console.openPanel(console.userRow(user.Id));
  await panel.upToDate();
  return panel;
}
