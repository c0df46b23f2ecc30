import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { UserError } from '../project/run.ts';
import { findChromium } from './find-chromium.ts';

const OS_RELEASE = '/etc/os-release';

/** Debian has Chromium as a package; Ubuntu's package of that name only points to a snap. */
export function isDebian(osRelease: string): boolean {
  return /^ID="?debian"?$/m.test(osRelease);
}

/** What a person installs by hand where this script cannot. */
export function installAdvice(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Install Google Chrome (brew install --cask google-chrome) and try again.';
  if (platform === 'win32') return 'Install Google Chrome (winget install Google.Chrome) and try again.';
  return 'Install Chromium or Google Chrome with your package manager, or set CHROME_PATH to a browser you have.';
}

function aptGet(args: readonly string[]): void {
  const asRoot = process.getuid?.() === 0;
  // Without a terminal nobody can type a password: sudo then fails at once instead of waiting.
  const prefix = asRoot ? [] : ['sudo', ...(process.stdin.isTTY ? [] : ['-n'])];
  const [command = '', ...rest] = [...prefix, 'apt-get', ...args];
  const { status, error } = spawnSync(command, rest, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  const why = error ? error.message : `exit code ${status}`;
  throw new UserError(`"apt-get ${args.join(' ')}" failed (${why}). As root, type: apt-get install chromium`);
}

/**
 * Installs Debian's Chromium where it is missing.
 *
 * @returns the path of the browser
 * @throws UserError that says what to install by hand on other systems
 */
export function installChromium(): string {
  const present = findChromium();
  if (present !== undefined) return present;

  if (!existsSync(OS_RELEASE) || !isDebian(readFileSync(OS_RELEASE, 'utf8'))) {
    throw new UserError(`No Chromium was found. ${installAdvice(process.platform)}`);
  }
  aptGet(['update']);
  aptGet(['install', '-y', '--no-install-recommends', 'chromium']);

  const installed = findChromium();
  if (installed === undefined) throw new UserError(`apt-get installed no Chromium. ${installAdvice(process.platform)}`);
  return installed;
}
