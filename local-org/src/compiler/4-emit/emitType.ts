import type { BoundBody, BoundStatement, BoundType } from '../3-check/bound.ts';
import type { FieldSymbol } from '../symbols/Member.ts';
import type { ProjectType } from '../symbols/ProjectType.ts';
import { RUN } from '../3-check/declarations/scripts.ts';
import { reachesOut } from './effects.ts';
import { FunctionScope } from './FunctionScope.ts';
import { heldVariables, isHeld } from './heldVariables.ts';
import { beginFunction, endFunction } from './marks.ts';
import { emitStatements } from './statements/index.ts';
import { findNeverNull } from './neverNullVariables.ts';
import type { UnitScope } from './UnitScope.ts';

/** The definition of a type and of its inner types: calls of `$rt.define`. */
export function emitType(bound: BoundType, unit: UnitScope): string {
  const { type } = bound;
  const own = type.declared.kind === 'class' ? emitClass(bound, unit) : '';
  return own + bound.inner.map((inner) => emitType(inner, unit)).join('');
}

const GUARD_BEGIN = 'try {\n';
const GUARD_END = '} finally { $rt.leave($h); }\n';

function emitClass(bound: BoundType, unit: UnitScope): string {
  const { type } = bound;
  const parent = type.superType?.project ? JSON.stringify(type.superType.project.name) : 'null';
  const members = [
    emitJsConstructor(type),
    ...bound.constructors.map(({ constructor, body }) => emitConstructor(constructor.jsName, body, bound, unit)),
    ...impliedConstructor(bound, unit),
    emitInstanceInitializer(bound, unit),
    ...bound.methods.map(({ method, body }) => {
      const name = method.jsName === RUN ? '' : `.${method.name}`;
      return emitFunction(
        `${method.isStatic ? 'static ' : ''}${method.jsName}`,
        frame(type, name),
        body,
        bound,
        unit,
        method.isStatic,
      );
    }),
    ...bound.accessors.map(({ field, kind, body }) => {
      const accessor = (kind === 'get' ? field.property!.getter : field.property!.setter)!;
      const name = `${field.isStatic ? 'static ' : ''}${accessor.jsName}`;
      return emitFunction(name, frame(type, `.${field.name}`), body, bound, unit, field.isStatic);
    }),
    ...bound.bridges.map(({ from, to }) => `${from}(...args) { return this.${to}(...args); }\n`),
    emitStatics(bound, unit),
  ];
  const header = `$rt.define(${JSON.stringify(type.name)}, ${parent}, ${type.isException}, ($super) => class ${type.declared.simpleName} extends $super {\n`;
  return `${header}${members.join('')}});\n`;
}

/** As stack traces of Salesforce name it. */
function frame(type: ProjectType, member: string): string {
  const { unit } = type.outermost;
  if (unit.kind === 'trigger' && type.outer === null) return `Trigger.${unit.trigger!.name}${member}`;
  if (unit.kind === 'anonymous' && type.outer === null) return `AnonymousBlock${member}`;
  return `Class.${type.name}${member}`;
}

function storedFields(type: ProjectType, isStatic: boolean): FieldSymbol[] {
  return [...type.fields.values()].filter((field) => field.isStatic === isStatic);
}

/** All fields exist from the beginning: objects of a class have one shape. */
function emitJsConstructor(type: ProjectType): string {
  const fields = storedFields(type, false)
    .map((field) => `this.${field.jsName} = null;\n`)
    .join('');
  const name = JSON.stringify(type.name);
  return type.isException
    ? `constructor($type = ${name}) {\nsuper($type);\n${fields}}\n`
    : `constructor() {\nsuper();\n${fields}}\n`;
}

function emitConstructor(jsName: string, body: BoundBody, bound: BoundType, unit: UnitScope): string {
  const code = (scope: FunctionScope): string => emitStatements(body.statements, scope);
  const init = wrapped(jsName, frame(bound.type, '.<init>'), body, code, bound, unit, false, reachesOut(body));
  return `${init}${creator(jsName, body.parameters.length, bound)}`;
}

/** `new` from outside: an object with its fields, its initializers, then the constructor of Apex. */
function creator(jsName: string, parameters: number, { type }: BoundType): string {
  const names = Array.from({ length: parameters }, (_, index) => `a${index}`).join(', ');
  const statics = type.outer === null ? 'this.$s();\n' : '';
  return `static n$${jsName}(${names}) {\n${statics}const o = new this();\no.$begin();\no.${jsName}(${names});\nreturn o;\n}\n`;
}

