import type { PlatformType } from '../definePlatformType.ts';
import { Messaging } from './Messaging.ts';
import { SendEmailError, SendEmailResult } from './SendEmailResult.ts';
import { Email, SingleEmailMessage } from './SingleEmailMessage.ts';

export const types: readonly PlatformType[] = [Email, Messaging, SendEmailError, SendEmailResult, SingleEmailMessage];
