import assert from 'node:assert/strict';
import { test } from 'node:test';
import { platformEnumConstant, ApexDecimal, ApexDouble, toText } from '../../src/values/index.ts';
import { findType } from '../../src/platform/catalog.ts';
import { callPlatform, thrownBy } from './callPlatform.ts';

const decimal = (text: string): ApexDecimal => ApexDecimal.parse(text) as ApexDecimal;

test('texts that are no number are refused', () => {
  const valueOf = (type: string, text: string): string =>
    thrownBy(() => callPlatform(`System.${type}#valueOf(String)`, text));
  assert.equal(valueOf('Integer', 'x'), 'System.TypeException: Invalid integer: x');
  assert.equal(valueOf('Integer', '2147483648'), 'System.TypeException: Invalid integer: 2147483648');
  assert.equal(valueOf('Integer', ''), 'System.TypeException: Invalid integer: ');
  assert.equal(valueOf('Long', '1.5'), 'System.TypeException: Invalid long: 1.5');
  assert.equal(valueOf('Decimal', '1,5'), 'System.TypeException: Invalid decimal: 1,5');
  assert.equal(valueOf('Double', 'abc'), 'System.TypeException: Invalid double: abc');
});

test('Integer.valueOf takes other numbers and cuts their fraction', () => {
  const valueOf = (value: unknown): unknown => callPlatform('System.Integer#valueOf(Object)', value);
  assert.equal(valueOf(decimal('-5.9')), -5);
  assert.equal(valueOf(new ApexDouble(7.9)), 7);
  assert.equal(valueOf(2n ** 32n + 5n), 5);
  assert.equal(valueOf('42'), 42);
  assert.equal(valueOf('-42.90'), -42);
  assert.equal(
    thrownBy(() => valueOf('99999999999.5')),
    'System.TypeException: Invalid integer: 99999999999',
  );
  assert.equal(
    thrownBy(() => callPlatform('System.Integer#valueOf(String)', '42.0')),
    'System.TypeException: Invalid integer: 42.0',
  );
});

test('Decimal rounds half even where no mode is named', () => {
  const round = (text: string): unknown => callPlatform('System.Decimal#round()', decimal(text));
  assert.equal(round('2.5'), 2n);
  assert.equal(round('3.5'), 4n);
  assert.equal(toText(callPlatform('System.Decimal#setScale(Integer)', decimal('5.245'), 2)), '5.24');
  findType('RoundingMode');
  const up = platformEnumConstant('System.RoundingMode', 'HALF_UP');
  assert.equal(toText(callPlatform('System.Decimal#setScale(Integer,RoundingMode)', decimal('5.245'), 2, up)), '5.25');
});

test('numbers are formatted for the locale', () => {
  assert.equal(callPlatform('System.Integer#format()', 1234567), '1,234,567');
  assert.equal(callPlatform('System.Decimal#format()', decimal('1234.5675')), '1,234.568');
});

test('Math keeps the type of its arguments', () => {
  assert.equal(callPlatform('System.Math#max(Integer,Integer)', 3, 5), 5);
  assert.equal(callPlatform('System.Math#min(Long,Long)', 3n, 5n), 3n);
  assert.equal(toText(callPlatform('System.Math#max(Decimal,Decimal)', decimal('1.50'), decimal('1.2'))), '1.50');
  assert.equal(callPlatform('System.Math#abs(Integer)', -2147483648), -2147483648);
  assert.equal(callPlatform('System.Math#mod(Integer,Integer)', -7, 3), -1);
  assert.equal(toText(callPlatform('System.Math#floor(Decimal)', decimal('-1.5'))), '-2');
  assert.equal(callPlatform('System.Math#round(Decimal)', decimal('2.5')), 2);
  assert.equal(toText(callPlatform('System.Math#pow(Double,Double)', new ApexDouble(2), new ApexDouble(10))), '1024.0');
  assert.equal(
    thrownBy(() => callPlatform('System.Math#mod(Integer,Integer)', 1, 0)),
    'System.MathException: Divide by 0',
  );
});

test('Boolean.valueOf is true for true in any case only', () => {
  assert.equal(callPlatform('System.Boolean#valueOf(String)', 'TRUE'), true);
  assert.equal(callPlatform('System.Boolean#valueOf(String)', 'yes'), false);
});
