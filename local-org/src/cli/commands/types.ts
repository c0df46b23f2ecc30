import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { generateApexTypes } from '../../compiler/signatures.ts';
import { compileProject } from '../../org/compileProject.ts';
import type { Command } from '../Command.ts';
import { cacheDirectory, projectOf } from '../project.ts';

export const typesCommand: Command = {
  name: 'types',
  summary: 'Write TypeScript declarations for the @salesforce/apex imports',
  usage: [
    'Usage: local-org types [--out FILE] [--source DIR]',
    '',
    '  --out FILE    where to write; default: types/generated/apex.d.ts of the project',
    '  --source DIR  the project; default: the one around the current folder',
  ].join('\n'),
  options: { out: { type: 'string' }, source: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  run(values) {
    const project = projectOf(values.source);
    const { problems, units } = compileProject(project, cacheDirectory(project));
    const [first] = problems;
    if (first) throw new Error(`${first.path}:${first.line}:${first.column} ${first.code} ${first.text}`);
    const file = resolve(project.directory, typeof values.out === 'string' ? values.out : 'types/generated/apex.d.ts');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, generateApexTypes(units));
    process.stdout.write(`${file}\n`);
    return 0;
  },
};
