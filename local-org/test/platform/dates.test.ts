import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { ApexDate, ApexDatetime, ApexTime, toText } from '../../src/values/index.ts';
import { registerUserContext } from '../../src/values/userContext.ts';
import { callPlatform, inOrgAt, thrownBy } from './callPlatform.ts';

const at = (iso: string): ApexDatetime => new ApexDatetime(Date.parse(iso));
const datetime = (member: string, ...args: unknown[]): unknown => callPlatform(`System.Datetime#${member}`, ...args);
const date = (member: string, ...args: unknown[]): unknown => callPlatform(`System.Date#${member}`, ...args);
const livesIn = (timeZone: string, locale = 'en_US'): void =>
  registerUserContext({ timeZone: () => timeZone, locale: () => locale });

afterEach(() => livesIn('GMT'));

test('days and months beyond their range roll over', () => {
  assert.equal(toText(date('newInstance(Integer,Integer,Integer)', 2026, 13, 1)), '2027-01-01');
  assert.equal(toText(date('newInstance(Integer,Integer,Integer)', 2026, 2, 30)), '2026-03-02');
});

test('adding months stays in the month', () => {
  assert.equal(toText(date('addMonths(Integer)', ApexDate.of(2026, 1, 31), 1)), '2026-02-28');
  assert.equal(toText(date('addYears(Integer)', ApexDate.of(2024, 2, 29), 1)), '2025-02-28');
  assert.equal(toText(date('addMonths(Integer)', ApexDate.of(2026, 1, 15), -2)), '2025-11-15');
});

test('distances between days', () => {
  assert.equal(date('daysBetween(Date)', ApexDate.of(2026, 1, 1), ApexDate.of(2026, 12, 31)), 364);
  assert.equal(date('monthsBetween(Date)', ApexDate.of(2026, 1, 31), ApexDate.of(2026, 3, 1)), 2);
  assert.equal(date('daysInMonth(Integer,Integer)', 2024, 2), 29);
  assert.equal(date('daysInMonth(Integer,Integer)', 2100, 2), 28);
  assert.equal(date('dayOfYear()', ApexDate.of(2026, 2, 1)), 32);
  assert.equal(toText(date('toStartOfWeek()', ApexDate.of(2026, 11, 21))), '2026-11-15');
});

test('dates are read from the standard form and from that of the locale', () => {
  assert.equal(toText(date('valueOf(String)', '2026-11-21')), '2026-11-21');
  assert.equal(toText(date('valueOf(String)', '2026-11-21 10:00:00')), '2026-11-21');
  assert.equal(toText(date('parse(String)', '11/21/2026')), '2026-11-21');
  livesIn('GMT', 'de_DE');
  assert.equal(toText(date('parse(String)', '21.11.2026')), '2026-11-21');
  assert.equal(
    thrownBy(() => date('valueOf(String)', '2026-02-30')),
    'System.TypeException: Invalid date: 2026-02-30',
  );
});

test('a moment has other parts in another time zone', () => {
  livesIn('America/Los_Angeles');
  const moment = at('2026-07-01T02:15:30.123Z');
  assert.equal(datetime('day()', moment), 30);
  assert.equal(datetime('hour()', moment), 19);
  assert.equal(datetime('hourGmt()', moment), 2);
  assert.equal(datetime('millisecond()', moment), 123);
  assert.equal(toText(datetime('date()', moment)), '2026-06-30');
  assert.equal(toText(datetime('timeGmt()', moment)), '02:15:30.123Z');
});

test('newInstance reads the clock of the user, newInstanceGmt that of Greenwich', () => {
  livesIn('America/New_York');
  const six = 'Integer,Integer,Integer,Integer,Integer,Integer';
  const local = datetime(`newInstance(${six})`, 2026, 3, 8, 1, 30, 0) as ApexDatetime;
  assert.equal(local.toIso(), '2026-03-08T06:30:00.000Z');
  const gmt = datetime(`newInstanceGmt(${six})`, 2026, 3, 8, 1, 30, 0) as ApexDatetime;
  assert.equal(gmt.toIso(), '2026-03-08T01:30:00.000Z');
  const skipped = datetime(`newInstance(${six})`, 2026, 3, 8, 2, 30, 0) as ApexDatetime;
  assert.equal(skipped.toIso(), '2026-03-08T07:30:00.000Z');
  const joined = datetime('newInstance(Date,Time)', ApexDate.of(2026, 7, 1), ApexTime.of(12, 0, 0, 0)) as ApexDatetime;
  assert.equal(joined.toIso(), '2026-07-01T16:00:00.000Z');
});

