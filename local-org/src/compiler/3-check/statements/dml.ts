import type {
  AccessLevelContext,
  DeleteStatementContext,
  ExpressionContext,
  InsertStatementContext,
  UndeleteStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
} from '@apexdevtools/apex-parser';
import type { ObjectDescription } from '../../../schema/SchemaCatalog.ts';
import { positionOf } from '../../1-parse/parser.ts';
import { shortName, type ApexType } from '../../symbols/ApexType.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundStatement, DmlOperation } from '../bound.ts';
import { checkExpression } from '../expressions/index.ts';

interface DmlTree {
  readonly start: { readonly line: number; readonly column: number; readonly start: number };
  getText(): string;
  accessLevel(): AccessLevelContext | null;
  expression(): ExpressionContext;
}

export function checkInsert(tree: InsertStatementContext, context: BodyContext): BoundStatement {
  return checkDml(tree, 'insert', null, context);
}

export function checkUpdate(tree: UpdateStatementContext, context: BodyContext): BoundStatement {
  return checkDml(tree, 'update', null, context);
}

export function checkDelete(tree: DeleteStatementContext, context: BodyContext): BoundStatement {
  return checkDml(tree, 'delete', null, context);
}

export function checkUndelete(tree: UndeleteStatementContext, context: BodyContext): BoundStatement {
  return checkDml(tree, 'undelete', null, context);
}

/** `upsert records Key__c;` where the field may be written with its object before it. */
export function checkUpsert(tree: UpsertStatementContext, context: BodyContext): BoundStatement {
  const name = tree.qualifiedName()?.id_list().at(-1)?.getText() ?? null;
  return checkDml(tree, 'upsert', name, context);
}

function checkDml(
  tree: DmlTree,
  operation: DmlOperation,
  keyName: string | null,
  context: BodyContext,
): BoundStatement {
  const position = positionOf(tree);
  // A query that stands here is deleted or updated as the list that it finds.
  const value = checkExpression(tree.expression(), context);
  const record = recordType(value.type);
  if (!record) return context.fail(position, 'APX0517', shortName(value.type));
  if (record.sobject && !isAllowed(operation, record.sobject))
    context.fail(position, 'APX0525', operation, record.sobject.name);
  if (record.sobject?.isDmlSupported === false) context.fail(position, 'APX0905', record.sobject.name);
  const level = tree.accessLevel();
  const access = level ? (level.SYSTEM() ? 'system' : 'user') : null;
  const externalIdField = keyName === null ? null : keyField(keyName, record, position, context);
  return { kind: 'dml', operation, value, access, externalIdField, position };
}

/** What an object never allows is refused by the compiler; what a user may not do is refused at run time. */
function isAllowed(operation: DmlOperation, object: ObjectDescription): boolean {
  switch (operation) {
    case 'insert':
      return object.isCreateable && object.kind !== 'event';
    case 'update':
      return object.isUpdateable;
    case 'upsert':
      return object.isCreateable && object.isUpdateable;
    case 'delete':
    case 'undelete':
      return object.isDeletable;
  }
}

function recordType(type: ApexType): ApexType | null {
  if (type.kind === 'sobject') return type;
  return type.base === 'List' && type.args[0]?.kind === 'sobject' ? type.args[0] : null;
}

function keyField(name: string, record: ApexType, position: BoundStatement['position'], context: BodyContext): string {
  const field = record.sobject?.fields.get(name.toLowerCase());
  if (!field) return context.fail(position, 'APX0213', name, record.name);
  const isKey = field.isExternalId || field.isIdLookup || field.name === 'Id';
  return isKey ? field.name : context.fail(position, 'APX0526', field.name);
}
