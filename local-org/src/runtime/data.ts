import { createRequire } from 'node:module';
import { implementation } from '../platform/catalog.ts';
import type * as Execute from '../dml/execute.ts';
import type * as Tokens from '../platform/data/tokens.ts';

// Loaded at the first use: the data layer refers to compiled code in its turn.
const load = createRequire(import.meta.url);
let execute: typeof Execute | null = null;
let tokens: typeof Tokens | null = null;

export function executeDml(
  ...args: Parameters<(typeof Execute)['executeDml']>
): ReturnType<(typeof Execute)['executeDml']> {
  execute ??= load('../dml/execute.ts') as typeof Execute;
  return execute.executeDml(...args);
}

function loadedTokens(): typeof Tokens {
  return (tokens ??= load('../platform/data/tokens.ts') as typeof Tokens);
}

export function objectToken(object: string): unknown {
  return loadedTokens().objectToken(object);
}

export function fieldToken(object: string, field: string): unknown {
  return loadedTokens().fieldToken(object, field);
}

export function describeObject(object: string): unknown {
  return describe('Schema.SObjectType#getDescribe()', objectToken(object));
}

export function describeField(object: string, field: string): unknown {
  return describe('Schema.SObjectField#getDescribe()', fieldToken(object, field));
}

function describe(id: string, token: unknown): unknown {
  const getDescribe = implementation(id);
  if (!getDescribe) throw new Error(`The platform has no ${id}.`);
  return getDescribe(token);
}
