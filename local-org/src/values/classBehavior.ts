import type { RuntimeType } from '../types/RuntimeType.ts';

/** An object of a class of the project, as the values see it: methods under mangled names. */
export interface ProjectObject {
  readonly $type: RuntimeType;
  readonly equals$Object?: (other: unknown) => boolean;
  readonly hashcode$?: () => number;
  readonly tostring$?: () => string | null;
  readonly compareto$Object?: (other: unknown) => number;
}

export function isProjectObject(value: unknown): value is ProjectObject {
  return typeof value === 'object' && value !== null && (value as ProjectObject).$type !== undefined;
}
