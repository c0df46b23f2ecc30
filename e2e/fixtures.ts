import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { join } from 'node:path';
import { ConsolePage } from './pages/ConsolePage.ts';
import { Shell } from './pages/Shell.ts';

interface Fixtures {
  console: ConsolePage;
  shell: Shell;
  /** Ends a test: no serious accessibility finding, and a screenshot under that name. */
  look: (name: string) => Promise<void>;
}

/** Every test starts on the seed as the administrator, so none depends on another. */
export const test = base.extend<Fixtures>({
  page: async ({ page, baseURL }, use) => {
    const response = await page.request.post('/local-org/reset', { data: {}, headers: { Origin: baseURL ?? '' } });
    expect(response.ok(), await response.text()).toBe(true);
    await use(page);
  },
  console: async ({ page }, use) => {
    await use(new ConsolePage(page));
  },
  shell: async ({ page }, use) => {
    await use(new Shell(page));
  },
  look: async ({ page }, use, testInfo) => {
    await use(async (name) => {
      const path = join(testInfo.project.outputDir, 'screenshots', `${name}.png`);
      await page.screenshot({ path, fullPage: false });
      await testInfo.attach(name, { path, contentType: 'image/png' });
      expect(await seriousFindings(page), 'axe findings of impact serious or critical').toEqual([]);
    });
  },
});

export { expect };

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
