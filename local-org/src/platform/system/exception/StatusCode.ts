import { definePlatformType } from '../../definePlatformType.ts';
import { STATUS_CODES } from './statusCodes.ts';

export const StatusCode = definePlatformType({ name: 'System.StatusCode', kind: 'enum', values: STATUS_CODES });
