import { supportReport, type SupportReport, type TypeInPart } from '../../support/supportReport.ts';
import type { Command } from '../Command.ts';

export const supportCommand: Command = {
  name: 'support',
  summary: 'List what of Salesforce is implemented, in part, or refused',
  usage: [
    'Usage: local-org support [--all] [--json]',
    '',
    '  --all   also name the types that are refused; without it they are counted by namespace',
    '  --json  print everything as JSON',
    '',
    'What is refused does not compile, or is a problem of the metadata file. The types that Salesforce has are read from npm',
    '@salesforce/code-analyzer-pmd-engine; without that package only what is implemented is known.',
  ].join('\n'),
  options: { all: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: { least: 0, most: 0 },
  run(values) {
    const report = supportReport();
    const text = values.json === true ? `${JSON.stringify(report, null, 2)}\n` : describe(report, values.all === true);
    process.stdout.write(text);
    return 0;
  },
};

function describe(report: SupportReport, namesAll: boolean): string {
  const { platform, areas, features } = report;
  const refused = Object.entries(platform.refused);
  const count = refused.reduce((sum, [, names]) => sum + names.length, 0);
  const share = Math.round((features.served / features.total) * 100);
  return [
    `Types of the platform: ${platform.implemented.length} implemented, ${platform.inPart.length} in part, ${count} refused`,
    '',
    'In part; not there:',
    ...inPart(platform.inPart),
    '',
    'Refused types by namespace:',
    ...refused.map(([namespace, names]) => `  ${namespace}: ${namesAll ? names.join(', ') : names.length}`),
    ...areas.flatMap((area) => [
      '',
      `${area.name}: ${area.implemented.length} implemented, ${area.inPart.length} in part, ${area.refused.length} refused`,
      ...(area.implemented.length > 0 ? [`  implemented: ${area.implemented.join('; ')}`] : []),
      ...(area.inPart.length > 0 ? ['  in part; not there:', ...inPart(area.inPart, '    ')] : []),
      `  refused: ${area.refused.join('; ')}`,
    ]),
    '',
    `Feature table: ${features.served} of ${features.total} rows (${share} %) find all that they need of the platform`,
    ...features.lacking.map(({ feature, name, lacks }) => `  ${feature} ${name}: ${lacks.join(', ')} not there`),
    '',
  ].join('\n');
}

function inPart(list: readonly TypeInPart[], indent = '  '): string[] {
  return list.map(({ name, missing }) => `${indent}${name}: ${missing}`);
}
