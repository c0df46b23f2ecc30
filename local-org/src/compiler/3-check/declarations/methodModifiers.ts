import { hasWord } from '../../2-declare/modifiers.ts';
import type { MethodSymbol } from '../../symbols/Member.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { Report } from './Report.ts';

/** Words that a static method cannot have, in the order in which the compiler front end names both. */
const DISPATCH = ['virtual', 'abstract', 'override'];
const VISIBLE = ['protected', 'public', 'global', 'webservice'];
/** From Winter '26 on abstract and override methods state an access that subclasses have. Source: its release notes. */
const ACCESS_REQUIRED_SINCE = 65;

/** Modifiers of a method that exclude or require each other. */
export function checkMethodModifiers(type: ProjectType, method: MethodSymbol, report: Report): void {
  const { modifiers, position, name } = method.project!.declared;
  if (hasWord(modifiers, 'static')) checkStatic(modifiers.words, method, report);
  if (hasWord(modifiers, 'final')) report(position, 'APX0153', name);
  const isNew = !hasWord(modifiers, 'override');
  if (hasWord(modifiers, 'protected') && isNew && !type.isExtensible) report(position, 'APX0149', name);
  if (hasWord(modifiers, 'webservice') && !method.isStatic)
    report(position, 'APX0150', 'webService', 'methods', 'static', name);
  const dispatch = modifiers.words.find((word) => word === 'abstract' || word === 'override');
  if (dispatch && type.unit.apiVersion >= ACCESS_REQUIRED_SINCE && !VISIBLE.some((word) => hasWord(modifiers, word)))
    report(position, 'APX0178', dispatch, name);
}

function checkStatic(words: readonly string[], method: MethodSymbol, report: Report): void {
  const { position } = method.project!.declared;
  const place = words.indexOf('static');
  for (const word of [...DISPATCH, 'protected']) {
    const other = words.indexOf(word);
    if (other < 0) continue;
    const [first, second] = other < place ? [word, 'static'] : ['static', word];
    report(position, 'APX0156', first, 'methods', second, method.name);
  }
}
