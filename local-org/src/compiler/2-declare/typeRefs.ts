import type {
  CreatedNameContext,
  QualifiedNameContext,
  TypeListContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';
import type { TypeRef } from '../../types/TypeRef.ts';

/** A type as written. Each pair of brackets is one more List around it. */
export function readTypeRef(tree: TypeRefContext): TypeRef {
  const names = tree.typeName_list();
  const last = names.at(-1);
  const name = names.map((part) => (part.LIST() ?? part.SET() ?? part.MAP() ?? part.id())?.getText() ?? '').join('.');
  let type: TypeRef = { name, args: last?.typeArguments() ? readTypeList(last.typeArguments().typeList()) : [] };
  for (let depth = tree.arraySubscripts().LBRACK_list().length; depth > 0; depth--)
    type = { name: 'List', args: [type] };
  return type;
}

export function readTypeList(tree: TypeListContext): TypeRef[] {
  return tree.typeRef_list().map(readTypeRef);
}

/** The type after `new`. */
export function readCreatedName(tree: CreatedNameContext): TypeRef {
  const pairs = tree.idCreatedNamePair_list();
  const list = pairs.at(-1)?.typeList();
  return { name: pairs.map((pair) => pair.anyId().getText()).join('.'), args: list ? readTypeList(list) : [] };
}

export function readQualifiedName(tree: QualifiedNameContext): TypeRef {
  return {
    name: tree
      .id_list()
      .map((id) => id.getText())
      .join('.'),
    args: [],
  };
}

export const VOID: TypeRef = { name: 'void', args: [] };
