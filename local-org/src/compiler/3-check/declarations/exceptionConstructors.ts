import { shortName } from '../../symbols/ApexType.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { Report } from './Report.ts';

/** Every exception class has these without declaring them. Source: Apex Developer Guide, "Create Custom Exceptions". */
const GIVEN = ['', 'String', 'Exception', 'String, Exception'];

export function checkExceptionConstructors(type: ProjectType, report: Report): void {
  if (!type.isException) return;
  for (const { project, parameters } of type.constructors) {
    const signature = parameters.map((parameter) => shortName(parameter.type)).join(', ');
    if (project?.declared && GIVEN.includes(signature)) report(project.declared.position, 'APX0181', signature);
  }
}
