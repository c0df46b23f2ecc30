import { isTextType } from '../../schema/fieldTypes.ts';
import { foldText } from '../../store/fold.ts';
import type { StoreValue } from '../../store/RowValues.ts';
import { isoDay, startOfDay, type DayRange } from '../dates.ts';
import type {
  ResolvedCondition,
  ResolvedField,
  ResolvedOperand,
  ResolvedValue,
  TableRef,
} from '../resolve/ResolvedQuery.ts';
import { sqlInput, type BindValues } from './BindValues.ts';
import { impliedBound } from './impliedBound.ts';
import { comparableSql } from './operands.ts';
import { writeSemiJoin } from './selects.ts';
import type { SqlWriter } from './SqlWriter.ts';

type Comparison = Extract<ResolvedCondition, { kind: 'comparison' }>;

/**
 * Writes a condition. SOQL knows two truth values where SQL knows three: a comparison with an empty field is false, also below
 * NOT, and `!=` and NOT IN are true for it.
 */
export function writeCondition(condition: ResolvedCondition, writer: SqlWriter, place: Place = TOP): void {
  if (condition === writer.search?.condition) {
    writeSearch(writer.search, writer);
    return;
  }
  switch (condition.kind) {
    case 'and':
      writeItems(condition.items, ' AND ', writer, {
        ...place,
        byId: place.byId ?? tableReadById(condition.items),
        isInRange: place.isInRange || isRangeOfPages(condition.items, writer),
      });
      return;
    case 'or':
      writeBound(condition.items, writer, place);
      writeItems(condition.items, ' OR ', writer, { ...place, isInOr: true });
      return;
    case 'not':
      writer.add('NOT (');
      writeCondition(condition.item, writer, { ...place, isNegated: true });
      writer.add(')');
      return;
    case 'comparison':
      // IFNULL hides the column from the indexes, so it stands only where null and false differ.
      if (place.isNegated) writer.add('IFNULL(');
      // So does the plus, which means nothing else.
      else if (isHidden(condition, writer, place)) writer.add('+');
      writeComparison(condition, writer);
      if (place.isNegated) writer.add(', 0)');
  }
}

/**
 * Rows that a search found, or whose Ids are given, are looked up one by one; rows that are paged are read in their order: no
 * other index shall tempt.
 */
function isHidden({ operand, operator, value }: Comparison, writer: SqlWriter, place: Place): boolean {
  const { search, store, pagedBy } = writer;
  const table = operand.kind === 'field' ? operand.choices[0]?.table : undefined;
  if (table && search?.kind === 'rare' && table === search.root) return true;
  if (table && table === place.byId && !isId(operand)) return true;
  if (place.isInRange && operator === 'IN' && !isSingle(value, writer)) return true;
  return place.isInOr && comparableSql(operand, store) === pagedBy;
}

/** Rows that are paged lie between bounds: reading them in order ends early, and looking up one of many values does not. */
function isRangeOfPages(items: readonly ResolvedCondition[], { store, pagedBy }: SqlWriter): boolean {
  return items.some(
    (item) =>
      item.kind === 'comparison' &&
      ['<', '<=', '>', '>='].includes(item.operator) &&
      comparableSql(item.operand, store) === pagedBy,
  );
}

function isSingle(value: ResolvedValue, { singleBinds }: SqlWriter): boolean {
  return value.kind === 'collectionBind' && singleBinds.has(value.name);
}

/** The table of which a condition gives the Ids, or null. */
function tableReadById(items: readonly ResolvedCondition[]): TableRef | null {
  for (const item of items) {
    if (item.kind !== 'comparison' || !isId(item.operand) || item.value.kind === 'query') continue;
    if (item.operator === '=' || item.operator === 'IN') return item.operand.choices[0]?.table ?? null;
  }
  return null;
}

function isId(operand: ResolvedOperand): operand is ResolvedField {
  return operand.kind === 'field' && operand.field.name === 'Id' && operand.choices.length === 1;
}

/** Common texts are no reason to look rows up one by one: the plus says so. */
function writeSearch(search: NonNullable<SqlWriter['search']>, writer: SqlWriter): void {
  writer.add(`${search.kind === 'rare' ? '' : '+'}${search.root.alias}.rowid`);
  writer.add(` IN (SELECT rowid FROM "${search.table}" WHERE "${search.table}" MATCH `);
  writer.parameter((binds) => binds.searchExpression).add(')');
}

/** What stands around a condition. */
interface Place {
  /** The table whose Ids an AND around it gives. */
  readonly byId: TableRef | null;
  readonly isNegated: boolean;
  readonly isInOr: boolean;
  /** An AND around it says between which bounds the rows lie that are paged. */
  readonly isInRange: boolean;
}

const TOP: Place = { byId: null, isNegated: false, isInOr: false, isInRange: false };

function writeItems(items: readonly ResolvedCondition[], glue: string, writer: SqlWriter, place: Place): void {
  writer.add('(');
  items.forEach((item, index) => {
    if (index > 0) writer.add(glue);
    writeCondition(item, writer, place);
  });
  writer.add(')');
}

/** `a < x OR (a = x AND …)` implies `a <= x`: said aloud, an index can begin there. */
function writeBound(branches: readonly ResolvedCondition[], writer: SqlWriter, place: Place): void {
  if (place.isNegated || writer.pagedBy === null) return;
  const bound = impliedBound(branches, (operand) => comparableSql(operand, writer.store) === writer.pagedBy);
  // A null is equal to empty fields, which lie outside of every bound.
  if (!bound || (bound.value.kind === 'bind' && writer.nullBinds.has(bound.value.name))) return;
  writeComparison(bound, writer);
  writer.add(' AND ');
}

