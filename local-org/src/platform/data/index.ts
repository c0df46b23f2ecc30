import type { PlatformType } from '../definePlatformType.ts';
import { AccessLevel } from './AccessLevel.ts';
import { Cursor, CursorFetchResult, PaginationCursor } from './cursors.ts';
import { Database } from './Database.ts';
import { DatabaseError } from './DatabaseError.ts';
import { DescribeFieldResult, DisplayType, PicklistEntry } from './DescribeFieldResult.ts';
import { ChildRelationship, DescribeSObjectResult, SObjectTypeFields } from './DescribeSObjectResult.ts';
import { FieldSet, FieldSetMember, SObjectTypeFieldSets } from './FieldSet.ts';
import { QueryLocator, QueryLocatorIterator } from './QueryLocator.ts';
import { DeleteResult, EmptyRecycleBinResult, SaveResult, UndeleteResult, UpsertResult } from './results.ts';
import { RecordTypeInfo } from './RecordTypeInfo.ts';
import { Savepoint } from './Savepoint.ts';
import { Schema, SObjectFieldToken, SObjectTypeToken } from './SchemaTypes.ts';
import { AccessType, Security, SObjectAccessDecision, TriggerOperation } from './Security.ts';
import { ListOfRecords, MapOfRecords } from './recordCollections.ts';
import { SoapType } from './SoapType.ts';
import { AggregateResult, IdOfObject, SObjectType } from './SObject.ts';

/** Records, queries, DML and the schema as Apex sees them. */
export const types: readonly PlatformType[] = [
  AccessLevel,
  AccessType,
  AggregateResult,
  ChildRelationship,
  Cursor,
  CursorFetchResult,
  Database,
  DatabaseError,
  DeleteResult,
  DescribeFieldResult,
  DescribeSObjectResult,
  DisplayType,
  EmptyRecycleBinResult,
  FieldSet,
  FieldSetMember,
  IdOfObject,
  ListOfRecords,
  MapOfRecords,
  PaginationCursor,
  PicklistEntry,
  QueryLocator,
  QueryLocatorIterator,
  RecordTypeInfo,
  SObjectAccessDecision,
  SObjectFieldToken,
  SObjectType,
  SObjectTypeFields,
  SObjectTypeFieldSets,
  SObjectTypeToken,
  Savepoint,
  SaveResult,
  Schema,
  Security,
  SoapType,
  TriggerOperation,
  UndeleteResult,
  UpsertResult,
];
