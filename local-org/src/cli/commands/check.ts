import { lockProblemsOfFile } from '../../async/lock/checkFile.ts';
import { compileProject } from '../../org/compileProject.ts';
import type { Command } from '../Command.ts';
import { cacheDirectory, databaseFile, projectOf } from '../project.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'Compile the Apex and read the metadata; list every problem',
  usage: [
    'Usage: local-org check [--db FILE] [--source DIR]',
    '',
    '  --db FILE     the database whose waiting jobs may lock classes; default: the one of the project',
    '  --source DIR  the folder to check; default: the project around the current folder',
    '',
    'Prints one line for each problem: file:line:column code text. Exit code 1 when there is one.',
  ].join('\n'),
  options: { db: { type: 'string' }, source: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  run(values) {
    const project = projectOf(values.source);
    const compiled = compileProject(project, cacheDirectory(project));
    // As a deployment: jobs of the project's own org may lock classes that have changed.
    const locked = compiled.problems.length === 0 ? lockProblemsOfFile(databaseFile(project, values.db), compiled) : [];
    const problems = [...compiled.problems, ...(locked ?? [])];
    for (const problem of problems) {
      process.stdout.write(`${problem.path}:${problem.line}:${problem.column} ${problem.code} ${problem.text}\n`);
    }
    process.stdout.write(
      problems.length === 0 ? `${compiled.units.length} Apex files, no problems\n` : `${problems.length} problems\n`,
    );
    if (locked === null) process.stdout.write('Jobs were not asked: the org of this project is in use.\n');
    return problems.length === 0 ? 0 : 1;
  },
};