function writeComparison(comparison: Comparison, writer: SqlWriter): void {
  const { value, operator } = comparison;
  if (value.kind === 'query') {
    writeInQuery(comparison, value.query, writer);
  } else if (operator === 'IN' || operator === 'NOT IN') {
    writeInList(comparison, writer);
  } else if (value.kind === 'dateFormula') {
    writeDays(comparison, value, writer);
  } else if (operator === 'LIKE') {
    writeLike(comparison, writer);
  } else {
    const sqlOperator = operator === '=' ? 'IS' : operator === '!=' ? 'IS NOT' : operator;
    writer.add(`${comparableSql(comparison.operand, writer.store)} ${sqlOperator} `);
    writer.parameter((binds) => sqlInput(comparable(valueOf(value, binds), comparison.operand)));
  }
}

function writeLike(comparison: Comparison, writer: SqlWriter): void {
  writer.add(`${comparableSql(comparison.operand, writer.store)} LIKE `);
  writer.parameter((binds) => sqlInput(comparable(valueOf(comparison.value, binds), comparison.operand)));
  writer.add(" ESCAPE '\\'");
}

function writeInList(comparison: Comparison, writer: SqlWriter): void {
  const { operand, operator, value } = comparison;
  const column = comparableSql(operand, writer.store);
  const hasNull = value.kind === 'collectionBind' ? writer.nullBinds.has(value.name) : hasNullItem(value, writer);
  const isIn = operator === 'IN';
  if (isIn && isSingle(value, writer)) {
    writer.add(`${column} IS `).parameter((binds) => sqlInput(comparable(listOf(value, binds)[0] ?? null, operand)));
    return;
  }
  writer.add(`(${column} ${isIn ? '' : 'NOT '}IN (SELECT value FROM json_each(`);
  writer.parameter((binds) => JSON.stringify(listOf(value, binds).map((item) => sqlInput(comparable(item, operand)))));
  writer.add('))');
  if (isIn && hasNull) writer.add(` OR ${column} IS NULL`);
  // Nothing at all is in an empty list for SQL, so an empty field has to be looked at by itself.
  if (!isIn) writer.add(hasNull ? ` AND ${column} IS NOT NULL` : ` OR ${column} IS NULL`);
  writer.add(')');
}

function writeInQuery(
  comparison: Comparison,
  query: Extract<ResolvedValue, { kind: 'query' }>['query'],
  writer: SqlWriter,
): void {
  const column = comparableSql(comparison.operand, writer.store);
  const isIn = comparison.operator === 'IN';
  writer.add(`(${column} ${isIn ? '' : 'NOT '}IN (`);
  writeSemiJoin(query, writer);
  writer.add(isIn ? '))' : `) OR ${column} IS NULL)`);
}

/** `= TODAY` means the whole day: between its first moment and the first one of the next day. */
function writeDays(
  comparison: Comparison,
  value: Extract<ResolvedValue, { kind: 'dateFormula' }>,
  writer: SqlWriter,
): void {
  const column = comparableSql(comparison.operand, writer.store);
  const isDate =
    comparison.operand.kind === 'field'
      ? comparison.operand.field.type === 'date'
      : comparison.operand.apexType === 'Date';
  const edge = (side: keyof DayRange) => (binds: BindValues) => {
    const day = binds.days(value.name, value.count)[side];
    return isDate ? isoDay(day) : startOfDay(day, binds.timeZone);
  };
  const compare = (operator: string, side: keyof DayRange): void => {
    writer.add(`${column} ${operator} `).parameter(edge(side));
  };
  switch (comparison.operator) {
    case '<':
      return compare('<', 'start');
    case '>=':
      return compare('>=', 'start');
    case '<=':
      return compare('<', 'end');
    case '>':
      return compare('>=', 'end');
    default: {
      const isEqual = comparison.operator === '=';
      writer.add(isEqual ? '(' : `(${column} IS NULL OR NOT (`);
      compare('>=', 'start');
      writer.add(' AND ');
      compare('<', 'end');
      writer.add(isEqual ? ')' : '))');
    }
  }
}

function hasNullItem(value: ResolvedValue, writer: SqlWriter): boolean {
  if (value.kind !== 'list') return false;
  return value.items.some(
    (item) =>
      (item.kind === 'constant' && item.value === null) || (item.kind === 'bind' && writer.nullBinds.has(item.name)),
  );
}

function listOf(value: ResolvedValue, binds: BindValues): StoreValue[] {
  if (value.kind === 'collectionBind') return binds.list(value.name, value.type);
  if (value.kind !== 'list') throw new Error('Not a list of values.');
  return value.items.map((item) => valueOf(item, binds)).filter((item) => item !== null);
}

/** The value of a constant or bind. */
export function valueOf(value: ResolvedValue, binds: BindValues): StoreValue {
  if (value.kind === 'constant') return value.value;
  if (value.kind === 'bind') return binds.value(value.name, value.type);
  throw new Error(`Not a single value: ${value.kind}`);
}

/** Text is compared folded; an empty text counts as null, because the database holds no empty texts. */
function comparable(value: StoreValue, operand: ResolvedOperand): StoreValue {
  if (typeof value !== 'string' || operand.kind !== 'field') return value;
  if (value === '') return null;
  return isTextType(operand.field.type) && !operand.isObjectName ? foldText(value) : value;
}
