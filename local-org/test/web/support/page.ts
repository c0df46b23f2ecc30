import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { WebHost } from '../../../src/web/index.ts';

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** A Chromium of the machine, or the one that Playwright installed. Fails, with the command to type, when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = CANDIDATES.find((path) => path && existsSync(path)) ?? chromium.executablePath();
  if (!existsSync(executablePath))
    throw new Error('No Chromium was found: run "npm run browser:install", then test again.');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A page of its own session; what its console reports as an error is collected. */
export async function openPage(
  browser: Browser,
  web: WebHost,
  path: string,
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(web.url + path);
  return { page, errors };
}
