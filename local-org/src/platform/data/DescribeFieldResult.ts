import { currentOrg, currentTransaction } from '../../org/current.ts';
import { isUnknownField } from '../../import/UnknownFields.ts';
import type { FieldDescription } from '../../schema/SchemaCatalog.ts';
import type { FieldAccess } from '../../security/AccessEvaluator.ts';
import { toApex } from '../../store/apexValues.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { platformEnumConstant } from '../../values/ApexEnum.ts';
import { ApexList } from '../../values/ApexList.ts';
import type { ValueObject } from '../../values/ValueObject.ts';
import { soapTypeOf } from './SoapType.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { objectToken, type FieldDescribe } from './tokens.ts';

class PicklistEntryValue implements ValueObject {
  readonly apexType = 'Schema.PicklistEntry';
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;

  constructor(value: string, label: string, isDefault: boolean) {
    this.value = value;
    this.label = label;
    this.isDefault = isDefault;
  }
}

export const PicklistEntry = definePlatformType({
  name: 'Schema.PicklistEntry',
  methods: {
    'String getLabel()': (self: PicklistEntryValue) => self.label,
    'String getValue()': (self: PicklistEntryValue) => self.value,
    'Boolean isActive()': () => true,
    'Boolean isDefaultValue()': (self: PicklistEntryValue) => self.isDefault,
  },
});

function picklistEntries(self: FieldDescribe): ApexList {
  const { picklistValues, picklistLabels, defaultValue } = self.description;
  const entries = picklistValues.map(
    (value, index) => new PicklistEntryValue(value, picklistLabels[index] ?? value, value === defaultValue),
  );
  return new ApexList(runtimeType('List<Schema.PicklistEntry>'), entries);
}

/** Schema.DisplayType, in the order of the Apex Reference. */
export const DisplayType = definePlatformType({
  name: 'Schema.DisplayType',
  kind: 'enum',
  values: [
    ...[
      'ADDRESS',
      'ANYTYPE',
      'BASE64',
      'BOOLEAN',
      'COMBOBOX',
      'COMPLEXVALUE',
      'CURRENCY',
      'DATACATEGORYGROUPREFERENCE',
    ],
    ...['DATE', 'DATETIME', 'DOUBLE', 'EMAIL', 'ENCRYPTEDSTRING', 'ID', 'INTEGER', 'JSON', 'LOCATION', 'LONG'],
    ...['MULTIPICKLIST', 'PERCENT', 'PHONE', 'PICKLIST', 'REFERENCE', 'SOBJECT', 'STRING', 'TEXTAREA', 'TIME', 'URL'],
  ],
});

/** The constant of Schema.DisplayType for a field. */
export function displayTypeOf(field: FieldDescription): unknown {
  const type = field.type.toUpperCase();
  return platformEnumConstant('Schema.DisplayType', type === 'INT' ? 'INTEGER' : type);
}

function access(self: FieldDescribe): FieldAccess {
  return currentOrg().access.fieldAccess(currentTransaction().userId, self.token.object, self.token.field);
}

function isUnknown({ token, description }: FieldDescribe): boolean {
  const { store, schema } = currentOrg();
  const object = schema.object(token.object);
  return object !== undefined && isUnknownField(store, object, description.name);
}

export const DescribeFieldResult = definePlatformType({
  name: 'Schema.DescribeFieldResult',
  methods: {
    'String getName()': (self: FieldDescribe) => self.description.name,
    'String getLocalName()': (self: FieldDescribe) => self.description.name,
    'String getLabel()': (self: FieldDescribe) => self.description.label,
    'Schema.DisplayType getType()': (self: FieldDescribe) => displayTypeOf(self.description),
    'Schema.SoapType getSoapType()': (self: FieldDescribe) => soapTypeOf(self.description),
    'Integer getLength()': (self: FieldDescribe) =>
      self.description.apexType === 'String' ? (self.description.length ?? 0) : 0,
    'Integer getPrecision()': (self: FieldDescribe) => self.description.precision ?? 0,
    'Integer getScale()': (self: FieldDescribe) => self.description.scale ?? 0,
    'String getInlineHelpText()': (self: FieldDescribe) => self.description.helpText,
    'String getRelationshipName()': (self: FieldDescribe) => self.description.relationshipName,
    'List<Schema.SObjectType> getReferenceTo()': (self: FieldDescribe) =>
      new ApexList(
        runtimeType('List<Schema.SObjectType>'),
        self.description.referenceTo.filter((name) => currentOrg().schema.object(name)).map(objectToken),
      ),
    'List<Schema.PicklistEntry> getPicklistValues()': picklistEntries,
    'Object getDefaultValue()': (self: FieldDescribe) => toApex(self.description, self.description.defaultValue),
    'Schema.SObjectField getSobjectField()': (self: FieldDescribe) => self.token,
    'Schema.SObjectType getSObjectType()': (self: FieldDescribe) => objectToken(self.token.object),
    // Nobody may read what an imported org does not know: its emptiness says nothing.
    'Boolean isAccessible()': (self: FieldDescribe) => access(self).read && !isUnknown(self),
    'Boolean isCreateable()': (self: FieldDescribe) => self.description.isCreateable && access(self).edit,
    'Boolean isUpdateable()': (self: FieldDescribe) => self.description.isUpdateable && access(self).edit,
    'Boolean isNillable()': (self: FieldDescribe) => self.description.isNillable,
    'Boolean isCustom()': (self: FieldDescribe) => self.description.isCustom,
    'Boolean isUnique()': (self: FieldDescribe) => self.description.isUnique,
    'Boolean isExternalId()': (self: FieldDescribe) => self.description.isExternalId,
    'Boolean isFilterable()': (self: FieldDescribe) => self.description.isFilterable,
    'Boolean isSortable()': (self: FieldDescribe) => self.description.isSortable,
    'Boolean isGroupable()': (self: FieldDescribe) => self.description.isGroupable,
    'Boolean isAggregatable()': (self: FieldDescribe) => self.description.isAggregatable,
    'Boolean isAutoNumber()': (self: FieldDescribe) => self.description.isAutoNumber,
    'Boolean isCalculated()': () => false,
    // Encrypted text is refused where a field is declared.
    'Boolean isEncrypted()': () => false,
    'Boolean isCaseSensitive()': (self: FieldDescribe) => self.description.isCaseSensitive,
    'Boolean isDefaultedOnCreate()': (self: FieldDescribe) => self.description.isDefaultedOnCreate,
    'Boolean isIdLookup()': (self: FieldDescribe) => self.description.isIdLookup,
    'Boolean isNameField()': (self: FieldDescribe) =>
      currentOrg().schema.object(self.token.object)?.nameField === self.description.name,
    'Boolean isNamePointing()': (self: FieldDescribe) => self.description.referenceTo.length > 1,
    'Boolean isRestrictedPicklist()': (self: FieldDescribe) => self.description.isRestrictedPicklist,
    'Boolean isCascadeDelete()': (self: FieldDescribe) => self.description.deleteConstraint === 'Cascade',
    'Boolean isRestrictedDelete()': (self: FieldDescribe) => self.description.deleteConstraint === 'Restrict',
  },
  missing: 'formulas, byte length, dependent picklists, compound fields',
});
