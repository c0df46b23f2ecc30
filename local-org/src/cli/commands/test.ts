import { writeFileSync } from 'node:fs';
import { runApexTests, type MixedDmlMode } from '../../testing/runApexTests.ts';
import { printReport } from '../../testing/printReport.ts';
import { UsageError, type Command } from '../Command.ts';
import { cacheDirectory, layeredProjectOf } from '../project.ts';

export const testCommand: Command = {
  name: 'test',
  summary: 'Run the Apex tests',
  usage: [
    'Usage: local-org test [--source DIR] [--with DIR] [--filter TEXT] [--json FILE] [--mixed-dml MODE]',
    '         [--publish-access MODE] [--coverage]',
    '',
    '  --source DIR      the folder with the classes: the package directories of its sfdx-project.json, else every class,',
    '                    trigger and metadata file below it; default: the project around the current folder',
    '  --with DIR        a second folder that is deployed on top: the fields, validation rules and triggers of a customer',
    '  --filter TEXT     only tests whose "Class.method" contains the text',
    '  --json FILE       write the results there as JSON',
    '  --mixed-dml MODE  documented (default: setup against non-setup objects) or strict (one setup object a transaction)',
    '  --publish-access MODE  asked (default: user mode wants create access to an event, as from API 67 on) or open',
    '  --coverage        print the covered lines of each class',
    '',
    'Exit code 0 only when tests ran and all of them passed.',
  ].join('\n'),
  options: {
    source: { type: 'string' },
    with: { type: 'string' },
    filter: { type: 'string' },
    json: { type: 'string' },
    'mixed-dml': { type: 'string' },
    'publish-access': { type: 'string' },
    coverage: { type: 'boolean' },
  },
  positionals: { least: 0, most: 0 },
  run(values) {
    const project = layeredProjectOf(values.source, values.with);
    const report = runApexTests(project, {
      cacheDirectory: cacheDirectory(project),
      filter: typeof values.filter === 'string' ? values.filter : '',
      mixedDml: mixedDmlMode(values['mixed-dml']),
      publishNeedsCreateAccess: publishMode(values['publish-access']) === 'asked',
    });
    if (typeof values.json === 'string') writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
    printReport(report, { coverage: values.coverage === true });
    if (report.tests.length === 0)
      throw new Error('No test ran: there is no test method that the filter lets through.');
    return report.summary.failed + report.summary.refused === 0 ? 0 : 1;
  },
};

function mixedDmlMode(text: string | boolean | undefined): MixedDmlMode {
  if (text === undefined || text === 'documented' || text === 'strict') return text ?? 'documented';
  throw new UsageError(`--mixed-dml is documented or strict, not "${String(text)}".`);
}

function publishMode(text: string | boolean | undefined): 'asked' | 'open' {
  if (text === undefined || text === 'asked' || text === 'open') return text ?? 'asked';
  throw new UsageError(`--publish-access is asked or open, not "${String(text)}".`);
}
