import { throwApex } from '../../runtime/ApexException.ts';
import type { RuntimeType } from '../../types/RuntimeType.ts';
import { ApexList, ApexMap, ApexSet, ApexType } from '../../values/index.ts';
import { objectModel, type ObjectModel } from '../../values/json/ObjectModel.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { withoutNulls } from './arguments.ts';

export const Type = definePlatformType({
  name: 'System.Type',
  methods: {
    'static Type forName(String name)': (name: string | null) => forName(name),
    'static Type forName(String namespace, String name)': (namespace: string | null, name: string | null) =>
      forName(namespace && name ? `${namespace}.${name}` : name),
    'String getName()': (self: ApexType) => self.runtimeType.name,
    'Boolean isAssignableFrom(Type source)': withoutNulls((self: ApexType, source: ApexType) =>
      program().isAssignable(self.runtimeType, source.runtimeType),
    ),
    'Object newInstance()': (self: ApexType) => newInstance(self.runtimeType),
    'String toString()': (self: ApexType) => self.runtimeType.name,
  },
});

function program(): ObjectModel {
  const model = objectModel();
  if (!model) throw new Error('No program is loaded.');
  return model;
}

/** Null for a name that nothing has. */
function forName(name: string | null): ApexType | null {
  const type = name === null ? null : program().findType(name);
  return type && ApexType.of(type);
}

function newInstance(type: RuntimeType): unknown {
  switch (type.base) {
    case 'List':
      return new ApexList(type);
    case 'Set':
      return new ApexSet(type);
    case 'Map':
      return new ApexMap(type);
    case 'String':
    case 'Integer':
    case 'Boolean':
      return throwApex('System.TypeException', `Type cannot be constructed: ${type.name}`);
    default:
      return program().newInstance(type);
  }
}
