import { compileProject } from '../../org/compileProject.ts';
import type { Command } from '../Command.ts';
import { cacheDirectory, projectOf } from '../project.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'Compile the Apex and read the metadata; list every problem',
  usage: [
    'Usage: local-org check [--source DIR]',
    '',
    '  --source DIR  the folder to check; default: the project around the current folder',
    '',
    'Prints one line for each problem: file:line:column code text. Exit code 1 when there is one.',
  ].join('\n'),
  options: { source: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  run(values) {
    const project = projectOf(values.source);
    const { problems, units } = compileProject(project, cacheDirectory(project));
    for (const problem of problems) {
      process.stdout.write(`${problem.path}:${problem.line}:${problem.column} ${problem.code} ${problem.text}\n`);
    }
    process.stdout.write(
      problems.length === 0 ? `${units.length} Apex files, no problems\n` : `${problems.length} problems\n`,
    );
    return problems.length === 0 ? 0 : 1;
  },
};
