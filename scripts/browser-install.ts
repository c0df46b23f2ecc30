// npm run browser:install: brings the browser of the end-to-end tests.
import { installChromium } from './browser/install-chromium.ts';
import { main } from './project/run.ts';

await main(() => {
  process.stdout.write(`Chromium for the end-to-end tests: ${installChromium()}\n`);
});
