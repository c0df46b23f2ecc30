import { hasWord } from '../../2-declare/modifiers.ts';
import { accessOf, type ProjectType } from '../../symbols/ProjectType.ts';
import type { Report } from './Report.ts';

const PLURALS = { class: 'classes', interface: 'interfaces', enum: 'enums' } as const;

/** What is global or a web service stands in global types only. */
export function checkGlobal(type: ProjectType, report: Report): void {
  const { declared } = type;
  const isGlobal = hasWord(declared.modifiers, 'global');
  const { methods, fields, properties, constructors } = declared;
  if (!isGlobal) {
    for (const [place, list] of Object.entries({ fields, properties, constructors, methods })) {
      for (const { modifiers, position, name } of list) {
        if (accessOf(modifiers) !== 'global') continue;
        const word = hasWord(modifiers, 'webservice') ? 'webService' : 'global';
        report(position, 'APX0157', word, place, 'global', name);
      }
    }
  }
  if (isGlobal && type.outer && !hasWord(type.outer.declared.modifiers, 'global'))
    report(declared.position, 'APX0158', PLURALS[declared.kind], declared.name);
}
