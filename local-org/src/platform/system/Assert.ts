import { ApexException } from '../../runtime/ApexException.ts';
import { typeOf, type ApexType } from '../../values/index.ts';
import { objectModel } from '../../values/json/ObjectModel.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { throwNullArgument } from './arguments.ts';
import { assertEqual, assertNotEqual, assertTrue, failAssertion } from './assertion.ts';

type Message = string | null | undefined;

const areEqual = (expected: unknown, actual: unknown, message?: Message) => assertEqual(expected, actual, message);
const areNotEqual = (value: unknown, actual: unknown, message?: Message) => assertNotEqual(value, actual, message);
const fail = (message?: Message) => failAssertion(message, null);
const isFalse = (condition: boolean | null, message?: Message) =>
  assertTrue(condition === false, message, `Expected: false, Actual: ${condition}`);
const isTrue = (condition: boolean | null, message?: Message) =>
  assertTrue(condition, message, `Expected: true, Actual: ${condition}`);
const isNull = (value: unknown, message?: Message) => assertEqual(null, value, message);
const isNotNull = (value: unknown, message?: Message) => assertNotEqual(null, value, message);

const isInstanceOfType = (value: unknown, type: ApexType | null, message?: Message) => {
  if (!hasType(value, type)) {
    failAssertion(message, `Expected instance of type: ${type?.runtimeType.name}, Actual: ${typeName(value)}`);
  }
};

const isNotInstanceOfType = (value: unknown, type: ApexType | null, message?: Message) => {
  if (hasType(value, type)) failAssertion(message, `Not expected instance of type: ${type?.runtimeType.name}`);
};

export const Assert = definePlatformType({
  name: 'System.Assert',
  methods: {
    'static void areEqual(Object expected, Object actual)': areEqual,
    'static void areEqual(Object expected, Object actual, String message)': areEqual,
    'static void areNotEqual(Object notExpected, Object actual)': areNotEqual,
    'static void areNotEqual(Object notExpected, Object actual, String message)': areNotEqual,
    'static void fail()': fail,
    'static void fail(String message)': fail,
    'static void isFalse(Boolean condition)': isFalse,
    'static void isFalse(Boolean condition, String message)': isFalse,
    'static void isInstanceOfType(Object value, Type expected)': isInstanceOfType,
    'static void isInstanceOfType(Object value, Type expected, String message)': isInstanceOfType,
    'static void isNotInstanceOfType(Object value, Type notExpected)': isNotInstanceOfType,
    'static void isNotInstanceOfType(Object value, Type notExpected, String message)': isNotInstanceOfType,
    'static void isNotNull(Object value)': isNotNull,
    'static void isNotNull(Object value, String message)': isNotNull,
    'static void isNull(Object value)': isNull,
    'static void isNull(Object value, String message)': isNull,
    'static void isTrue(Boolean condition)': isTrue,
    'static void isTrue(Boolean condition, String message)': isTrue,
  },
});

function hasType(value: unknown, type: ApexType | null): boolean {
  if (type === null) throwNullArgument();
  if (value === null) return false;
  const actual = typeOf(value);
  return actual === type.runtimeType || objectModel()?.isAssignable(type.runtimeType, actual) === true;
}

function typeName(value: unknown): string {
  return value instanceof ApexException ? value.apexType : value === null ? 'null' : typeOf(value).name;
}
