import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { importIntoOrg } from '../../import/importIntoOrg.ts';
import { compileProject } from '../../org/compileProject.ts';
import { DeployError } from '../../org/openOrg.ts';
import { UsageError, type Command } from '../Command.ts';
import { cacheDirectory, databaseFile, projectOf } from '../project.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Replace the data by what was exported from an org of your own',
  usage: [
    'Usage: local-org import DIR [--db FILE] [--source DIR]',
    '',
    '  DIR           the folder with the .json files of "sf data query --json" and the .csv files of Data Loader;',
    '                the object is what the records say, else the name of the file: User.csv',
    '  --db FILE     the database; default: .local-org/org.db of the project',
    '  --source DIR  the project; default: the one around the current folder',
    '',
    'All files or none. Stop the server before. "local-org reset" brings the sample data back.',
  ].join('\n'),
  options: { db: { type: 'string' }, source: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  run(values, [folder = '']) {
    const directory = resolve(folder);
    if (!existsSync(directory) || !statSync(directory).isDirectory()) {
      throw new UsageError(`There is no folder ${directory}.`);
    }
    const project = projectOf(values.source);
    const compiled = compileProject(project, cacheDirectory(project));
    if (compiled.problems.length > 0) throw new DeployError(compiled.problems);
    const start = performance.now();
    const { rows, unknownObjects } = importIntoOrg({
      compiled,
      file: databaseFile(project, values.db),
      directory,
      log: (line) => process.stdout.write(`${line}\n`),
    });
    for (const [object, count] of rows) process.stdout.write(`${object}: ${count.toLocaleString('en')}\n`);
    if (unknownObjects.length > 0) process.stdout.write(`No file had ${unknownObjects.join(', ')}: that is unknown.\n`);
    process.stdout.write(`Imported in ${((performance.now() - start) / 1000).toFixed(1)} s.\n`);
    return 0;
  },
};
