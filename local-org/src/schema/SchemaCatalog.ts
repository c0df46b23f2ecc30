/** Field types as describe calls name them, lower case: string, boolean, id, reference, datetime, picklist, currency, … */
export interface FieldDescription {
  /** API name in its own spelling. */
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** The Apex type of the value: `String`, `Id`, `Boolean`, `Datetime`, `Date`, `Decimal`, `Integer`, … */
  readonly apexType: string;
  readonly length: number | null;
  readonly precision: number | null;
  readonly scale: number | null;
  readonly isNillable: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isFilterable: boolean;
  readonly isSortable: boolean;
  readonly isGroupable: boolean;
  readonly isUnique: boolean;
  readonly isExternalId: boolean;
  readonly isCustom: boolean;
  /** `Profile` for ProfileId; null when no relationship can be followed. */
  readonly relationshipName: string | null;
  readonly referenceTo: readonly string[];
  readonly defaultValue: unknown;
  readonly picklistValues: readonly string[];
  readonly isRestrictedPicklist: boolean;
  /** Labels of the picklist values, in the same order; empty when they equal the values. */
  readonly picklistLabels: readonly string[];
  /** Only meaningful for unique fields. */
  readonly isCaseSensitive: boolean;
  /** The platform fills it when an insert leaves it out. */
  readonly isDefaultedOnCreate: boolean;
  readonly isAutoNumber: boolean;
  /** `RR-{000000}` for an autonumber, else null. */
  readonly displayFormat: string | null;
  readonly isAggregatable: boolean;
  readonly isIdLookup: boolean;
  readonly helpText: string | null;
  /** What happens to a lookup when its target is deleted. */
  readonly deleteConstraint: 'SetNull' | 'Restrict' | 'Cascade';
}

export interface ChildRelationship {
  readonly name: string;
  readonly childObject: string;
  readonly field: string;
}

/** A validation rule: rows of which the formula is true are refused with the message. */
export interface ValidationRule {
  readonly name: string;
  readonly isActive: boolean;
  readonly formula: string;
  readonly message: string;
  /** The field that the message stands at; null for the top of the page. */
  readonly errorField: string | null;
  /** The file that it comes from. */
  readonly path: string;
}

export interface FieldSetField {
  /** `Name`, `Owner.Name`. */
  readonly path: string;
  readonly isRequired: boolean;
}

/** A named list of fields that Apex and pages read. */
export interface FieldSetDescription {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** Those in the set, in its order; fields that are only available are left out. */
  readonly fields: readonly FieldSetField[];
}

export interface ObjectDescription {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly kind: 'standard' | 'custom' | 'event' | 'metadataType' | 'customSetting';
  /** By lower-case API name. */
  readonly fields: ReadonlyMap<string, FieldDescription>;
  readonly childRelationships: readonly ChildRelationship[];
  /** Only for kind event. */
  readonly publishBehavior: 'PublishAfterCommit' | 'PublishImmediately' | null;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isDeletable: boolean;
  readonly isTriggerable: boolean;
  /** False where Salesforce computes or checks on write what the local org does not: records live in memory only. */
  readonly isDmlSupported: boolean;
  /** Deleted rows go to the recycle bin and come back with undelete. */
  readonly isUndeletable: boolean;
  /** Mixed DML counts it as a setup object. */
  readonly isSetup: boolean;
  /** `Name`, `DeveloperName`, `CaseNumber`; null when the object has none. */
  readonly nameField: string | null;
  /** Of custom objects, from their metadata; null where the metadata says nothing. */
  readonly sharingModel: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent' | null;
  readonly customSettingsType: 'Hierarchy' | 'List' | null;
  /** Left out: none. */
  readonly fieldSets?: readonly FieldSetDescription[];
  /** Left out: none. */
  readonly validationRules?: readonly ValidationRule[];
}

/** The objects that a project can see: standard ones that the local org knows, and its own. Names are case-insensitive. */
export interface SchemaCatalog {
  object(name: string): ObjectDescription | undefined;
  objectNames(): readonly string[];
  /** True when Salesforce has such an object but the local org does not support it. */
  isKnownButUnsupported(name: string): boolean;
}
