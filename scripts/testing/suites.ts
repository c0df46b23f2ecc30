import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../project/root.ts';
import { COMMANDS } from '../project/run.ts';
import { type Counts, readApex, readJest, readNodeTest, readPlaywright } from './counts.ts';

/** One kind of test: how it is run and where its counts stand. */
export interface Suite {
  readonly key: string;
  readonly title: string;
  /** The arguments of Node that run it. */
  arguments(reportFile: string, extra: readonly string[]): string[];
  environment?(reportFile: string): NodeJS.ProcessEnv;
  read(reportFile: string): Counts | undefined;
}

const COUNT_REPORTER = pathToFileURL(join(PROJECT_ROOT, 'scripts', 'testing', 'count-reporter.ts')).href;

function nodeTests(key: string, title: string, pattern: string): Suite {
  return {
    key,
    title,
    arguments: (reportFile, extra) => [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${COUNT_REPORTER}`,
      `--test-reporter-destination=${reportFile}`,
      ...(extra.length > 0 ? extra : [pattern]),
    ],
    read: readNodeTest,
  };
}

/** Every suite, in the order in which they run: the fastest verdict first, the browser last. */
export const SUITES: readonly Suite[] = [
  {
    key: 'lwc',
    title: 'LWC unit tests',
    arguments: (reportFile, extra) => [
      COMMANDS.lwcJest,
      '--',
      '--ci',
      '--json',
      `--outputFile=${reportFile}`,
      ...extra,
    ],
    read: readJest,
  },
  {
    key: 'apex',
    title: 'Apex tests',
    arguments: (reportFile, extra) => [COMMANDS.localOrg, 'test', '--source', '.', '--json', reportFile, ...extra],
    read: readApex,
  },
  {
    // The documentation contradicts itself about mixed DML: the product has to hold under either reading.
    key: 'apex-strict',
    title: 'Apex tests, one setup object a transaction',
    arguments: (reportFile, extra) => [
      COMMANDS.localOrg,
      'test',
      '--source',
      '.',
      '--mixed-dml',
      'strict',
      '--json',
      reportFile,
      ...extra,
    ],
    read: readApex,
  },
  nodeTests('local-org', 'Local org tests', 'local-org/test/**/*.test.ts'),
  nodeTests('scripts', 'Script tests', 'scripts/test/**/*.test.ts'),
  {
    key: 'e2e',
    title: 'End-to-end tests',
    arguments: (_reportFile, extra) => [COMMANDS.playwright, 'test', '--reporter=list,json', ...extra],
    environment: (reportFile) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }),
    read: readPlaywright,
  },
];
