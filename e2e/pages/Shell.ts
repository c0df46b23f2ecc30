import { expect, type Page } from '@playwright/test';

/** What is around the product: user menu, tabs, the mails of the local org. */
export class Shell {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes on as the persona of that role. */
  async switchTo(role: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Running user: / }).click();
    await this.page
      .getByRole('menuitemradio')
      .filter({ has: this.page.getByText(role, { exact: true }) })
      .click();
    await expect(this.page.getByRole('button', { name: /^Running user: / })).toContainText(role);
  }

  /** Records of the org, read beside the page: what a test needs to know of the sample. */
  async query<Row>(soql: string): Promise<Row[]> {
    const response = await this.page.request.post('/local-org/query', { data: { soql } });
    expect(response.ok(), await response.text()).toBe(true);
    return ((await response.json()) as { records: Row[] }).records;
  }

  /** Runs anonymous Apex as the user of the page: what happens in the org beside the console. */
  async apex(code: string): Promise<void> {
    const response = await this.page.request.post('/local-org/exec', { data: { code } });
    const result = (await response.json()) as { success?: boolean; compileProblem?: string; exceptionMessage?: string };
    expect(result.success, result.compileProblem ?? result.exceptionMessage).toBe(true);
  }

  async openMail(): Promise<void> {
    await this.page.getByRole('link', { name: 'Mail' }).click();
  }
}
