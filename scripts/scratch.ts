// npm run scratch: creates a scratch org and deploys the product to it.
import { compileComponents } from './lwc/compile.ts';
import { findCli } from './org/cli.ts';
import { deploy } from './org/deploy.ts';
import { createScratchOrg, readScratchOptions } from './org/scratch.ts';
import { PROJECT_ROOT } from './project/root.ts';
import { main } from './project/run.ts';

await main(() => {
  const options = readScratchOptions(process.argv.slice(2));
  const cli = findCli(PROJECT_ROOT);
  createScratchOrg(cli, options, PROJECT_ROOT);
  deploy(cli, { targetOrg: options.alias, dryRun: false, testLevel: undefined, tests: [] }, compileComponents);
});
