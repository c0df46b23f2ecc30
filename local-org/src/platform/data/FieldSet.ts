import { currentOrg } from '../../org/current.ts';
import type { FieldDescription, FieldSetDescription, FieldSetField } from '../../schema/SchemaCatalog.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { hashText } from '../../values/hashText.ts';
import { ApexList } from '../../values/ApexList.ts';
import { ApexMap } from '../../values/ApexMap.ts';
import type { ValueObject } from '../../values/ValueObject.ts';
import { definePlatformType, type Implementation } from '../definePlatformType.ts';
import { displayTypeOf } from './DescribeFieldResult.ts';
import { fieldToken, objectToken, type ObjectDescribe } from './tokens.ts';

/** Schema.FieldSet: every describe call gives a new one. */
class FieldSetValue implements ValueObject {
  readonly apexType = 'Schema.FieldSet';
  readonly object: string;
  readonly set: FieldSetDescription;

  constructor(object: string, set: FieldSetDescription) {
    this.object = object;
    this.set = set;
  }
}

/** Schema.FieldSetMember. Members of the same path are equal: public code keeps them in sets. */
class FieldSetMemberValue implements ValueObject {
  readonly apexType = 'Schema.FieldSetMember';
  readonly object: string;
  readonly member: FieldSetField;

  constructor(object: string, member: FieldSetField) {
    this.object = object;
    this.member = member;
  }

  /** The object that has the field: at the end of the path. */
  get place(): { object: string; field: FieldDescription } {
    let object = this.object;
    const steps = this.member.path.split('.');
    const last = steps.pop() ?? '';
    for (const step of steps) {
      const fields = [...(currentOrg().schema.object(object)?.fields.values() ?? [])];
      object =
        fields.find((field) => field.relationshipName?.toLowerCase() === step.toLowerCase())?.referenceTo[0] ?? '';
    }
    const field = currentOrg().schema.object(object)?.fields.get(last.toLowerCase());
    if (!field) throw new Error(`The schema has no field ${object}.${last}.`);
    return { object, field };
  }

  valueEquals(other: unknown): boolean {
    return (
      other instanceof FieldSetMemberValue &&
      this.object === other.object &&
      this.member.path === other.member.path &&
      this.member.isRequired === other.member.isRequired
    );
  }

  valueHash(): number {
    return hashText(`${this.object}.${this.member.path}`);
  }
}

function membersOf(self: FieldSetValue): ApexList {
  return new ApexList(
    runtimeType('List<Schema.FieldSetMember>'),
    self.set.fields.map((field) => new FieldSetMemberValue(self.object, field)),
  );
}

const fieldSetParts: Readonly<Record<string, Implementation>> = {
  'String Description': (self: FieldSetValue) => self.set.description,
  'List<Schema.FieldSetMember> Fields': membersOf,
  'String Label': (self: FieldSetValue) => self.set.label,
  'String Name': (self: FieldSetValue) => self.set.name,
  'String NameSpace': () => null,
  'Schema.SObjectType SObjectType': (self: FieldSetValue) => objectToken(self.object),
};

const memberParts: Readonly<Record<string, Implementation>> = {
  'Boolean DbRequired': (self: FieldSetMemberValue) => {
    const { field } = self.place;
    return !field.isNillable && field.isCreateable && !field.isDefaultedOnCreate;
  },
  'String FieldPath': (self: FieldSetMemberValue) => self.member.path,
  'String Label': (self: FieldSetMemberValue) => self.place.field.label,
  'Boolean Required': (self: FieldSetMemberValue) => self.member.isRequired,
  'Schema.DisplayType Type': (self: FieldSetMemberValue) => displayTypeOf(self.place.field),
};

/** Each part can be read as a property and by a method: `member.fieldPath`, `member.getFieldPath()`. */
function getters(parts: Readonly<Record<string, Implementation>>): Record<string, Implementation> {
  return Object.fromEntries(
    Object.entries(parts).map(([signature, get]) => [`${signature.replace(/ (\w+)$/, ' get$1')}()`, get]),
  );
}

export const FieldSet = definePlatformType({
  name: 'Schema.FieldSet',
  methods: getters(fieldSetParts),
  properties: fieldSetParts,
});

export const FieldSetMember = definePlatformType({
  name: 'Schema.FieldSetMember',
  methods: {
    ...getters(memberParts),
    'Schema.SObjectField getSObjectField()': (self: FieldSetMemberValue) => {
      const { object, field } = self.place;
      return fieldToken(object, field.name);
    },
  },
  properties: memberParts,
});

/** Schema.SObjectTypeFieldSets: `describe.fieldSets`. */
export class ObjectFieldSets implements ValueObject {
  readonly apexType = 'Schema.SObjectTypeFieldSets';
  readonly describe: ObjectDescribe;

  constructor(describe: ObjectDescribe) {
    this.describe = describe;
  }
}

export const SObjectTypeFieldSets = definePlatformType({
  name: 'Schema.SObjectTypeFieldSets',
  methods: {
    'Map<String, Schema.FieldSet> getMap()': (self: ObjectFieldSets) => {
      const { name, fieldSets } = self.describe.description;
      return new ApexMap(
        runtimeType('Map<String,Schema.FieldSet>'),
        (fieldSets ?? []).map((set) => [set.name, new FieldSetValue(name, set)] as const),
      );
    },
  },
  missing: 'field sets by name (fieldSets.Name): use getMap().get',
});
