import type { MemberTree, BodyEntry } from '../../2-declare/bodies.ts';
import { bodyOfClass } from '../../2-declare/bodies.ts';
import { positionOf } from '../../1-parse/parser.ts';
import type { SourceFile } from '../../source.ts';
import type { FieldSymbol } from '../../symbols/Member.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import { BodyContext } from '../BodyContext.ts';
import type { BoundBody, BoundStatement, BoundType } from '../bound.ts';
import { bridgesOf } from '../bridges.ts';
import { convert, settle } from '../conversions.ts';
import { checkValue } from '../expressions/index.ts';
import { checkBlock } from '../statements/index.ts';
import type { World } from '../World.ts';
import { checkBody } from './bodies.ts';
import { checkConstructorBody, impliedCall } from './constructors.ts';

export interface UnitParts {
  readonly source: SourceFile;
  readonly world: World;
}

interface Collected {
  readonly methods: BoundType['methods'][number][];
  readonly constructors: BoundType['constructors'][number][];
  readonly accessors: BoundType['accessors'][number][];
  readonly instanceInitializers: BoundStatement[];
  readonly staticInitializers: BoundStatement[];
  readonly inner: BoundType[];
}

/** Checks the bodies of a type of the project. */
export function checkTypeBody(type: ProjectType, entries: readonly BodyEntry[], unit: UnitParts): BoundType {
  const collected = emptyType();
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'initializer') {
      const context = newContext(type, unit, entry.isStatic, true);
      if (entry.isStatic && type.outer) context.report(positionOf(entry.block), 'APX0183', type.name);
      const target = entry.isStatic ? collected.staticInitializers : collected.instanceInitializers;
      target.push(checkBlock(entry.block, context));
    }
    if (entry.kind === 'member') checkMember(type, entry.tree, index, unit, collected);
  }
  if (type.declared.kind === 'class' && type.declared.constructors.length === 0 && type.superType?.project) {
    const context = newContext(type, unit, false);
    context.recover(() => impliedCall(type, type.declared.position, context));
  }
  return { type, ...collected, bridges: bridgesOf(type, unit.world) };
}

export function emptyType(): Collected {
  return { methods: [], constructors: [], accessors: [], instanceInitializers: [], staticInitializers: [], inner: [] };
}

export function checkMember(
  type: ProjectType,
  tree: MemberTree,
  index: number,
  unit: UnitParts,
  collected: Collected,
): void {
  const innerTree = tree.classDeclaration() ?? tree.interfaceDeclaration() ?? tree.enumDeclaration();
  if (innerTree) {
    const inner = type.inner.get(innerTree.id().getText().toLowerCase());
    // A second type of the same name was reported where it is declared.
    if (inner?.declared.index !== index) return;
    const entries = tree.classDeclaration() ? bodyOfClass(tree.classDeclaration().classBody()) : [];
    collected.inner.push(checkTypeBody(inner, entries, unit));
  } else if (tree.fieldDeclaration()) {
    checkFields(type, tree, unit, collected);
  } else if (tree.propertyDeclaration()) {
    checkAccessors(type, tree, unit, collected);
  } else if (tree.methodDeclaration()) {
    checkMethod(type, tree, index, unit, collected);
  } else {
    const constructor = type.constructors.find((candidate) => candidate.project?.declared?.index === index);
    const declaration = tree.constructorDeclaration?.();
    if (constructor && declaration) {
      collected.constructors.push({ constructor, body: checkConstructorBody(type, constructor, declaration, unit) });
    }
  }
}

function newContext(type: ProjectType, unit: UnitParts, isStatic: boolean, mayInitialize = false): BodyContext {
  return new BodyContext({ ...unit, type, isStatic, returns: unit.world.types.void, mayInitialize });
}

function checkFields(type: ProjectType, tree: MemberTree, unit: UnitParts, collected: Collected): void {
  for (const variable of tree.fieldDeclaration().variableDeclarators().variableDeclarator_list()) {
    const field = type.fields.get(variable.id().getText().toLowerCase());
    const expression = variable.expression();
    if (!field || !expression) continue;
    const { isStatic } = field;
    const context = new BodyContext({
      ...unit,
      type,
      isStatic,
      returns: unit.world.types.void,
      mayInitialize: true,
      initializes: field,
    });
    const position = positionOf(variable);
    const value = context.recover(() => {
      const found = checkValue(expression, context);
      return convert(
        field.type.kind === 'object' ? settle(found, context) : found,
        field.type,
        positionOf(expression),
        context,
      );
    });
    const initializers = field.isStatic ? collected.staticInitializers : collected.instanceInitializers;
    if (value) initializers.push({ kind: 'initialize', field, value, position });
  }
}

function checkMethod(type: ProjectType, tree: MemberTree, index: number, unit: UnitParts, collected: Collected): void {
  const declaration = tree.methodDeclaration();
  const methods = type.methods.get(declaration.id().getText().toLowerCase()) ?? [];
  const method = methods.find((candidate) => candidate.project?.declared.index === index);
  if (!method || !declaration.block()) return;
  const context = new BodyContext({ ...unit, type, isStatic: method.isStatic, returns: method.returns });
  const parameters = method.project!.declared.parameters;
  collected.methods.push({ method, body: checkBody(declaration.block(), method.parameters, parameters, context) });
}

function checkAccessors(type: ProjectType, tree: MemberTree, unit: UnitParts, collected: Collected): void {
  const declaration = tree.propertyDeclaration();
  const field = type.fields.get(declaration.id().getText().toLowerCase());
  if (!field?.property) return;
  for (const block of declaration.propertyBlock_list()) {
    const body = (block.getter() ?? block.setter()).block();
    if (!body) continue;
    const kind = block.getter() ? 'get' : 'set';
    collected.accessors.push({ field, kind, body: checkAccessor(type, field, kind, body, unit) });
  }
}

function checkAccessor(
  type: ProjectType,
  field: FieldSymbol,
  kind: 'get' | 'set',
  block: Parameters<typeof checkBody>[0],
  unit: UnitParts,
): BoundBody {
  const returns = kind === 'get' ? field.type : unit.world.types.void;
  const context = new BodyContext({ ...unit, type, isStatic: field.isStatic, returns, accessorOf: field });
  const parameters = kind === 'set' ? [{ name: 'value', type: field.type }] : [];
  return checkBody(block, parameters, [], context);
}
