import { currentOrg, hasCurrentTransaction } from '../org/current.ts';
import type { RuntimeType } from '../types/RuntimeType.ts';
import { runtimeType } from '../types/RuntimeType.ts';
import { typeRefText, type TypeRef } from '../types/TypeRef.ts';
import { ApexDate, ApexDecimal, ApexDouble, hasIdForm, typeOf } from '../values/index.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import { throwApex } from './ApexException.ts';
import { DateToDatetime } from './conversions.ts';
import type { RuntimeServices } from './services.ts';

/**
 * A number is an instance of every type that it may be assigned to, and a cast converts it: the Object 12 is an Integer, a Long,
 * a Double and a Decimal. Source: the tests of open-force/jsonparse (getDecimalValue, getDoubleValue, getLongValue).
 */
const NUMBER_RANK: Readonly<Record<string, number>> = { Integer: 1, Long: 2, Double: 3, Decimal: 3 };

function rankOfNumber(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value === 'bigint') return 2;
  return value instanceof ApexDouble || value instanceof ApexDecimal ? 3 : 0;
}

function widen(value: unknown, { name }: RuntimeType): unknown {
  if (value instanceof ApexDate) return name === 'Datetime' ? DateToDatetime(value) : value;
  if (rankOfNumber(value) === 0) return value;
  if (name === 'Long' && typeof value === 'number') return BigInt(value);
  if (name === 'Double' && !(value instanceof ApexDouble)) return new ApexDouble(toDecimal(value).toNumber());
  return name === 'Decimal' ? toDecimal(value) : value;
}

function toDecimal(value: unknown): ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  return value instanceof ApexDouble
    ? ApexDecimal.fromDouble(value.value)
    : ApexDecimal.fromInteger(value as number | bigint);
}

/** Types at run time: instanceof, casts, catch clauses. */
export class TypeTests {
  /** Supertypes of the classes of the project, by name. */
  private readonly projectSupertypes: ReadonlyMap<string, readonly RuntimeType[]>;
  private readonly platform: RuntimeServices['platform'];
  private readonly platformSupertypes = new Map<string, readonly RuntimeType[]>();

  constructor(supertypes: ReadonlyMap<string, readonly string[]>, platform: RuntimeServices['platform']) {
    this.projectSupertypes = new Map([...supertypes].map(([name, parents]) => [name, parents.map(runtimeType)]));
    this.platform = platform;
  }

  readonly isInstance = (value: unknown, type: RuntimeType): boolean => {
    if (value === null) return false;
    if (type.name === 'Object') return true;
    if (typeof value === 'string') return type.name === 'String' || (type.name === 'Id' && hasIdForm(value));
    const rank = rankOfNumber(value);
    if (rank > 0) return rank <= (NUMBER_RANK[type.name] ?? 0);
    // A Date is a Datetime as well. Source: fflib-apex-mocks, whenAnyDatetimeMatchesShouldReturnCorrectResults.
    if (value instanceof ApexDate) return type.name === 'Date' || type.name === 'Datetime';
    if (value instanceof SObjectValue) return type.name === 'SObject' || type.name === value.type;
    return this.isAssignable(type, typeOf(value));
  };

  /** Throws System.TypeException. Null may be cast to anything. */
  readonly cast = (value: unknown, type: RuntimeType): unknown => {
    if (value === null) return value;
    if (this.isInstance(value, type)) return widen(value, type);
    return throwApex(
      'System.TypeException',
      `Invalid conversion from runtime type ${display(typeOf(value))} to ${display(type)}`,
    );
  };

  /** Whether the type is neither of the platform nor an object: a class of the project, compiled or not. */
  isOfProject(type: RuntimeType): boolean {
    const isObject = hasCurrentTransaction() && currentOrg().schema.object(type.name) !== undefined;
    return !isObject && this.platform.findType(type.base) === undefined;
  }

  /** Whether a variable of the first type may hold a value of the second. */
  isAssignable(to: RuntimeType, from: RuntimeType): boolean {
    if (to === from || to.name === 'Object') return true;
    if (to.base === from.base) return this.areArgumentsAssignable(to, from);
    return this.supertypes(from).some((parent) => this.isAssignable(to, parent));
  }

  /** Elements of lists and values of maps are covariant, keys and elements of sets are not; records may be cast either way. */
  private areArgumentsAssignable(to: RuntimeType, from: RuntimeType): boolean {
    return to.args.every((arg, index) => {
      const other = from.args[index];
      if (!other) return false;
      if (arg === other) return true;
      const isInvariant = to.base === 'Set' || (to.base === 'Map' && index === 0);
      return !isInvariant && (this.isAssignable(arg, other) || other.name === 'SObject' || arg.name === 'SObject');
    });
  }

  private supertypes(type: RuntimeType): readonly RuntimeType[] {
    return this.projectSupertypes.get(type.name) ?? this.ofPlatform(type);
  }

  private ofPlatform(type: RuntimeType): readonly RuntimeType[] {
    const known = this.platformSupertypes.get(type.name);
    if (known) return known;
    const declaration = this.platform.findType(type.base)?.declaration;
    const refs = declaration ? [...(declaration.extends ? [declaration.extends] : []), ...declaration.implements] : [];
    const bindings = new Map(
      declaration?.typeParameters.map((name, index) => [name, type.args[index]?.name ?? 'Object']),
    );
    const parents = refs.map((ref) => runtimeType(typeRefText(this.canonical(ref, bindings))));
    this.platformSupertypes.set(type.name, parents);
    return parents;
  }

  private canonical(ref: TypeRef, bindings: ReadonlyMap<string, string>): TypeRef {
    const bound = bindings.get(ref.name);
    if (bound) return { name: bound, args: [] };
    const declaration = this.platform.findType(ref.name)?.declaration;
    return { name: declaration?.qualifiedName ?? ref.name, args: ref.args.map((arg) => this.canonical(arg, bindings)) };
  }
}

/** Salesforce leaves `System.` out of these messages. */
function display(type: RuntimeType): string {
  return type.name.replaceAll('System.', '');
}
