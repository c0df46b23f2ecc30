import { currentTransaction } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import type { QueryOptions } from '../../soql/run.ts';
import { fetchRows, prepareCursor, type CursorRows } from '../../soql/cursorRows.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { ApexList } from '../../values/ApexList.ts';
import type { SObjectValue } from '../../values/SObjectValue.ts';
import type { ValueObject } from '../../values/ValueObject.ts';
import { definePlatformType } from '../definePlatformType.ts';

// Apex Developer Guide, "Apex Cursors" and "Execution Governors and Limits": the Ids of the rows are fixed when the cursor is made,
// each fetch counts as a query with its rows.
const MAX_CURSOR_ROWS = 50_000_000;
const MAX_PAGINATION_ROWS = 100_000;
const MAX_PAGE_SIZE = 2000;

/** Database.Cursor or Database.PaginationCursor. */
class CursorValue implements ValueObject {
  readonly apexType: string;
  readonly rows: CursorRows;

  constructor(apexType: string, rows: CursorRows) {
    this.apexType = apexType;
    this.rows = rows;
  }
}

class FetchResult implements ValueObject {
  readonly apexType = 'Database.CursorFetchResult';
  readonly records: SObjectValue[];
  readonly object: string;
  readonly nextIndex: number;
  readonly deleted: number;
  readonly isDone: boolean;

  constructor(parts: Pick<FetchResult, 'records' | 'object' | 'nextIndex' | 'deleted' | 'isDone'>) {
    this.records = parts.records;
    this.object = parts.object;
    this.nextIndex = parts.nextIndex;
    this.deleted = parts.deleted;
    this.isDone = parts.isDone;
  }
}

export function makeCursor(text: string | null, binds: (name: string) => unknown, options: QueryOptions): CursorValue {
  currentTransaction().limits.count('ApexCursors');
  const rows = limited(text, binds, options, MAX_CURSOR_ROWS);
  currentTransaction().limits.count('ApexCursorRows', rows.ids.length);
  return new CursorValue('Database.Cursor', rows);
}

export function makePaginationCursor(
  text: string | null,
  binds: (name: string) => unknown,
  options: QueryOptions,
): CursorValue {
  currentTransaction().limits.count('ApexPaginationCursors');
  const rows = limited(text, binds, options, MAX_PAGINATION_ROWS);
  currentTransaction().limits.count('ApexPaginationCursorRows', rows.ids.length);
  return new CursorValue('Database.PaginationCursor', rows);
}

function limited(
  text: string | null,
  binds: (name: string) => unknown,
  options: QueryOptions,
  maximum: number,
): CursorRows {
  if (text === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const { limits } = currentTransaction();
  limits.count('Queries');
  const rows = prepareCursor(text, binds, options);
  if (rows.ids.length > maximum) {
    throwApex('System.FatalCursorException', `The query has more than ${maximum} rows, which a cursor cannot hold.`);
  }
  return rows;
}

function fetch(self: CursorValue, position: number | null, count: number | null): ApexList {
  checkRange(self, position, count);
  const { limits } = currentTransaction();
  limits.count('FetchCallsOnApexCursor');
  limits.count('Queries');
  const page = fetchRows(self.rows, position ?? 0, count ?? 0);
  limits.count('QueryRows', page.records.length);
  return new ApexList(runtimeType(`List<${self.rows.object}>`), page.records);
}

/** Fills the page: rows that were deleted meanwhile are skipped and counted. */
function fetchPage(self: CursorValue, start: number | null, pageSize: number | null): FetchResult {
  checkRange(self, start, pageSize);
  const size = pageSize ?? 0;
  if (size > MAX_PAGE_SIZE)
    throwApex('System.InvalidParameterValueException', `The page size is ${MAX_PAGE_SIZE} at most: ${size}`);
  const { limits } = currentTransaction();
  limits.count('Queries');
  const records: SObjectValue[] = [];
  let next = start ?? 0;
  let deleted = 0;
  while (records.length < size && next < self.rows.ids.length) {
    const wanted = size - records.length;
    const page = fetchRows(self.rows, next, wanted);
    records.push(...page.records);
    deleted += page.looked - page.records.length;
    next += page.looked;
  }
  limits.count('QueryRows', records.length);
  return new FetchResult({
    records,
    object: self.rows.object,
    nextIndex: next,
    deleted,
    isDone: next >= self.rows.ids.length,
  });
}

function checkRange(self: CursorValue, start: number | null, count: number | null): void {
  if (start === null || count === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  if (start < 0 || count < 0 || start > self.rows.ids.length) {
    throwApex(
      'System.InvalidParameterValueException',
      `Not a range of the cursor's ${self.rows.ids.length} rows: ${start}, ${count}`,
    );
  }
}

export const Cursor = definePlatformType({
  name: 'Database.Cursor',
  methods: {
    'List<SObject> fetch(Integer position, Integer count)': fetch,
    'Integer getNumRecords()': (self: CursorValue) => self.rows.ids.length,
  },
});

export const PaginationCursor = definePlatformType({
  name: 'Database.PaginationCursor',
  methods: {
    'Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)': fetchPage,
    'Integer getNumRecords()': (self: CursorValue) => self.rows.ids.length,
  },
  missing: 'fetchDeleted',
});

export const CursorFetchResult = definePlatformType({
  name: 'Database.CursorFetchResult',
  methods: {
    'List<SObject> getRecords()': (self: FetchResult) =>
      new ApexList(runtimeType(`List<${self.object}>`), self.records),
    'Integer getNextIndex()': (self: FetchResult) => self.nextIndex,
    'Integer getNumDeletedRecords()': (self: FetchResult) => self.deleted,
    'Boolean isDone()': (self: FetchResult) => self.isDone,
  },
});
