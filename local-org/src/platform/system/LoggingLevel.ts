import { definePlatformType } from '../definePlatformType.ts';

export const LoggingLevel = definePlatformType({
  name: 'System.LoggingLevel',
  kind: 'enum',
  values: ['NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'FINE', 'FINER', 'FINEST', 'INTERNAL'],
});
