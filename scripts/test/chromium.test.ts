import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChromium, usualPlaces } from '../browser/find-chromium.ts';
import { installAdvice, isDebian } from '../browser/install-chromium.ts';

test('CHROME_PATH wins, and a wrong one is named instead of passed over', () => {
  assert.equal(findChromium({ CHROME_PATH: process.execPath }), process.execPath);
  assert.throws(() => findChromium({ CHROME_PATH: '/no/such/chrome' }), /CHROME_PATH names "\/no\/such\/chrome"/);
});

test('the usual places of each platform are searched', () => {
  assert.ok(usualPlaces('linux', {}).includes('/usr/bin/chromium'));
  assert.ok(usualPlaces('darwin', {}).includes('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'));
  assert.deepEqual(usualPlaces('win32', { ProgramFiles: 'C:\\Program Files' }), [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);
});

test('only Debian itself is served by apt-get', () => {
  assert.equal(isDebian('PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n'), true);
  assert.equal(isDebian('ID=ubuntu\nID_LIKE=debian\n'), false);
});

test('elsewhere the advice names what to type', () => {
  assert.match(installAdvice('darwin'), /brew install/);
  assert.match(installAdvice('win32'), /winget install/);
  assert.match(installAdvice('linux'), /CHROME_PATH/);
});
