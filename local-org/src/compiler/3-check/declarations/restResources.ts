import { findAnnotation, hasWord } from '../../2-declare/modifiers.ts';
import type { MethodSymbol } from '../../symbols/Member.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { Report } from './Report.ts';

const VERBS = ['HttpGet', 'HttpPost', 'HttpPut', 'HttpPatch', 'HttpDelete'];
const WITHOUT_PARAMETERS = ['HttpGet', 'HttpDelete'];
/** Source: message "Rest Resource url cannot be longer than 255 characters" of the compiler front end. */
const LONGEST_URL = 255;

/** Source: Apex Developer Guide, "Apex REST Annotations", and the compiler front end. */
export function checkRestResource(type: ProjectType, report: Report): void {
  const annotation = findAnnotation(type.declared.modifiers, 'RestResource');
  if (!annotation) return;
  const { position, modifiers, name } = type.declared;
  if (!hasWord(modifiers, 'global')) report(position, 'APX0150', 'RestResource', 'classes', 'global', name);
  const url = annotation.values.urlmapping;
  if (url === undefined) return report(annotation.position, 'APX0173', 'urlMapping');
  const problem = urlProblem(url);
  if (problem) report(annotation.position, 'APX0174', problem);
}

function urlProblem(url: string): string | null {
  if (url === '') return 'cannot be empty';
  if (url.length > LONGEST_URL) return `cannot be longer than ${LONGEST_URL} characters`;
  if (!url.startsWith('/')) return "must begin with a forward slash, '/'";
  if (/[^/]\*/.test(url)) return "wildcard, '*', must be preceded by a forward slash, '/'";
  if (/\*[^/]/.test(url)) return "wildcard, '*', must be followed by a forward slash, '/', or be the last character";
  return null;
}

export function checkRestMethod(method: MethodSymbol, type: ProjectType, report: Report): void {
  const { position, modifiers } = method.project!.declared;
  for (const verb of VERBS) {
    if (!findAnnotation(modifiers, verb)) continue;
    if (!findAnnotation(type.declared.modifiers, 'RestResource'))
      report(position, 'APX0157', verb, 'methods', 'RestResource', method.name);
    if (!method.isStatic) report(position, 'APX0150', verb, 'methods', 'static', method.name);
    if (method.project!.access !== 'global') report(position, 'APX0150', verb, 'methods', 'global', method.name);
    if (WITHOUT_PARAMETERS.includes(verb) && method.parameters.length > 0)
      report(position, 'APX0175', verb, method.name);
    const all = [...type.methods.values()].flat();
    if (all.filter((other) => findAnnotation(other.project!.declared.modifiers, verb)).length > 1)
      report(position, 'APX0152', verb);
  }
}
