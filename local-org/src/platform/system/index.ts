import type { PlatformType } from '../definePlatformType.ts';

/** The types of the namespace System that need neither records nor the org. */
export const types: readonly PlatformType[] = [];
