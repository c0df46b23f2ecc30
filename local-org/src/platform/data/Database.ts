import type { ApexList } from '../../values/ApexList.ts';
import type { ApexMap } from '../../values/ApexMap.ts';
import type { CallSite } from '../CallSite.ts';
import { definePlatformType } from '../definePlatformType.ts';
import type { AccessLevelValue } from './AccessLevel.ts';
import { makeCursor, makePaginationCursor } from './cursors.ts';
import { DML_METHODS } from './dml.ts';
import { countRecords, mapBinds, optionsOf, queryRecords, variablesOf } from './dynamicQuery.ts';
import { EMPTY_RECYCLE_BIN } from './emptyRecycleBin.ts';
import { makeLocator } from './QueryLocator.ts';
import { releaseSavepoint, rollback, setSavepoint } from './Savepoint.ts';

type Level = AccessLevelValue | null;

function query(site: CallSite, text: string | null, level: Level = null): ApexList {
  return queryRecords(text, variablesOf(site), optionsOf(site, level));
}

function queryWithBinds(site: CallSite, text: string | null, binds: ApexMap | null, level: Level): ApexList {
  return queryRecords(text, mapBinds(binds), optionsOf(site, level));
}

function countQuery(site: CallSite, text: string | null, level: Level = null): number {
  return countRecords(text, variablesOf(site), optionsOf(site, level));
}

function countQueryWithBinds(site: CallSite, text: string | null, binds: ApexMap | null, level: Level): number {
  return countRecords(text, mapBinds(binds), optionsOf(site, level));
}

function getQueryLocator(site: CallSite, text: string | null, level: Level = null): unknown {
  return makeLocator(text ?? '', query(site, text, level));
}

function getQueryLocatorWithBinds(site: CallSite, text: string | null, binds: ApexMap | null, level: Level): unknown {
  return makeLocator(text ?? '', queryWithBinds(site, text, binds, level));
}

/** System.Database: dynamic SOQL, DML with results, savepoints. executeBatch stands with the async Apex. */
export const Database = definePlatformType({
  name: 'System.Database',
  methods: {
    'callsite static List<SObject> query(String text)': query,
    'callsite static List<SObject> query(String text, AccessLevel level)': query,
    'callsite static List<SObject> queryWithBinds(String text, Map<String, Object> binds, AccessLevel level)':
      queryWithBinds,
    'callsite static Integer countQuery(String text)': countQuery,
    'callsite static Integer countQuery(String text, AccessLevel level)': countQuery,
    'callsite static Integer countQueryWithBinds(String text, Map<String, Object> binds, AccessLevel level)':
      countQueryWithBinds,
    'callsite static Database.QueryLocator getQueryLocator(String text)': getQueryLocator,
    'callsite static Database.QueryLocator getQueryLocator(String text, AccessLevel level)': getQueryLocator,
    // Only of an inline query: the compiler sees to it.
    'static Database.QueryLocator getQueryLocator(List<SObject> query)': (list: ApexList) =>
      makeLocator('', list),
    'callsite static Database.QueryLocator getQueryLocatorWithBinds(String text, Map<String, Object> binds, AccessLevel level)':
      getQueryLocatorWithBinds,
    'callsite static Database.Cursor getCursor(String text)': (site: CallSite, text: string | null) =>
      makeCursor(text, variablesOf(site), optionsOf(site, null)),
    'callsite static Database.Cursor getCursor(String text, AccessLevel level)': (
      site: CallSite,
      text: string | null,
      level: Level,
    ) => makeCursor(text, variablesOf(site), optionsOf(site, level)),
    'callsite static Database.Cursor getCursorWithBinds(String text, Map<String, Object> binds, AccessLevel level)': (
      site: CallSite,
      text: string | null,
      binds: ApexMap | null,
      level: Level,
    ) => makeCursor(text, mapBinds(binds), optionsOf(site, level)),
    'callsite static Database.PaginationCursor getPaginationCursor(String text)': (
      site: CallSite,
      text: string | null,
    ) => makePaginationCursor(text, variablesOf(site), optionsOf(site, null)),
    'callsite static Database.PaginationCursor getPaginationCursor(String text, AccessLevel level)': (
      site: CallSite,
      text: string | null,
      level: Level,
    ) => makePaginationCursor(text, variablesOf(site), optionsOf(site, level)),
    'callsite static Database.PaginationCursor getPaginationCursorWithBinds(String text, Map<String, Object> binds, AccessLevel level)':
      (site: CallSite, text: string | null, binds: ApexMap | null, level: Level) =>
        makePaginationCursor(text, mapBinds(binds), optionsOf(site, level)),
    'static System.Savepoint setSavepoint()': setSavepoint,
    'static void rollback(System.Savepoint savepoint)': rollback,
    'static void releaseSavepoint(System.Savepoint savepoint)': releaseSavepoint,
    ...DML_METHODS,
    ...EMPTY_RECYCLE_BIN,
  },
});
