import { hasWord } from '../../2-declare/modifiers.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { Report } from './Report.ts';

const ACCESS = ['public', 'global', 'private'];
const ALLOWED = {
  class: [...ACCESS, 'virtual', 'abstract'],
  interface: [...ACCESS, 'virtual'],
  enum: ACCESS,
} as const;

/** Which modifiers a class, an interface and an enum take. */
export function checkTypeModifiers(type: ProjectType, report: Report): void {
  const { kind, modifiers, position, simpleName } = type.declared;
  for (const word of modifiers.words) {
    if (word === 'static') report(position, 'APX0122', simpleName);
    else if (!ALLOWED[kind].includes(word)) report(position, 'APX0106', word);
  }
  if (kind === 'class' && hasWord(modifiers, 'virtual') && hasWord(modifiers, 'abstract'))
    report(position, 'APX0137', 'abstract', 'virtual');
}
