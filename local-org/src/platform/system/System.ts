import { currentOrg, currentTransaction } from '../../org/current.ts';
import { ApexDatetime, ApexEnum, apexEquals, apexHash, concatText } from '../../values/index.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { assertEqual, assertNotEqual, assertTrue } from './assertion.ts';
import { today } from './date/Date.ts';
import { LoggingLevel } from './LoggingLevel.ts';
import { throwNullArgument } from './arguments.ts';

const LEVELS = LoggingLevel.declaration.enumValues;

/** The members of System that need no jobs and no users; those stand with the org's own types. */
export const System = definePlatformType({
  name: 'System.System',
  methods: {
    'static void assert(Boolean condition)': (condition: boolean | null) => assertTrue(condition, null, null),
    'static void assert(Boolean condition, Object message)': (condition: boolean | null, message: unknown) =>
      assertTrue(condition, message, null),
    'static void assertEquals(Object expected, Object actual)': (expected: unknown, actual: unknown) =>
      assertEqual(expected, actual, null),
    'static void assertEquals(Object expected, Object actual, Object message)': assertEqual,
    'static void assertNotEquals(Object notExpected, Object actual)': (notExpected: unknown, actual: unknown) =>
      assertNotEqual(notExpected, actual, null),
    'static void assertNotEquals(Object notExpected, Object actual, Object message)': assertNotEqual,
    'static Long currentTimeMillis()': () => BigInt(currentOrg().clock.now()),
    'static void debug(Object message)': (message: unknown) => log('DEBUG', message),
    'static void debug(LoggingLevel level, Object message)': (level: ApexEnum | null, message: unknown) => {
      if (level === null) throwNullArgument();
      if (level.name !== 'NONE') log(level.name, message);
    },
    'static Boolean equals(Object left, Object right)': apexEquals,
    'static Integer hashCode(Object value)': (value: unknown) => apexHash(value) | 0,
    'static Boolean isBatch()': () => currentTransaction().quiddity === 'batch',
    'static Boolean isFuture()': () => currentTransaction().quiddity === 'future',
    'static Boolean isQueueable()': () => currentTransaction().quiddity === 'queueable',
    'static Boolean isScheduled()': () => (currentTransaction().quiddity as string) === 'scheduled',
    'static Datetime now()': () => new ApexDatetime(currentOrg().clock.now()),
    'static Date today()': () => today(),
  },
});

function log(level: string, message: unknown): void {
  if (!LEVELS.includes(level)) throw new Error(`Not a logging level: ${level}`);
  currentOrg().log(`USER_DEBUG|${level}|${concatText(message)}`);
}
