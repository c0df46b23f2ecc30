import { currentOrg } from '../../org/current.ts';
import type { FieldDescription, ObjectDescription } from '../../schema/SchemaCatalog.ts';
import type { ValueObject } from '../../values/ValueObject.ts';

/** Schema.SObjectType: `User.SObjectType`. There is one token per object, so identity is equality. */
export class ObjectToken implements ValueObject {
  readonly apexType = 'Schema.SObjectType';
  /** Canonical. */
  readonly object: string;

  constructor(object: string) {
    this.object = object;
  }

  /** Throws when the schema of the running org has no such object: a bug of the local org. */
  get description(): ObjectDescription {
    const description = currentOrg().schema.object(this.object);
    if (!description) throw new Error(`The schema has no object ${this.object}.`);
    return description;
  }

  valueText(): string {
    return this.object;
  }
}

/** Schema.SObjectField: `User.Name`. */
export class FieldToken implements ValueObject {
  readonly apexType = 'Schema.SObjectField';
  readonly object: string;
  readonly field: string;

  constructor(object: string, field: string) {
    this.object = object;
    this.field = field;
  }

  get description(): FieldDescription {
    const description = currentOrg().schema.object(this.object)?.fields.get(this.field.toLowerCase());
    if (!description) throw new Error(`The schema has no field ${this.object}.${this.field}.`);
    return description;
  }

  valueText(): string {
    return this.field;
  }
}

/** Schema.DescribeSObjectResult. */
export class ObjectDescribe implements ValueObject {
  readonly apexType = 'Schema.DescribeSObjectResult';
  readonly token: ObjectToken;

  constructor(token: ObjectToken) {
    this.token = token;
  }

  get description(): ObjectDescription {
    return this.token.description;
  }

  valueText(): string {
    return `Schema.DescribeSObjectResult[${this.token.object}]`;
  }
}

/** Schema.DescribeFieldResult. */
export class FieldDescribe implements ValueObject {
  readonly apexType = 'Schema.DescribeFieldResult';
  readonly token: FieldToken;

  constructor(token: FieldToken) {
    this.token = token;
  }

  get description(): FieldDescription {
    return this.token.description;
  }

  valueText(): string {
    return `Schema.DescribeFieldResult[${this.token.object}.${this.token.field}]`;
  }
}

const objects = new Map<string, { token: ObjectToken; describe: ObjectDescribe }>();
const fields = new Map<string, { token: FieldToken; describe: FieldDescribe }>();

function objectEntry(object: string): { token: ObjectToken; describe: ObjectDescribe } {
  let entry = objects.get(object);
  if (!entry) {
    const token = new ObjectToken(object);
    entry = { token, describe: new ObjectDescribe(token) };
    objects.set(object, entry);
  }
  return entry;
}

function fieldEntry(object: string, field: string): { token: FieldToken; describe: FieldDescribe } {
  const key = `${object}.${field}`;
  let entry = fields.get(key);
  if (!entry) {
    const token = new FieldToken(object, field);
    entry = { token, describe: new FieldDescribe(token) };
    fields.set(key, entry);
  }
  return entry;
}

/** The token of an object by its canonical name. */
export function objectToken(object: string): ObjectToken {
  return objectEntry(object).token;
}

/** The token of a field by canonical names. */
export function fieldToken(object: string, field: string): FieldToken {
  return fieldEntry(object, field).token;
}

export function describeObject(object: string): ObjectDescribe {
  return objectEntry(object).describe;
}

export function describeField(object: string, field: string): FieldDescribe {
  return fieldEntry(object, field).describe;
}
