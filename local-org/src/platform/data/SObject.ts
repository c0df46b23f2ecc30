import { currentOrg } from '../../org/current.ts';
import { ApexException, throwApex } from '../../runtime/ApexException.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { ApexList } from '../../values/ApexList.ts';
import { ApexMap } from '../../values/ApexMap.ts';
import { SObjectValue } from '../../values/SObjectValue.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { childRelationshipNamed, descriptionOf, fieldNamed, relationshipNamed, valueFor } from './fieldAccess.ts';
import { makeError } from './DatabaseError.ts';
import { FieldToken, objectToken, type ObjectToken } from './tokens.ts';

type FieldName = string | FieldToken;

/** System fields that a copy without timestamps leaves out. */
const TIMESTAMPS = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'];

function get(self: SObjectValue, name: FieldName): unknown {
  if (self.type === 'AggregateResult') return aggregateValue(self, typeof name === 'string' ? name : name.field);
  return self.get(fieldNamed(self, name).name);
}

/** Aliases of aggregate results ignore case like all names. */
function aggregateValue(self: SObjectValue, name: string): unknown {
  for (const [alias, value] of self.fields) if (alias.toLowerCase() === name.toLowerCase()) return value;
  throwApex('System.SObjectException', `Invalid field ${name} for AggregateResult`);
}

function put(self: SObjectValue, name: FieldName, value: unknown): unknown {
  const field = fieldNamed(self, name);
  if (field.name !== 'Id' && !field.isCreateable && !field.isUpdateable) {
    throwApex('System.SObjectException', `Field ${field.name} is not editable`);
  }
  const before = self.fields.get(field.name) ?? null;
  self.put(field.name, valueFor(field, value));
  return before;
}

function getSObject(self: SObjectValue, name: FieldName): SObjectValue | null {
  return self.getParent(relationshipNamed(self, name));
}

function putSObject(self: SObjectValue, name: FieldName, value: SObjectValue | null): SObjectValue | null {
  const relationship = relationshipNamed(self, name);
  const before = new Map(self.parentEntries()).get(relationship) ?? null;
  self.putParent(relationship, value);
  return before;
}

function getSObjects(self: SObjectValue, name: string): ApexList | null {
  const list = self.childrenOrUndefined(childRelationshipNamed(self, name));
  return list && list.size > 0 ? list : null;
}

function isSet(self: SObjectValue, name: FieldName): boolean {
  return self.isSet(fieldNamed(self, name).name);
}

function populatedFields(self: SObjectValue): ApexMap {
  const map = new ApexMap(runtimeType('Map<String,Object>'), [...self.fields]);
  for (const [name, parent] of self.parentEntries()) map.put(name, parent);
  for (const [name, list] of self.childEntries()) map.put(name, list);
  return map;
}

/** Apex Reference, SObject.clone: what is kept is said by four flags, all false. A deep clone copies the parents too. */
export function cloneRecord(
  self: SObjectValue,
  keepId = false,
  isDeep = false,
  keepTimestamps = false,
  keepAutoNumber = false,
): SObjectValue {
  const copy = self.copy({ keepId });
  if (self.type === 'AggregateResult') return copy;
  const { fields } = descriptionOf(self);
  for (const name of [...copy.fields.keys()]) {
    const isTimestamp = TIMESTAMPS.includes(name) && !keepTimestamps;
    if (isTimestamp || (fields.get(name.toLowerCase())?.isAutoNumber && !keepAutoNumber)) copy.fields.delete(name);
  }
  if (isDeep) {
    for (const [name, parent] of self.parentEntries())
      if (parent) copy.putParent(name, cloneRecord(parent, true, true, true, true));
  }
  return copy;
}

function addError(self: SObjectValue, message: unknown, field: FieldName | null = null): void {
  const text = message instanceof ApexException ? (message.apexMessage ?? '') : String(message);
  self.addError(text, field === null ? null : fieldNamed(self, field).name);
}

function getErrors(self: SObjectValue): ApexList {
  const errors = self.allErrors.map(({ statusCode, message, field }) =>
    makeError({ statusCode, message, fields: field === null ? [] : [field] }),
  );
  return new ApexList(runtimeType('List<Database.Error>'), errors);
}

/** What every record can, whatever its object. */
export const SObjectType = definePlatformType({
  name: 'System.SObject',
  extends: 'System.Object',
  methods: {
    'Object get(String field)': get,
    'Object get(Schema.SObjectField field)': get,
    'Object put(String field, Object value)': put,
    'Object put(Schema.SObjectField field, Object value)': put,
    'SObject getSObject(String relationship)': getSObject,
    'SObject getSObject(Schema.SObjectField field)': getSObject,
    'SObject putSObject(String relationship, SObject parent)': putSObject,
    'SObject putSObject(Schema.SObjectField field, SObject parent)': putSObject,
    'List<SObject> getSObjects(String relationship)': getSObjects,
    'Schema.SObjectType getSObjectType()': (self: SObjectValue): ObjectToken => objectToken(self.type),
    'Boolean isSet(String field)': isSet,
    'Boolean isSet(Schema.SObjectField field)': isSet,
    'Map<String, Object> getPopulatedFieldsAsMap()': populatedFields,
    'SObject clone()': cloneRecord,
    'SObject clone(Boolean keepId)': cloneRecord,
    'SObject clone(Boolean keepId, Boolean isDeep)': cloneRecord,
    'SObject clone(Boolean keepId, Boolean isDeep, Boolean keepTimestamps)': cloneRecord,
    'SObject clone(Boolean keepId, Boolean isDeep, Boolean keepTimestamps, Boolean keepAutoNumber)': cloneRecord,
    'void addError(String message)': (self: SObjectValue, message: string) => addError(self, message),
    'void addError(Exception error)': (self: SObjectValue, error: ApexException) => addError(self, error),
    'void addError(String field, String message)': (self: SObjectValue, field: string, message: string) =>
      addError(self, message, field),
    'void addError(Schema.SObjectField field, String message)': (
      self: SObjectValue,
      field: FieldToken,
      message: string,
    ) => addError(self, message, field),
    'Boolean hasErrors()': (self: SObjectValue) => self.allErrors.length > 0,
    'List<Database.Error> getErrors()': getErrors,
  },
});

/** A row of a query with aggregate functions. */
export const AggregateResult = definePlatformType({
  name: 'System.AggregateResult',
  extends: 'System.SObject',
  methods: { 'Object get(String alias)': get },
});

/** `id.getSObjectType()`: told by the key prefix. */
export const IdOfObject = definePlatformType({
  name: 'System.Id',
  methods: {
    'Schema.SObjectType getSObjectType()': (self: string): ObjectToken => {
      const { schema } = currentOrg();
      const object = schema.objectNames().find((name) => schema.object(name)?.keyPrefix === self.slice(0, 3));
      if (!object)
        throwApex('System.SObjectException', `Invalid sObject type: no object of the local org has Ids like ${self}`);
      return objectToken(object);
    },
  },
});
