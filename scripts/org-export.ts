// npm run org:export -- --target-org ALIAS [--mask] DIR: writes what "local-org import" takes, by the Salesforce CLI.
import { findCli } from './org/cli.ts';
import { exportOrg, readExportOptions } from './org/export.ts';
import { PROJECT_ROOT } from './project/root.ts';
import { main } from './project/run.ts';

await main(() => {
  const options = readExportOptions(process.argv.slice(2));
  exportOrg(findCli(PROJECT_ROOT), PROJECT_ROOT, options);
});
