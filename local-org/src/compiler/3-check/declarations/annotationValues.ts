import type { DeclaredAnnotation } from '../../2-declare/Declaration.ts';
import type { Report } from './Report.ts';

const BOOLEAN = [
  'cacheable',
  'continuation',
  'seealldata',
  'isparallel',
  'oninstall',
  'critical',
  'callout',
  'required',
];

/**
 * A value is text, true or false; nothing else is read by Salesforce's parser. Where true or false is expected, text is read
 * as well, where text is expected nothing else is.
 */
export function checkAnnotationValues(annotation: DeclaredAnnotation, report: Report): void {
  const { name, position } = annotation;
  if (annotation.hasComma) report(position, 'APX0184', name);
  for (const [property, value] of Object.entries(annotation.values)) {
    const isText = annotation.texts.includes(property);
    const isBoolean = ['true', 'false'].includes(value.toLowerCase());
    const takesBoolean = BOOLEAN.includes(property);
    const isFree = property === 'defaultvalue';
    const fits = isFree ? isText || isBoolean : takesBoolean ? isBoolean : isText;
    if (!fits) report(position, 'APX0172', property, name, takesBoolean ? 'Boolean' : 'String');
    if (property.endsWith('serializable') && isText && !SERIALIZABLE.includes(value.toLowerCase()))
      report(position, 'APX0176', property, name, value);
  }
  if (name.toLowerCase() === 'jsonaccess' && Object.keys(annotation.values).length === 0) report(position, 'APX0177');
}

const SERIALIZABLE = ['never', 'samenamespace', 'samepackage', 'always'];
