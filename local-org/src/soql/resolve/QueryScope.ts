import type { FieldDescription, ObjectDescription, SchemaCatalog } from '../../schema/SchemaCatalog.ts';
import { QueryError, type PathNode, type QueryProblem } from '../ast.ts';
import { unknownField, unknownObject, unknownParent } from './messages.ts';
import type { BindUse, ResolvedField, TableRef } from './ResolvedQuery.ts';
import { isKnownField } from '../../platform/known/knownFields.ts';
import { UnsupportedQueryError } from '../unsupported.ts';

/** What all parts of a query, its sub-queries included, share while it is resolved. */
export interface ResolveSession {
  readonly schema: SchemaCatalog;
  readonly problems: QueryProblem[];
  readonly binds: BindUse[];
  readonly uses: Map<string, Set<string>>;
  nextAlias: number;
}

/** Fields of parents that may be reached through a reference to several objects (SOQL reference, "Name object"). */
const NAME_FIELDS = new Set(
  [
    'Id',
    'Name',
    'Type',
    'FirstName',
    'LastName',
    'Alias',
    'Email',
    'IsActive',
    'Phone',
    'Title',
    'Username',
    'ProfileId',
    'UserRoleId',
  ].map((name) => name.toLowerCase()),
);

/** Parent relationships may be followed five levels up (SOQL reference, "Understanding Relationship Query Limitations"). */
const MAX_LEVELS = 5;

/** The tables of one query, and how paths lead to their fields. */
export class QueryScope {
  readonly session: ResolveSession;
  readonly root: TableRef;
  readonly joins: TableRef[] = [];

  constructor(session: ResolveSession, object: ObjectDescription) {
    this.session = session;
    this.root = { alias: this.takeAlias(), object, parent: null, via: null };
    this.noteUse(object, null);
  }

  /** Throws QueryError when a name of the path is unknown. */
  resolve(path: PathNode): ResolvedField {
    const relationships = path.names.slice(0, -1);
    const name = path.names.at(-1) ?? '';
    if (relationships.length > MAX_LEVELS) {
      throw new QueryError(
        path.position,
        `Relationships can be followed ${MAX_LEVELS} levels up at most: ${path.names.join('.')}`,
      );
    }
    let tables: readonly TableRef[] = [this.root];
    const canonical: string[] = [];
    for (const relationship of relationships) {
      const [table, ...others] = tables;
      if (!table || others.length > 0) {
        const what = `A relationship behind ${canonical.join('.')}, which points to several objects,`;
        throw new UnsupportedQueryError(path.position, 'relationships behind a polymorphic one', what);
      }
      const reference = findReference(table.object, relationship);
      if (!reference?.relationshipName) throw new QueryError(path.position, unknownParent(relationship));
      canonical.push(reference.relationshipName);
      tables = this.join(table, reference, path.position);
    }
    return tables.length === 1 && tables[0]
      ? this.fieldIn(tables[0], name, canonical, path)
      : this.fieldInSeveral(tables, name, canonical, path);
  }

  private fieldIn(table: TableRef, name: string, path: readonly string[], node: PathNode): ResolvedField {
    const field = table.object.fields.get(name.toLowerCase());
    if (!field) throw missingField(node.position, name, table.object.name);
    this.noteUse(table.object, field);
    return { kind: 'field', choices: [{ table, field }], field, isObjectName: false, path: [...path, field.name] };
  }

  private fieldInSeveral(
    tables: readonly TableRef[],
    name: string,
    path: readonly string[],
    node: PathNode,
  ): ResolvedField {
    const key = name.toLowerCase();
    if (!NAME_FIELDS.has(key)) throw new QueryError(node.position, unknownField(name, 'Name'));
    const isObjectName = key === 'type';
    const choices = tables.flatMap((table) => {
      const field = table.object.fields.get(isObjectName ? 'id' : key);
      return field ? [{ table, field }] : [];
    });
    const [first] = choices;
    if (!first) throw new QueryError(node.position, unknownField(name, 'Name'));
    for (const { table, field } of choices) this.noteUse(table.object, field);
    const field = isObjectName ? { ...first.field, name: 'Type', type: 'string', apexType: 'String' } : first.field;
    return { kind: 'field', choices, field, isObjectName, path: [...path, field.name] };
  }

  /** One table per object that the reference may point to. The same relationship is joined once. */
  private join(from: TableRef, reference: FieldDescription, position: number): readonly TableRef[] {
    const present = this.joins.filter((join) => join.parent === from && join.via === reference);
    if (present.length > 0) return present;
    const added: TableRef[] = [];
    for (const name of reference.referenceTo) {
      const object = this.session.schema.object(name);
      if (object) added.push({ alias: this.takeAlias(), object, parent: from, via: reference });
    }
    if (added.length === 0) {
      const object = reference.referenceTo.join(' or ');
      throw new UnsupportedQueryError(position, 'objects that are not declared', `The object ${object}`);
    }
    this.joins.push(...added);
    for (const table of added) this.noteUse(table.object, null);
    this.noteUse(from.object, reference);
    return added;
  }

  private takeAlias(): string {
    return `t${this.session.nextAlias++}`;
  }

  private noteUse(object: ObjectDescription, field: FieldDescription | null): void {
    const fields = this.session.uses.get(object.name) ?? new Set();
    this.session.uses.set(object.name, fields);
    if (field) fields.add(field.name);
  }
}

/** What to say of a field that an object does not have here. */
function missingField(position: number, name: string, object: string): QueryError {
  if (!isKnownField(object, name)) return new QueryError(position, unknownField(name, object));
  return new UnsupportedQueryError(position, 'fields that are not declared', `The field ${name} of ${object}`);
}

/** The reference field behind a relationship name; case-insensitive. */
function findReference(object: ObjectDescription, relationship: string): FieldDescription | undefined {
  const key = relationship.toLowerCase();
  for (const field of object.fields.values()) if (field.relationshipName?.toLowerCase() === key) return field;
  return undefined;
}

/** The object of a FROM clause. Throws QueryError when it is unknown, unsupported or not queryable. */
export function resolveObject(schema: SchemaCatalog, name: string, position: number): ObjectDescription {
  const object = schema.object(name);
  if (!object && schema.isKnownButUnsupported(name))
    throw new UnsupportedQueryError(position, 'objects that are not declared', `The object ${name}`);
  if (!object || object.kind === 'event' || object.keyPrefix === null)
    throw new QueryError(position, unknownObject(name));
  return object;
}
