import { ApexException } from '../runtime/ApexException.ts';
import { ApexDate } from './ApexDate.ts';
import { isProjectObject, type ProjectObject } from './classBehavior.ts';
import { exceptionMessage } from './exceptionMessage.ts';
import { objectModel } from './json/ObjectModel.ts';
import { SObjectValue } from './SObjectValue.ts';
import { isValueObject } from './ValueObject.ts';

/** `String.valueOf` for a value that is not null; the text `null` for null. */
export function toText(value: unknown): string {
  return new Printer().print(value, false);
}

/** What `'' + value` and System.debug write. A Date gets a midnight there, unlike in String.valueOf. */
export function concatText(value: unknown): string {
  return new Printer().print(value, true);
}

/** Prints one value; objects that contain themselves are printed once. */
class Printer {
  private readonly open = new Set<object>();

  print(value: unknown, isDateWithTime: boolean): string {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return value.toString();
    if (typeof value !== 'object') throw new Error(`Not an Apex value: ${typeof value}`);
    if (isDateWithTime && value instanceof ApexDate) return `${value.toIso()} 00:00:00`;
    if (this.open.has(value)) return '(already output)';
    this.open.add(value);
    try {
      return this.printObject(value);
    } finally {
      this.open.delete(value);
    }
  }

  private readonly inner = (value: unknown): string => this.print(value, true);

  private printObject(value: object): string {
    if (value instanceof SObjectValue) return this.printRecord(value);
    if (value instanceof ApexException) return exceptionText(value);
    if (isProjectObject(value)) return this.printProjectObject(value);
    if (isValueObject(value)) return value.valueText ? value.valueText(this.inner) : simpleName(value.apexType);
    throw new Error(`Not an Apex value: ${Object.prototype.toString.call(value)}`);
  }

  /** `User:{Id=005…, Name=x}`: what was set or selected. */
  private printRecord(record: SObjectValue): string {
    const fields = [...record.fields].map(([name, value]) => `${name}=${this.inner(value)}`);
    return `${record.type}:{${fields.join(', ')}}`;
  }

  private printProjectObject(object: ProjectObject): string {
    if (object.tostring$) return object.tostring$() ?? 'null';
    const model = objectModel()?.classModel(object.$type.name);
    const name = simpleName(object.$type.name);
    if (!model) return name;
    const fields = model.fields.map((field) => `${field.name}=${this.inner(model.getField(object, field.name))}`);
    return `${name}:[${fields.join(', ')}]`;
  }
}

/** `System.MathException: Divide by 0`; an exception of the project stands with its own name. */
function exceptionText(exception: ApexException): string {
  const { getmessage$ } = exception as { getmessage$?: () => string | null };
  return `${exception.apexType}: ${getmessage$ ? getmessage$.call(exception) : exceptionMessage(exception)}`;
}

/** Inner classes print without the name of their outer class. */
function simpleName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
