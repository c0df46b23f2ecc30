import type { BoundExpression } from '../../3-check/bound.ts';
import { place } from '../marks.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { dereference, emit, emitAll } from './index.ts';

type Call = Extract<BoundExpression, { kind: 'call' }>;

export function emitCall(node: Call, scope: FunctionScope): string {
  return place(node.position) + (node.method.platform ? emitPlatformCall(node, scope) : emitProjectCall(node, scope));
}

function emitProjectCall(node: Call, scope: FunctionScope): string {
  const args = emitAll(node.args, scope);
  const { jsName, project } = node.method;
  if (node.isSuper) return `super.${jsName}(${args})`;
  if (!node.target) return `${scope.unit.classOf(project!.owner)}.${jsName}(${args})`;
  return `${dereference(node.target, scope)}.${jsName}(${args})`;
}

function emitPlatformCall(node: Call, scope: FunctionScope): string {
  const { method, target } = node;
  const declaration = method.platform!;
  const site = declaration.takesCallSite ? [emitCallSite(node, scope)] : [];
  const args = node.args.map((argument) => emit(argument, scope));
  const implementation = scope.unit.platform(declaration.id);
  if (!target) return `${implementation}(${[...site, ...args].join(', ')})`;
  if (node.isSuper) {
    const own = [`$super.prototype`, JSON.stringify(method.jsName), implementation, 'this', ...args];
    return `$rt.callSuper(${own.join(', ')})`;
  }
  const object = dereference(target, scope);
  if (declaration.isVirtual) {
    return `$rt.callVirtual(${[object, JSON.stringify(method.jsName), implementation, ...args].join(', ')})`;
  }
  return `${implementation}(${[...site, object, ...args].join(', ')})`;
}

/** Where dynamic SOQL may bind variables by name, the call tells their values. */
function emitCallSite(node: Call, scope: FunctionScope): string {
  const site = scope.unit.callSite(scope.type);
  if (!node.visible || node.visible.length === 0) return site;
  const entries = node.visible.map(
    ({ name, value }) => `${JSON.stringify(name.toLowerCase())}: () => ${emit(value, scope)}`,
  );
  return `$rt.callSiteWith(${site}, { ${entries.join(', ')} })`;
}
