import { ApexException, throwApex } from '../../runtime/ApexException.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { platformEnumConstant } from '../../values/ApexEnum.ts';
import { ApexList } from '../../values/ApexList.ts';
import { ApexMap } from '../../values/ApexMap.ts';
import { ApexSet } from '../../values/ApexSet.ts';
import { objectModel, type ClassModel } from '../../values/json/ObjectModel.ts';
import { SObjectValue } from '../../values/SObjectValue.ts';
import { readPlatformValue, type Json } from './platformValues.ts';

type Node = Readonly<Record<string, Json>>;
type Pair = readonly [string, Json];

/**
 * The value that writeState wrote, as the classes of the program are now: no constructor runs. Throws
 * System.SerializationException when a class or a field is gone.
 */
export function readState(text: string): unknown {
  const { root, nodes } = JSON.parse(text) as { root: Json; nodes: Node[] };
  return new StateReader(nodes).read(root);
}

class StateReader {
  private readonly nodes: readonly Node[];
  private readonly values: (object | undefined)[] = [];

  constructor(nodes: readonly Node[]) {
    this.nodes = nodes;
  }

  read(json: Json): unknown {
    if (json === null || typeof json !== 'object') return json;
    const [kind = '', content = null] = Object.entries(json as Node)[0] ?? [];
    if (kind === 'at') return this.valueAt(Number(content));
    if (kind === 'long') return BigInt(content as string);
    if (kind === 'enum') return this.enumConstant(content as [string, string]);
    return readPlatformValue(kind, content);
  }

  private enumConstant([type, name]: readonly [string, string]): unknown {
    const constants = objectModel()?.enumConstants(type);
    if (!constants) return platformEnumConstant(type, name);
    return constants.find((constant) => constant.name === name) ?? changed(`${type}.${name}`);
  }

  /** Known before its parts are read: they may refer to it. */
  private valueAt(place: number): object {
    const known = this.values[place];
    if (known) return known;
    const node = this.nodes[place] ?? {};
    const remember = <Value extends object>(value: Value): Value => {
      this.values[place] = value;
      return value;
    };
    if ('list' in node) return this.fillList(remember(new ApexList(runtimeType(node.list as string))), node);
    if ('set' in node) return this.fillSet(remember(new ApexSet(runtimeType(node.set as string))), node);
    if ('map' in node) return this.fillMap(remember(new ApexMap(runtimeType(node.map as string))), node);
    if ('record' in node) return this.fillRecord(remember(emptyRecord(node)), node);
    if ('exception' in node) return this.fillException(remember(emptyException(node.exception as string)), node);
    const model = objectModel()?.classModel(node.object as string) ?? changed(node.object as string);
    return this.fillFields(remember(model.create()), model, node);
  }

  private fillList(list: ApexList, node: Node): ApexList {
    for (const item of node.of as readonly Json[]) list.items.push(this.read(item));
    return list;
  }

  private fillSet(set: ApexSet, node: Node): ApexSet {
    for (const item of node.of as readonly Json[]) set.add(this.read(item));
    return set;
  }

  private fillMap(map: ApexMap, node: Node): ApexMap {
    for (const [key, value] of node.of as unknown as readonly (readonly [Json, Json])[]) {
      map.put(this.read(key), this.read(value));
    }
    return map;
  }

  private fillRecord(record: SObjectValue, node: Node): SObjectValue {
    for (const [name, value] of node.fields as unknown as readonly Pair[]) record.fields.set(name, this.read(value));
    for (const [name, parent] of node.parents as unknown as readonly Pair[]) {
      record.putParent(name, this.read(parent) as SObjectValue | null);
    }
    for (const [name, list] of node.children as unknown as readonly Pair[]) {
      record.putChildren(name, this.read(list) as ApexList);
    }
    return record;
  }

  private fillException(exception: ApexException, node: Node): ApexException {
    exception.apexMessage = node.message as string | null;
    exception.apexCause = this.read(node.cause ?? null) as ApexException | null;
    exception.dmlErrors = node.dmlErrors as unknown as ApexException['dmlErrors'];
    exception.restoreFrames(node.frames as unknown as ApexException['apexFrames']);
    const model = objectModel()?.classModel(exception.apexType);
    if (model) this.fillFields(exception, model, node);
    return exception;
  }

  private fillFields(object: object, model: ClassModel, node: Node): object {
    const known = new Set(model.fields.map((field) => field.name));
    for (const [name, value] of node.fields as unknown as readonly Pair[]) {
      if (!known.has(name)) changed(`${model.name}.${name}`);
      model.setField(object, name, this.read(value));
    }
    return object;
  }
}

function emptyRecord(node: Node): SObjectValue {
  return new SObjectValue(node.record as string, { isQueried: node.isQueried === true });
}

function emptyException(type: string): ApexException {
  const model = objectModel()?.classModel(type);
  if (!model) return new ApexException(type);
  const exception = model.create() as ApexException;
  exception.apexType = type;
  return exception;
}

function changed(what: string): never {
  return throwApex('System.SerializationException', `${what} is not there any more: the project has changed since.`);
}
