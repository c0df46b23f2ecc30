import { expect, type Locator, type Page } from '@playwright/test';
import { RestoreDialog } from './RestoreDialog.ts';

/** The tab of the product, as an administrator uses it. */
export class ConsolePage {
  readonly page: Page;
  readonly search: Locator;
  readonly table: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole('searchbox', { name: 'Search inactive users' });
    this.table = page.getByRole('table', { name: 'Inactive users' });
    this.rows = this.table.locator('tbody tr');
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.rows.first()).toBeVisible();
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

  /** Presses Restore in a row and waits until the consequences are there. */
  async startRestore(row: Locator): Promise<RestoreDialog> {
    await this.restoreButton(row).click();
    const dialog = new RestoreDialog(this.page);
    await expect(dialog.root).toBeVisible();
    return dialog;
  }

  async openActivity(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Activity' }).click();
  }
}
