import type { ValueObject } from '../../values/ValueObject.ts';
import { definePlatformType } from '../definePlatformType.ts';

/** System.AccessLevel: a class with two constants. */
export class AccessLevelValue implements ValueObject {
  readonly apexType = 'System.AccessLevel';
  readonly access: 'user' | 'system';

  constructor(access: 'user' | 'system') {
    this.access = access;
  }

  valueText(): string {
    return `AccessLevel.${this.access.toUpperCase()}_MODE`;
  }
}

const USER_MODE = new AccessLevelValue('user');
const SYSTEM_MODE = new AccessLevelValue('system');

export const AccessLevel = definePlatformType({
  name: 'System.AccessLevel',
  properties: {
    'static AccessLevel USER_MODE': () => USER_MODE,
    'static AccessLevel SYSTEM_MODE': () => SYSTEM_MODE,
  },
  missing: 'withPermissionSetId',
});
