import { ROUNDING_MODES } from '../../../values/rounding.ts';
import { definePlatformType } from '../../definePlatformType.ts';

export const RoundingMode = definePlatformType({ name: 'System.RoundingMode', kind: 'enum', values: ROUNDING_MODES });
