import type {
  AnonymousUnitContext,
  BlockContext,
  ClassBodyContext,
  ConstructorDeclarationContext,
  InterfaceBodyContext,
  InterfaceMethodDeclarationContext,
  MemberDeclarationContext,
  ModifierContext,
  StatementContext,
  TriggerBlockContext,
} from '@apexdevtools/apex-parser';

/** The parts of a member's tree that its kind offers; the others answer null. */
export type MemberTree = Pick<
  MemberDeclarationContext,
  | 'methodDeclaration'
  | 'interfaceDeclaration'
  | 'classDeclaration'
  | 'enumDeclaration'
  | 'propertyDeclaration'
  | 'fieldDeclaration'
> & { constructorDeclaration?(): ConstructorDeclarationContext | null };

/** One entry of the body of a type, trigger or script. */
export type BodyEntry =
  | { readonly kind: 'member'; readonly modifiers: readonly ModifierContext[]; readonly tree: MemberTree }
  | { readonly kind: 'initializer'; readonly isStatic: boolean; readonly block: BlockContext }
  | { readonly kind: 'interfaceMethod'; readonly tree: InterfaceMethodDeclarationContext }
  | { readonly kind: 'statement'; readonly statement: StatementContext }
  | { readonly kind: 'nothing' };

export function bodyOfClass(tree: ClassBodyContext): BodyEntry[] {
  return tree.classBodyDeclaration_list().map((entry): BodyEntry => {
    if (entry.memberDeclaration()) {
      return {
        kind: 'member',
        modifiers: entry.modifier_list(),
        tree: entry.memberDeclaration() as unknown as MemberTree,
      };
    }
    if (entry.block()) return { kind: 'initializer', isStatic: entry.STATIC() !== null, block: entry.block() };
    return { kind: 'nothing' };
  });
}

export function bodyOfInterface(tree: InterfaceBodyContext): BodyEntry[] {
  return tree.interfaceMethodDeclaration_list().map((method) => ({ kind: 'interfaceMethod', tree: method }));
}

export function bodyOfTrigger(tree: TriggerBlockContext): BodyEntry[] {
  return tree.triggerBlockMember_list().map((entry): BodyEntry => {
    if (entry.statement()) return { kind: 'statement', statement: entry.statement() };
    return { kind: 'member', modifiers: entry.modifier_list(), tree: entry.triggerMemberDeclaration() };
  });
}

export function bodyOfAnonymous(tree: AnonymousUnitContext): BodyEntry[] {
  return tree
    .anonymousBlock()
    .anonymousBlockMember_list()
    .map((entry): BodyEntry => {
      if (entry.statement()) return { kind: 'statement', statement: entry.statement() };
      return { kind: 'member', modifiers: entry.modifier_list(), tree: entry.anonymousMemberDeclaration() };
    });
}
