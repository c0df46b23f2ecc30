import { expect, type Locator, type Page } from '@playwright/test';

/** The panel of one user beside the list; on a phone it covers the page. */
export class UserPanel {
  readonly root: Locator;
  readonly confirm: Locator;
  readonly close: Locator;
  readonly next: Locator;
  readonly result: Locator;
  /** Name and place in the list, as it is read out. */
  readonly place: Locator;
  /** The rows of the Access tab that are access, without the account and its mail. */
  readonly accessRows: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('dialog');
    this.confirm = this.root.locator('[data-confirm]').getByRole('button');
    this.close = this.root.getByRole('button', { name: /^Close the panel of / });
    this.next = this.root.getByRole('button', { name: 'Next user' });
    this.result = this.root.locator('[data-phase]');
    this.place = this.root.locator('[data-place]');
    this.accessRows = this.root.locator('tr[data-item]').filter({ hasNot: page.getByText(/^(Account|Mail)$/) });
  }

  async show(tab: 'Overview' | 'Access' | 'Licenses' | 'History'): Promise<void> {
    await this.root.getByRole('tab', { name: tab }).click();
  }

  /** Waits until the plan on display is the one for the last choice. */
  async upToDate(): Promise<void> {
    await expect(this.root.getByText('The plan is up to date.')).toBeVisible();
  }

  /** Confirms, and waits until the checks were read back. */
  async restore(): Promise<void> {
    await this.confirm.click();
    await expect(this.result).toHaveAttribute('data-phase', 'restored');
  }

  /** The row of an item in the Access tab, by its label. */
  item(label: string): Locator {
    return this.root.locator('tr[data-item]').filter({ has: this.root.page().getByText(label, { exact: true }) });
  }

  /** What the Access tab says in a column: Yes, No or Not known. */
  answer(item: Locator, column: 'had' | 'has' | 'willHave'): Locator {
    return item.locator(`td[data-column="${column}"]`);
  }

  /** How many items a column of the Access tab says yes to. */
  count(column: 'had' | 'has' | 'willHave'): Locator {
    return this.root.locator(`[data-count="${column}"]`);
  }

  /** Picks the first option that a search field offers for a name. */
  async pick(field: string, name: string): Promise<void> {
    await this.root.getByRole('combobox', { name: field }).fill(name);
    await this.root.getByRole('option').filter({ hasText: name }).first().click();
  }

  /** Unfolds what only a person can do, and returns its links. */
  async byHand(): Promise<Locator[]> {
    await this.root.getByRole('button', { name: /to do by hand/ }).click();
    const list = this.root.getByRole('listitem').filter({ has: this.root.page().getByRole('link') });
    await expect(list.first()).toBeVisible();
    return list.getByRole('link').all();
  }

  check(name: string): Locator {
    return this.root.locator(`[data-check="${name}"]`);
  }
}
