import type { TypeRef } from '../../types/TypeRef.ts';
import { typeRefText } from '../../types/TypeRef.ts';
import { unresolvedPart } from '../symbols/TypeTable.ts';
import type { Position } from '../diagnostics.ts';
import type { ApexType } from '../symbols/ApexType.ts';
import type { BodyContext } from './BodyContext.ts';
import { codeOfMissingType } from './unsupported.ts';
import { isTypeVisible } from './visibility.ts';

/** The type of a written name. Fails with a message that tells unknown from unsupported. */
export function resolveType(ref: TypeRef, position: Position, context: BodyContext): ApexType {
  const type = context.types.resolve(ref, context.type);
  if (!type) {
    const culprit = unresolvedPart(ref, context.types, context.type);
    return context.fail(position, codeOfMissingType(culprit.name, context.types), typeRefText(culprit));
  }
  if (type.project && !isTypeVisible(type.project, context.type)) context.fail(position, 'APX0206', type.name);
  return type;
}
