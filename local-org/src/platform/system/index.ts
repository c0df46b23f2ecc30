import type { PlatformType } from '../definePlatformType.ts';
import { Assert } from './Assert.ts';
import { Blob } from './Blob.ts';
import { Collator } from './collection/Collator.ts';
import { interfaces } from './collection/interfaces.ts';
import { List } from './collection/List.ts';
import { MapType } from './collection/Map.ts';
import { SetType } from './collection/Set.ts';
import { Crypto } from './Crypto.ts';
import { DateType } from './date/Date.ts';
import { Datetime } from './date/Datetime.ts';
import { Time } from './date/Time.ts';
import { TimeZone } from './date/TimeZone.ts';
import { EncodingUtil } from './EncodingUtil.ts';
import { AuraHandledException } from './exception/AuraHandledException.ts';
import { builtInExceptions } from './exception/builtInExceptions.ts';
import { ExceptionType } from './exception/Exception.ts';
import { StatusCode } from './exception/StatusCode.ts';
import { Id } from './Id.ts';
import { JsonType } from './json/JSON.ts';
import { JSONGenerator } from './json/JSONGenerator.ts';
import { JSONParser } from './json/JSONParser.ts';
import { JSONToken } from './json/JSONToken.ts';
import { LoggingLevel } from './LoggingLevel.ts';
import { BooleanType } from './number/Boolean.ts';
import { Decimal } from './number/Decimal.ts';
import { Double } from './number/Double.ts';
import { Integer } from './number/Integer.ts';
import { Long } from './number/Long.ts';
import { MathType } from './number/Math.ts';
import { RoundingMode } from './number/RoundingMode.ts';
import { ObjectType } from './Object.ts';
import { Matcher } from './regex/Matcher.ts';
import { Pattern } from './regex/Pattern.ts';
import { StringComparison } from './string/StringComparison.ts';
import { StringEscapes } from './string/StringEscapes.ts';
import { StringForms } from './string/StringForms.ts';
import { StringParts } from './string/StringParts.ts';
import { StringPatterns } from './string/StringPatterns.ts';
import { StringSearch } from './string/StringSearch.ts';
import { StringStatics } from './string/StringStatics.ts';
import { StringTests } from './string/StringTests.ts';
import { System } from './System.ts';
import { Type } from './Type.ts';
import { Url } from './Url.ts';
import { UUID } from './UUID.ts';

/** The types of the namespace System that need neither records nor the org. */
export const types: readonly PlatformType[] = [
  ObjectType,
  StringComparison,
  StringEscapes,
  StringForms,
  StringParts,
  StringPatterns,
  StringSearch,
  StringStatics,
  StringTests,
  Integer,
  Long,
  Double,
  Decimal,
  RoundingMode,
  BooleanType,
  MathType,
  Id,
  Blob,
  DateType,
  Datetime,
  Time,
  TimeZone,
  List,
  SetType,
  MapType,
  ...interfaces,
  Collator,
  ExceptionType,
  ...builtInExceptions,
  AuraHandledException,
  StatusCode,
  Assert,
  System,
  LoggingLevel,
  JsonType,
  JSONGenerator,
  JSONParser,
  JSONToken,
  Pattern,
  Matcher,
  Type,
  UUID,
  Crypto,
  EncodingUtil,
  Url,
];
