import { isUnknownObject } from '../../import/UnknownFields.ts';
import { currentOrg, currentTransaction } from '../../org/current.ts';
import { isAllowed } from '../../dml/operations.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { ApexList } from '../../values/ApexList.ts';
import type { ApexMap } from '../../values/ApexMap.ts';
import type { ObjectAccess } from '../../security/AccessEvaluator.ts';
import type { ChildRelationship as ChildDescription } from '../../schema/SchemaCatalog.ts';
import { apexHash } from '../../values/hash.ts';
import type { ValueObject } from '../../values/ValueObject.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { DescribeMap } from './DescribeMap.ts';
import { ObjectFieldSets } from './FieldSet.ts';
import { recordTypeMethods } from './RecordTypeInfo.ts';
import { fieldToken, objectToken, type ObjectDescribe } from './tokens.ts';

/** Schema.SObjectTypeFields: `describe.fields`. */
class ObjectFields implements ValueObject {
  readonly apexType = 'Schema.SObjectTypeFields';
  readonly describe: ObjectDescribe;

  constructor(describe: ObjectDescribe) {
    this.describe = describe;
  }
}

/** Keys are lower case, as on Salesforce. */
function fieldMap(self: ObjectFields): ApexMap {
  const { object, description } = { object: self.describe.token.object, description: self.describe.description };
  const pairs = [...description.fields.values()].map(
    (field) => [field.name.toLowerCase(), fieldToken(object, field.name)] as const,
  );
  return new DescribeMap(runtimeType('Map<String,Schema.SObjectField>'), pairs);
}

export const SObjectTypeFields = definePlatformType({
  name: 'Schema.SObjectTypeFields',
  methods: { 'Map<String, Schema.SObjectField> getMap()': fieldMap },
});

class ChildRelationshipValue implements ValueObject {
  readonly apexType = 'Schema.ChildRelationship';
  readonly child: ChildDescription;

  constructor(child: ChildDescription) {
    this.child = child;
  }

  /** Each describe makes new ones, which are keys of maps all the same. */
  valueEquals(other: unknown): boolean {
    if (!(other instanceof ChildRelationshipValue)) return false;
    const { childObject, field } = other.child;
    return childObject === this.child.childObject && field === this.child.field;
  }

  valueHash(): number {
    return apexHash(`${this.child.childObject}.${this.child.field}`);
  }
}

export const ChildRelationship = definePlatformType({
  name: 'Schema.ChildRelationship',
  methods: {
    'Schema.SObjectType getChildSObject()': (self: ChildRelationshipValue) => objectToken(self.child.childObject),
    'Schema.SObjectField getField()': (self: ChildRelationshipValue) =>
      fieldToken(self.child.childObject, self.child.field),
    'String getRelationshipName()': (self: ChildRelationshipValue) => self.child.name,
  },
});

function access(self: ObjectDescribe): ObjectAccess {
  return currentOrg().access.objectAccess(currentTransaction().userId, self.token.object);
}

export const DescribeSObjectResult = definePlatformType({
  name: 'Schema.DescribeSObjectResult',
  methods: {
    ...recordTypeMethods,
    'String getName()': (self: ObjectDescribe) => self.description.name,
    'String getLocalName()': (self: ObjectDescribe) => self.description.name,
    'String getLabel()': (self: ObjectDescribe) => self.description.label,
    'String getLabelPlural()': (self: ObjectDescribe) => self.description.labelPlural,
    'String getKeyPrefix()': (self: ObjectDescribe) => self.description.keyPrefix,
    'Schema.SObjectType getSObjectType()': (self: ObjectDescribe) => self.token,
    'Boolean isAccessible()': (self: ObjectDescribe) =>
      access(self).read && !isUnknownObject(currentOrg().store, self.token.object),
    'Boolean isCreateable()': (self: ObjectDescribe) => isAllowed(self.description, 'insert') && access(self).create,
    'Boolean isUpdateable()': (self: ObjectDescribe) => isAllowed(self.description, 'update') && access(self).edit,
    'Boolean isDeletable()': (self: ObjectDescribe) => isAllowed(self.description, 'delete') && access(self).delete,
    'Boolean isUndeletable()': (self: ObjectDescribe) => isAllowed(self.description, 'undelete') && access(self).create,
    'Boolean isQueryable()': (self: ObjectDescribe) => self.description.kind !== 'event',
    'Boolean isCustom()': (self: ObjectDescribe) => self.description.kind !== 'standard',
    'Boolean isCustomSetting()': (self: ObjectDescribe) => self.description.kind === 'customSetting',
    'List<Schema.ChildRelationship> getChildRelationships()': (self: ObjectDescribe) =>
      new ApexList(
        runtimeType('List<Schema.ChildRelationship>'),
        self.description.childRelationships.map((child) => new ChildRelationshipValue(child)),
      ),
  },
  properties: {
    'Schema.SObjectTypeFields fields': (self: ObjectDescribe) => new ObjectFields(self),
    'Schema.SObjectTypeFieldSets fieldSets': (self: ObjectDescribe) => new ObjectFieldSets(self),
  },
  missing: 'search and feed flags',
});
