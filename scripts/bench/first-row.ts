import { chromium } from '@playwright/test';
import { requireChromium } from '../browser/find-chromium.ts';

/** Milliseconds from the request of the page to its first user, each time in a browser that knows nothing of it. */
export async function measureFirstRow(url: string, runs: number): Promise<number[]> {
  const browser = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const start = performance.now();
      await page.goto(url);
      await page.locator('tbody tr').first().waitFor();
      times.push(performance.now() - start);
      await context.close();
    }
    return times;
  } finally {
    await browser.close();
  }
}
