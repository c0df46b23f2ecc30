import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { UserError } from '../project/run.ts';

function macPlaces(): string[] {
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((app) => `${app}.app/Contents/MacOS/${app}`);
  return ['/Applications', posix.join(homedir(), 'Applications')].flatMap((folder) =>
    apps.map((app) => posix.join(folder, app)),
  );
}

function windowsPlaces(environment: NodeJS.ProcessEnv): string[] {
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => programs.map((program) => win32.join(folder, program)));
}

const LINUX_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
];

/** Where a browser of Chromium's kind usually lies on a platform, the best first. */
export function usualPlaces(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') return macPlaces();
  if (platform === 'win32') return windowsPlaces(environment);
  return LINUX_PLACES;
}

/**
 * Finds the browser of the end-to-end tests: CHROME_PATH, else the first of the usual places.
 *
 * @returns its path, or undefined when there is none
 * @throws UserError when CHROME_PATH names a file that does not exist
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = environment.CHROME_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new UserError(`CHROME_PATH names "${chosen}", which does not exist. Correct it, or unset it to search.`);
  }
  return usualPlaces(process.platform, environment).find((place) => existsSync(place));
}

/**
 * The browser of the end-to-end tests.
 *
 * @throws UserError that names the one command to type when there is none
 */
export function requireChromium(): string {
  const path = findChromium();
  if (path === undefined) {
    throw new UserError('The end-to-end tests need Chromium, and none was found. Type: npm run browser:install');
  }
  return path;
}
