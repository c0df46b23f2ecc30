import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog that restores one user. */
export class RestoreDialog {
  readonly root: Locator;
  readonly confirm: Locator;
  readonly close: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('dialog');
    this.confirm = this.root.getByRole('button', { name: /^Restore / });
    this.close = this.root.locator('[data-close]').getByRole('button');
  }

  /** Confirms, and waits until the checks were read back. */
  async restore(): Promise<void> {
    await this.confirm.click();
    await expect(this.root.getByRole('status').filter({ hasText: /is back|was restored/ })).toBeVisible();
  }

  /** The row of a check in the list of ticks, by its answer. */
  checks(answer: 'Yes' | 'Not yet' | 'No'): Locator {
    return this.root.getByRole('listitem').filter({ has: this.root.page().getByText(answer, { exact: true }) });
  }
}
