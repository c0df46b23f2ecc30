import type { PlatformType } from '../definePlatformType.ts';
import { FeatureManagement } from './FeatureManagement.ts';
import { ResetPasswordResult } from './ResetPasswordResult.ts';
import { SystemPasswordMethods } from './resetPassword.ts';
import { UserInfo } from './UserInfo.ts';

export const types: readonly PlatformType[] = [FeatureManagement, ResetPasswordResult, SystemPasswordMethods, UserInfo];
