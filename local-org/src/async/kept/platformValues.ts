import { AccessLevelValue } from '../../platform/data/AccessLevel.ts';
import { DatabaseErrorValue } from '../../platform/data/DatabaseError.ts';
import { DmlResultValue } from '../../platform/data/results.ts';
import { fieldToken, FieldToken, objectToken, ObjectToken } from '../../platform/data/tokens.ts';
import { TimeZoneValue } from '../../platform/system/date/TimeZone.ts';
import { UuidValue } from '../../platform/system/UUID.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { ApexBlob } from '../../values/ApexBlob.ts';
import { ApexDate } from '../../values/ApexDate.ts';
import { ApexDatetime } from '../../values/ApexDatetime.ts';
import { ApexDecimal } from '../../values/ApexDecimal.ts';
import { ApexDouble } from '../../values/ApexDouble.ts';
import { ApexTime } from '../../values/ApexTime.ts';
import { ApexType } from '../../values/ApexType.ts';
import type { ValueObject } from '../../values/ValueObject.ts';

/** What JSON holds as it is. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

interface PlatformValue {
  /** Undefined when the value is of another kind. */
  readonly write: (value: ValueObject) => Json | undefined;
  readonly read: (json: Json) => ValueObject;
}

/** Wraps the two directions of one class of values. */
function of<Value extends ValueObject>(
  type: abstract new (...args: never[]) => Value,
  write: (value: Value) => Json,
  read: (json: Json) => ValueObject,
): PlatformValue {
  return { write: (value) => (value instanceof type ? write(value) : undefined), read };
}

/** By a short name that stands in the file. Made when first asked for: the classes of the platform import each other. */
let kinds: ReadonlyMap<string, PlatformValue> | null = null;

function makeKinds(): ReadonlyMap<string, PlatformValue> {
  return new Map<string, PlatformValue>([
    ['decimal', of(ApexDecimal, ({ unscaled, scale }) => [String(unscaled), scale], readDecimal)],
    // JSON knows no NaN and no Infinity.
    [
      'double',
      of(
        ApexDouble,
        ({ value }) => String(value),
        (json) => new ApexDouble(Number(json)),
      ),
    ],
    [
      'date',
      of(
        ApexDate,
        ({ days }) => days,
        (json) => new ApexDate(Number(json)),
      ),
    ],
    [
      'datetime',
      of(
        ApexDatetime,
        ({ time }) => time,
        (json) => new ApexDatetime(Number(json)),
      ),
    ],
    [
      'time',
      of(
        ApexTime,
        ({ time }) => time,
        (json) => new ApexTime(Number(json)),
      ),
    ],
    ['blob', of(ApexBlob, ({ bytes }) => Buffer.from(bytes).toString('base64'), readBlob)],
    // Its constructor is private.
    [
      'type',
      {
        write: (value) => (value instanceof ApexType ? value.runtimeType.name : undefined),
        read: (json) => ApexType.of(runtimeType(json as string)),
      },
    ],
    [
      'object',
      of(
        ObjectToken,
        ({ object }) => object,
        (json) => objectToken(json as string),
      ),
    ],
    ['field', of(FieldToken, ({ object, field }) => [object, field], readField)],
    [
      'access',
      of(
        AccessLevelValue,
        ({ access }) => access,
        (json) => new AccessLevelValue(json as 'user' | 'system'),
      ),
    ],
    [
      'uuid',
      of(
        UuidValue,
        ({ text }) => text,
        (json) => new UuidValue(json as string),
      ),
    ],
    [
      'zone',
      of(
        TimeZoneValue,
        ({ id }) => id,
        (json) => new TimeZoneValue(json as string),
      ),
    ],
    ['result', of(DmlResultValue, (value) => [value.apexType, value.row as unknown as Json], readResult)],
    ['error', of(DatabaseErrorValue, ({ parts }) => parts as unknown as Json, readError)],
  ]);
}

function readDecimal(json: Json): ValueObject {
  const [unscaled, scale] = json as [string, number];
  return new ApexDecimal(BigInt(unscaled), scale);
}

function readBlob(json: Json): ValueObject {
  return new ApexBlob(new Uint8Array(Buffer.from(json as string, 'base64')));
}

function readField(json: Json): ValueObject {
  const [object, field] = json as [string, string];
  return fieldToken(object, field);
}

function readResult(json: Json): ValueObject {
  const [apexType, row] = json as unknown as [string, DmlResultValue['row']];
  return new DmlResultValue(apexType, row);
}

function readError(json: Json): ValueObject {
  return new DatabaseErrorValue(json as unknown as DatabaseErrorValue['parts']);
}

/** The kind of a value of the platform and what JSON holds of it; null when it cannot be kept in a file. */
export function writePlatformValue(value: ValueObject): { readonly kind: string; readonly json: Json } | null {
  kinds ??= makeKinds();
  for (const [kind, { write }] of kinds) {
    const json = write(value);
    if (json !== undefined) return { kind, json };
  }
  return null;
}

export function readPlatformValue(kind: string, json: Json): ValueObject {
  kinds ??= makeKinds();
  const known = kinds.get(kind);
  if (!known) throw new Error(`The local org keeps no values of the kind ${kind}.`);
  return known.read(json);
}
