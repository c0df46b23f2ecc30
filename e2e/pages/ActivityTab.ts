import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/** The Activity tab: filters, records, details, export. */
export class ActivityTab {
  readonly page: Page;
  readonly records: Locator;
  readonly pills: Locator;
  readonly announcement: Locator;

  constructor(page: Page) {
    this.page = page;
    this.records = page.getByRole('article');
    this.pills = page.locator('[data-pill]');
    this.announcement = page.locator('c-reinstate-activity [data-announcement]');
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Activity' }).click();
  }

  /** The newest record about a user, of one kind. */
  record(userName: string, kind = 'Restore'): Locator {
    return this.page.locator(`article[data-kind="${kind}"]`).filter({ hasText: userName }).first();
  }

  async choose(field: 'Status' | 'Kind' | 'Operator', option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: field }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async showDetails(record: Locator): Promise<void> {
    await record.getByRole('button', { name: /^Show Details of / }).click();
  }

  /** Exports and returns the text of the file as a spreadsheet would open it. */
  async export(): Promise<{ name: string; text: string }> {
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'Export CSV' }).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }
}
