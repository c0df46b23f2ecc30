import { ApexException } from '../../runtime/ApexException.ts';
import { ApexEnum } from '../../values/ApexEnum.ts';
import { ApexList } from '../../values/ApexList.ts';
import { ApexMap } from '../../values/ApexMap.ts';
import { ApexSet } from '../../values/ApexSet.ts';
import { isProjectObject } from '../../values/classBehavior.ts';
import { objectModel } from '../../values/json/ObjectModel.ts';
import { SObjectValue } from '../../values/SObjectValue.ts';
import { isValueObject } from '../../values/ValueObject.ts';
import { writePlatformValue, type Json } from './platformValues.ts';

/** A value that lives in memory only. The message names its type. */
export class NotKeptError extends Error {
  constructor(type: string) {
    super(`its state holds a ${type}, which the local org cannot keep in its file`);
  }
}

/**
 * What of a queued object stands in the org's file: JSON text of a list of nodes, the value itself first to be read. References
 * to the same object stay references. What copyState leaves out is not written either. Throws NotKeptError.
 */
export function writeState(value: unknown): string {
  const writer = new StateWriter();
  const root = writer.write(value);
  return JSON.stringify({ root, nodes: writer.nodes });
}

class StateWriter {
  readonly nodes: Json[] = [];
  private readonly places = new Map<object, number>();

  /** Texts, Booleans, Integers and null as they are; everything else as an object with one kind. */
  write(value: unknown): Json {
    if (value === null || value === undefined) return null;
    if (typeof value === 'bigint') return { long: String(value) };
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value !== 'object') throw new NotKeptError(typeof value);
    if (value instanceof ApexEnum) return { enum: [value.type, value.name] };
    const platform = isValueObject(value) ? writePlatformValue(value) : null;
    return platform ? { [platform.kind]: platform.json } : { at: this.place(value) };
  }

  private place(value: object): number {
    const known = this.places.get(value);
    if (known !== undefined) return known;
    const place = this.nodes.push(null) - 1;
    this.places.set(value, place);
    this.nodes[place] = this.node(value);
    return place;
  }

  private node(value: object): Json {
    if (value instanceof ApexList) return { list: value.type.name, of: value.items.map((item) => this.write(item)) };
    if (value instanceof ApexSet) {
      return { set: value.type.name, of: [...value.values()].map((item) => this.write(item)) };
    }
    if (value instanceof ApexMap) {
      return { map: value.type.name, of: [...value.pairs()].map((pair) => pair.map((each) => this.write(each))) };
    }
    if (value instanceof SObjectValue) return this.record(value);
    if (value instanceof ApexException) return this.exception(value);
    if (isProjectObject(value)) return { object: value.$type.name, fields: this.fields(value, value.$type.name) };
    throw new NotKeptError(isValueObject(value) ? value.apexType : 'value of the platform');
  }

  private record(record: SObjectValue): Json {
    return {
      record: record.type,
      isQueried: record.isQueried,
      fields: [...record.fields].map(([name, value]) => [name, this.write(value)]),
      parents: [...record.parentEntries()].map(([name, parent]) => [name, this.write(parent)]),
      children: [...record.childEntries()].map(([name, list]) => [name, this.write(list)]),
    };
  }

  private exception(exception: ApexException): Json {
    const isOfProject = objectModel()?.classModel(exception.apexType) !== undefined;
    return {
      exception: exception.apexType,
      message: exception.apexMessage,
      cause: this.write(exception.apexCause),
      dmlErrors: exception.dmlErrors as unknown as Json,
      frames: exception.apexFrames as unknown as Json,
      fields: isOfProject ? this.fields(exception, exception.apexType) : [],
    };
  }

  private fields(object: object, type: string): Json {
    const model = objectModel()?.classModel(type);
    if (!model) throw new NotKeptError(type);
    return model.fields
      .filter((field) => !field.isTransient)
      .map((field) => [field.name, this.write(model.getField(object, field.name))]);
  }
}