test('texts are read in the time zone of the user', () => {
  livesIn('Europe/Berlin');
  assert.equal(
    (datetime('valueOf(String)', '2026-11-21 12:00:00') as ApexDatetime).toIso(),
    '2026-11-21T11:00:00.000Z',
  );
  assert.equal(
    (datetime('valueOfGmt(String)', '2026-11-21 12:00:00') as ApexDatetime).toIso(),
    '2026-11-21T12:00:00.000Z',
  );
  assert.equal((datetime('parse(String)', '11/21/2026, 1:15 PM') as ApexDatetime).toIso(), '2026-11-21T12:15:00.000Z');
  for (const text of ['2026-11-21T12:00:00Z', '2026-11-21', '2026-11-21 25:00:00']) {
    assert.equal(
      thrownBy(() => datetime('valueOf(String)', text)),
      `System.TypeException: Invalid date/time: ${text}`,
    );
  }
});

test('patterns are those of Java', () => {
  const format = (pattern: string, zone: string): unknown =>
    datetime('format(String,String)', at('2026-11-01T05:04:03.007Z'), pattern, zone);
  assert.equal(format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", 'GMT'), '2026-11-01T05:04:03.007Z');
  assert.equal(format('EEEE, MMMM d, yyyy h:mm a', 'America/Los_Angeles'), 'Saturday, October 31, 2026 10:04 PM');
  assert.equal(format('EEE MMM yy k K D u', 'GMT'), 'Sun Nov 26 5 5 305 7');
  assert.equal(format('Z XXX z', 'America/Los_Angeles'), '-0700 -07:00 PDT');
  assert.equal(format("h 'o''clock'", 'GMT'), "5 o'clock");
  assert.equal(format('yyyyMMddHHmmss', 'No/Where'), '20261101050403');
  assert.match(
    thrownBy(() => format('yyyy-bb', 'GMT')),
    /^System\.StringException: Illegal pattern character 'b'/,
  );
});

test('the format of the locale', () => {
  assert.equal(datetime('format()', at('2026-11-21T13:15:00Z')), '11/21/2026, 1:15 PM');
  assert.equal(date('format()', ApexDate.of(2026, 11, 21)), '11/21/2026');
});

test('the week of the year follows the locale', () => {
  const week = (day: string): unknown => datetime('format(String)', at(`${day}T12:00:00Z`), 'YYYY-ww');
  assert.equal(week('2026-12-31'), '2027-01');
  livesIn('GMT', 'de_DE');
  assert.equal(week('2026-12-31'), '2026-53');
});

test('today and now come from the clock of the org', () => {
  livesIn('Asia/Tokyo');
  inOrgAt('2026-11-21T20:00:00Z', () => {
    assert.equal(toText(date('today()')), '2026-11-22');
    assert.equal((datetime('now()') as ApexDatetime).toIso(), '2026-11-21T20:00:00.000Z');
  });
});

test('a time wraps at midnight', () => {
  assert.equal(toText(callPlatform('System.Time#addHours(Integer)', ApexTime.of(23, 0, 0, 0), 2)), '01:00:00.000Z');
});

test('a time zone knows its offset at a moment', () => {
  const zone = callPlatform('System.TimeZone#getTimeZone(String)', 'America/Los_Angeles');
  assert.equal(callPlatform('System.TimeZone#getOffset(Datetime)', zone, at('2026-07-01T00:00:00Z')), -7 * 3_600_000);
  assert.equal(toText(callPlatform('System.TimeZone#getTimeZone(String)', 'No/Where')), 'GMT');
});
