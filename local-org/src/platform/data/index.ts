import type { PlatformType } from '../definePlatformType.ts';

export const types: readonly PlatformType[] = [];