/** A class without constructors has one that takes nothing. */
function impliedConstructor(bound: BoundType, unit: UnitScope): string[] {
  const [only] = bound.type.constructors;
  if (!only || only.project?.declared !== null) return [];
  const parent = bound.type.superType?.project?.constructors.find((candidate) => candidate.parameters.length === 0);
  const statements: BoundStatement[] = [];
  const { position } = bound.type.declared;
  if (parent) statements.push({ kind: 'delegate', to: 'super', constructor: parent, args: [], position });
  return [emitConstructor(only.jsName, { parameters: [], statements, position }, bound, unit)];
}

/**
 * The initializers of an object: those of the superclass first, all of them before any constructor, so that a method that a
 * superclass calls from its constructor finds the fields of the class. Source: apex-enterprise-patterns/fflib-apex-common,
 * fflib_SObjectUnitOfWorkTest.DerivedUnitOfWork.
 */
function emitInstanceInitializer(bound: BoundType, unit: UnitScope): string {
  if (bound.instanceInitializers.length === 0) return '';
  const body: BoundBody = {
    parameters: [],
    statements: bound.instanceInitializers,
    position: bound.type.declared.position,
  };
  const code = (scope: FunctionScope): string => `super.$begin();\n${emitStatements(body.statements, scope)}`;
  return wrapped('$begin', frame(bound.type, '.<init>'), body, code, bound, unit, false, reachesOut(body));
}

function emitFunction(
  name: string,
  frameName: string,
  body: BoundBody,
  bound: BoundType,
  unit: UnitScope,
  isStatic: boolean,
): string {
  const code = (scope: FunctionScope): string => emitStatements(body.statements, scope);
  return wrapped(name, frameName, body, code, bound, unit, isStatic, reachesOut(body));
}

// eslint-disable-next-line max-params -- the parts of one function, all of them needed
function wrapped(
  name: string,
  frameName: string,
  body: BoundBody,
  emitBody: (scope: FunctionScope) => string,
  bound: BoundType,
  unit: UnitScope,
  isStatic: boolean,
  reaches: boolean,
): string {
  const scope = new FunctionScope(unit, bound.type, heldVariables(body.statements), !reaches);
  findNeverNull(body.statements);
  const parameters = body.parameters.map((parameter) => parameter.jsName).join(', ');
  const statics = isStatic && bound.staticInitializers.length > 0 ? 'this.$s();\n' : '';
  const code = emitBody(scope);
  const inner = statics + code;
  const held = [
    ...body.parameters.filter(({ type }) => isHeld(type)).map(({ jsName }) => jsName),
    ...scope.heldVariables,
    ...(isStatic ? [] : ['this']),
  ];
  const guarded = reaches || scope.heldVariables.length > 0 ? guard(bound.type, held, inner) : inner;
  return `${beginFunction(frameName)}${name}(${parameters}) {\n${scope.declarations()}${guarded}}${endFunction}\n`;
}

/** Code that runs in the sharing mode of its class, one level deeper, and tells what its variables hold. */
function guard({ sharing }: ProjectType, held: readonly string[], code: string): string {
  const frame = held.length > 0 ? `, () => [${held.join(', ')}]` : '';
  return `const $h = $rt.enter(${JSON.stringify(sharing)}${frame});\n${GUARD_BEGIN}${code}${GUARD_END}`;
}

/** Static fields live as long as a transaction and are initialized at the first use of the class. */
function emitStatics(bound: BoundType, unit: UnitScope): string {
  const { type } = bound;
  if (type.outer !== null) return '';
  const fields = storedFields(type, true)
    .map((field) => `${field.jsName}: null`)
    .join(', ');
  const scope = new FunctionScope(unit, type, heldVariables(bound.staticInitializers));
  findNeverNull(bound.staticInitializers);
  const code = emitStatements(bound.staticInitializers, scope);
  const held = scope.heldVariables;
  const guarded = reachesOut(bound.staticInitializers) || held.length > 0 ? guard(type, held, code) : code;
  return (
    `static $s() {\nconst all = $rt.transaction().statics;\nreturn all[this.$slot] ?? this.$i(all[this.$slot] = { ${fields} });\n}\n` +
    `${beginFunction(frame(type, '.<clinit>'))}static $i($s) {\n${scope.declarations()}${guarded}return $s;\n}${endFunction}\n`
  );
}
