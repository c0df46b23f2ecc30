// npm run deploy -- --target-org ALIAS: compiles the components, deploys, assigns the permission set, prints the address.
import { compileComponents } from './lwc/compile.ts';
import { findCli } from './org/cli.ts';
import { deploy } from './org/deploy.ts';
import { readDeployOptions } from './org/deploy-options.ts';
import { PROJECT_ROOT } from './project/root.ts';
import { main } from './project/run.ts';

await main(() => {
  const options = readDeployOptions(process.argv.slice(2));
  deploy(findCli(PROJECT_ROOT), options, compileComponents);
});
