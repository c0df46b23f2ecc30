import { currentOrg } from '../org/current.ts';
import { throwApex } from '../runtime/ApexException.ts';
import { runtimeType } from '../types/RuntimeType.ts';
import { ApexList } from './ApexList.ts';
import { charge, chargeKept, OBJECT } from './heapCharge.ts';
import { toId18 } from './id.ts';
import type { ValueObject } from './ValueObject.ts';

/** An error that Apex put on a record of a trigger with addError. */
export interface RecordError {
  readonly message: string;
  /** Canonical name of the field, or null when the error stands on the record. */
  readonly field: string | null;
  readonly statusCode: string;
}

/** What a record remembers of where it comes from. */
export interface SObjectOptions {
  /** Reading a field that was not selected throws. */
  readonly isQueried?: boolean;
}

/**
 * An Apex record. Field, relationship and child names are canonical here: compiled code knows them from the schema, dynamic
 * access goes through platform/data, which looks them up.
 */
export class SObjectValue implements ValueObject {
  /** API name of the object in its own spelling, or `AggregateResult`. */
  readonly type: string;
  readonly isQueried: boolean;
  /** Field name to Apex value; a field that is there with null was set or selected. */
  readonly fields: Map<string, unknown> = new Map();
  private parents: Map<string, SObjectValue | null> | null = null;
  private children: Map<string, ApexList> | null = null;
  /** Records of after triggers and Trigger.old: writing throws. */
  isReadOnly = false;
  /** Collects addError in a trigger; null outside of triggers. */
  errors: RecordError[] | null = null;
  /** What addError put on a record outside of triggers, where nothing but Apex asks for it. */
  looseErrors: readonly RecordError[] = [];

  constructor(type: string, options: SObjectOptions = {}) {
    this.type = type;
    this.isQueried = options.isQueried ?? false;
    charge(OBJECT);
  }

  get apexType(): string {
    return this.type;
  }

  /** 18 characters, or null for a record that was not saved. Also when Id was not selected. */
  get id(): string | null {
    return (this.fields.get('Id') as string | null | undefined) ?? null;
  }

  /** Throws System.SObjectException for a field that the query did not select. */
  get(field: string): unknown {
    const value = this.fields.get(field);
    if (value !== undefined) return value;
    if (this.isQueried && field !== 'Id') this.throwNotQueried(field);
    return null;
  }

  /** Throws System.FinalException on a read-only record. */
  put(field: string, value: unknown): void {
    this.mustBeWritable();
    this.fields.set(field, field === 'Id' && typeof value === 'string' ? toId18(value) : value);
    chargeKept(value);
  }

  /** The parent record, null when the reference is empty. Throws when the relationship was not selected. */
  getParent(relationship: string): SObjectValue | null {
    const parent = this.parents?.get(relationship);
    if (parent !== undefined) return parent;
    if (this.isQueried) this.throwNotQueried(relationship);
    return null;
  }

  putParent(relationship: string, parent: SObjectValue | null): void {
    this.mustBeWritable();
    (this.parents ??= new Map()).set(relationship, parent);
  }

  dropParent(relationship: string): void {
    this.parents?.delete(relationship);
  }

  dropChildren(relationship: string): void {
    this.children?.delete(relationship);
  }

  /** The child records (an ApexList) that a sub-query brought, or undefined when there was no such sub-query. */
  childrenOrUndefined(relationship: string): ApexList | undefined {
    const children = this.children?.get(relationship);
    if (children === undefined && this.isQueried) this.throwNotQueried(relationship);
    return children;
  }

  /** The child records that a sub-query brought; an empty list for a record that was not queried. Throws when there was no sub-query. */
  getChildren(relationship: string): ApexList {
    const children = this.childrenOrUndefined(relationship);
    if (children) return children;
    const description = currentOrg()
      .schema.object(this.type)
      ?.childRelationships.find((child) => child.name === relationship);
    return new ApexList(runtimeType(`List<${description?.childObject ?? 'SObject'}>`));
  }

  putChildren(relationship: string, list: ApexList): void {
    (this.children ??= new Map()).set(relationship, list);
  }

  /** True when the field was set or selected. */
  isSet(field: string): boolean {
    return this.fields.has(field);
  }

  /** Parent records by relationship name, for serialization and comparison. */
  parentEntries(): Iterable<[string, SObjectValue | null]> {
    return this.parents ?? [];
  }

  /** Child lists by relationship name, for serialization. */
  childEntries(): Iterable<[string, ApexList]> {
    return this.children ?? [];
  }

  /**
   * Puts an error on the record or on one of its fields. Throws System.FinalException for a record of Trigger.old.
   * Outside of triggers the record keeps it for getErrors. Source: tests of apex-enterprise-patterns/fflib-apex-common
   * (fflib_SObjectsTest.testDomainErrorLogging) and of mitchspano/apex-trigger-actions-framework.
   */
  addError(message: string, field: string | null = null, statusCode = 'FIELD_CUSTOM_VALIDATION_EXCEPTION'): void {
    const error = { message, field, statusCode };
    if (this.errors) this.errors.push(error);
    else if (this.isReadOnly) throwApex('System.FinalException', 'SObject row does not allow errors');
    else this.looseErrors = [...this.looseErrors, error];
  }

  get allErrors(): readonly RecordError[] {
    return [...this.looseErrors, ...(this.errors ?? [])];
  }

  /** A copy that shares nothing that can change. Without Id and not read-only, unless said otherwise. */
  copy(options: { keepId: boolean; isQueried?: boolean }): SObjectValue {
    const copy = new SObjectValue(this.type, { isQueried: options.isQueried ?? this.isQueried });
    for (const [field, value] of this.fields) if (field !== 'Id' || options.keepId) copy.fields.set(field, value);
    if (this.parents) copy.parents = new Map(this.parents);
    if (this.children) copy.children = new Map(this.children);
    return copy;
  }

  private mustBeWritable(): void {
    if (this.isReadOnly) throwApex('System.FinalException', 'Record is read-only');
  }

  private throwNotQueried(name: string): never {
    throwApex(
      'System.SObjectException',
      `SObject row was retrieved via SOQL without querying the requested field: ${this.type}.${name}`,
    );
  }
}
