import { expect, type Locator, type Page } from '@playwright/test';
import { UserPanel } from './UserPanel.ts';

/** The tab of the product, as an administrator uses it. */
export class ConsolePage {
  readonly page: Page;
  readonly search: Locator;
  readonly table: Locator;
  readonly rows: Locator;
  /** Offers to take the last restore back. */
  readonly toast: Locator;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole('searchbox', { name: 'Search inactive users' });
    this.table = page.getByRole('table', { name: 'Inactive users' });
    this.rows = this.table.locator('tbody tr');
    this.toast = page.locator('[data-toast]');
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    // The first page of a run waits until the server has built it.
    await expect(this.rows.first()).toBeVisible({ timeout: 60_000 });
  }

  /** The card of a license, by its name. */
  meter(license: string): Locator {
    return this.page.locator('c-reinstate-seat-meter').filter({ has: this.page.getByTitle(license, { exact: true }) });
  }

  /** What a meter says is left. */
  async seatsLeft(license: string): Promise<number> {
    const text = await this.meter(license).locator('[data-remaining]').innerText();
    return Number(text.replaceAll(/[^\d-]/g, ''));
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByText(name, { exact: true }) }).first();
  }

  /** Scrolls the list on until a row is there. */
  async searchUntilVisible(row: Locator): Promise<void> {
    await expect(async () => {
      if ((await row.count()) === 0)
        await this.page.getByRole('button', { name: 'Load More' }).click({ timeout: 1000 });
      expect(await row.count()).toBeGreaterThan(0);
    }).toPass({ timeout: 30_000 });
  }

  restoreButton(row: Locator): Locator {
    return row.getByRole('button', { name: /^Restore / });
  }

  undoButton(row: Locator): Locator {
    return row.getByRole('button', { name: /^Undo restore of / });
  }

  /** The first row that one press restores. */
  get readyRow(): Locator {
    return this.rows.filter({ has: this.page.getByRole('button', { name: /^Restore / }) }).first();
  }

  /** The row of a user, by Id. */
  userRow(userId: string): Locator {
    return this.table.locator(`tr[data-user-id="${userId}"]`);
  }

  /** The same row, whatever happens to it and to those around it. */
  async pinned(row: Locator): Promise<Locator> {
    const userId = await row.getAttribute('data-user-id');
    return this.table.locator(`tr[data-user-id="${userId}"]`);
  }

  /** Opens the panel of a user by the name in the row. */
  async openPanel(row: Locator): Promise<UserPanel> {
    await row.getByRole('button', { name: /^Open / }).click();
    const panel = new UserPanel(this.page);
    await expect(panel.root).toBeVisible();
    return panel;
  }

  /** Presses Restore in a row where a person is asked first. */
  async pressRestore(row: Locator): Promise<UserPanel> {
    await this.restoreButton(row).click();
    const panel = new UserPanel(this.page);
    await expect(panel.confirm).toBeEnabled();
    return panel;
  }

  /** Restores by one press in the row and waits until the user is back. */
  async restoreInRow(row: Locator): Promise<void> {
    await this.restoreButton(row).click();
    await expect(this.undoButton(row)).toBeVisible();
  }

  async openActivity(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Activity' }).click();
  }
}
