import { currentTransaction } from '../org/current.ts';
import type { HeapFrame } from '../org/HeapMeter.ts';
import type { SharingMode } from '../org/Transaction.ts';
import type { CallSite } from '../platform/CallSite.ts';
import type { Implementation } from '../platform/definePlatformType.ts';
import { runtimeType, type RuntimeType } from '../types/RuntimeType.ts';
import {
  ApexDecimal,
  ApexDouble,
  type ApexEnum,
  ApexList,
  ApexType,
  concatText,
  platformEnum,
  platformEnumConstant,
} from '../values/index.ts';
import { charge, chargedSoFar, lookAt, mustFitHeap } from '../values/heapCharge.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import { throwApex } from './ApexException.ts';
import { chargeResults, chargeRows } from './chargeResults.ts';
import * as collections from './collections.ts';
import * as comparisons from './comparisons.ts';
import * as conversions from './conversions.ts';
import * as exceptions from './exceptions.ts';
import type { Linker } from './Linker.ts';
import { objectDefaults } from './objectDefaults.ts';
import { RefusedError } from './RefusedError.ts';
import type { DmlOptions, RuntimeServices } from './services.ts';
import { currentTrigger } from './triggerContexts.ts';
import type { TypeTests } from './TypeTests.ts';

/** Source: Apex Developer Guide, "Execution Governors and Limits": maximum stack depth. */
const MAX_DEPTH = 1000;
/** Below this length nothing has to be asked. */
const HEAP = 1_000_000;

const holdsNothing: HeapFrame = () => [];

type Methods = Record<string, Implementation | undefined>;

/** Everything that emitted code calls by `$rt`. */
export function createLibrary(linker: Linker, types: TypeTests, services: RuntimeServices): object {
  return {
    ...linker.library,
    ...collections,
    ...comparisons,
    ...conversions,
    ...exceptions,
    ...values(linker, services),
    ...calls(services),
    ...organization(services),
    isInstance: types.isInstance,
    cast: types.cast,
    concatText,
    concatenate,
  };
}

/** `+` of two texts. A text that no heap of Salesforce holds ends the transaction. */
function concatenate(left: string, right: string): string {
  const length = left.length + right.length;
  if (length > HEAP) mustFitHeap(length);
  charge(length);
  return left + right;
}

function values(linker: Linker, services: RuntimeServices): object {
  const constantsOf = (type: RuntimeType): readonly ApexEnum[] => {
    const declaration = services.platform.findType(type.base)?.declaration;
    return linker.enumConstants(type.name) ?? platformEnum(type.name, declaration?.enumValues ?? []);
  };
  return {
    type: runtimeType,
    typeLiteral: (type: RuntimeType) => ApexType.of(type),
    decimal: (text: string) => ApexDecimal.parse(text),
    double: (value: number) => new ApexDouble(value),
    platformConstant: platformEnumConstant,
    enumValues: (listType: RuntimeType) => new ApexList(listType, [...constantsOf(listType.args[0]!)]),
    enumValueOf(type: RuntimeType, name: string | null): ApexEnum {
      const constant = constantsOf(type).find((candidate) => candidate.name.toLowerCase() === name?.toLowerCase());
      return constant ?? throwApex('System.NoSuchElementException', `No enum constant ${type.name}.${name}`);
    },
  };
}

function calls(services: RuntimeServices): object {
  return {
    /** What a member of the platform does. An abstract one only runs where an object overrides it. */
    platform: (id: string): Implementation => {
      const found = services.platform.implementation(id);
      if (found) return chargeResults(id, found, (name) => services.platform.findType(name));
      return () => {
        throw new RefusedError(`${id.replace('#', '.')} is not supported by the local org.`);
      };
    },
    callSite: (className: string, apiVersion: number): CallSite => ({ className, apiVersion }),
    callSiteWith: (site: CallSite, variables: Record<string, () => unknown>): CallSite => ({
      ...site,
      variable: (name) => variables[name.toLowerCase()]?.(),
    }),
    /** A method that a class of the project may override. */
    callVirtual(object: Methods, name: string, implementation: Implementation, ...args: unknown[]): unknown {
      const own = object[name];
      return own ? own.apply(object, args) : implementation(object, ...args);
    },
    callSuper(
      parent: Methods,
      name: string,
      implementation: Implementation,
      self: object,
      ...args: unknown[]
    ): unknown {
      const inherited = parent[name];
      if (inherited) return inherited.apply(self, args);
      const byDefault = objectDefaults[name];
      return byDefault ? byDefault(self, ...args) : implementation(self, ...args);
    },
    transaction: currentTransaction,
    /** Begins a method that calls others or holds values: in the sharing mode of its class, one level deeper. */
    enter(sharing: SharingMode | null, held: HeapFrame = holdsNothing): SharingMode {
      const transaction = currentTransaction();
      const before = transaction.sharing;
      if (sharing !== null) transaction.sharing = sharing;
      if (++transaction.callDepth > MAX_DEPTH) throw exceptions.stackDepthReached();
      transaction.heapFrames.push(held);
      return before;
    },
    leave(before: SharingMode): void {
      const transaction = currentTransaction();
      transaction.sharing = before;
      transaction.callDepth--;
      transaction.heapFrames.pop();
    },
    trigger: currentTrigger,
  };
}

function organization(services: RuntimeServices): object {
  return {
    query(text: string, binds: readonly unknown[], site: CallSite): SObjectValue[] | number {
      const before = chargedSoFar();
      const rows = services.query(text, binds, site);
      if (typeof rows !== 'number') {
        chargeRows(rows);
        lookAt(rows, before);
      }
      return rows;
    },
    /** Rows for a loop: the heap holds one part of them at a time. */
    queryParts: (text: string, binds: readonly unknown[], site: CallSite) => services.query(text, binds, site),
    dml(operation: string, value: unknown, options: DmlOptions, site: CallSite): void {
      if (value === null) exceptions.nullReference();
      const records = value instanceof ApexList ? (value.items as SObjectValue[]) : [value as SObjectValue];
      services.dml(operation, records, options, site);
    },
    runAs(user: SObjectValue | null, work: () => unknown): unknown {
      let result: unknown;
      services.runAs(user, () => {
        result = work();
      });
      return result;
    },
    label: (name: string) => services.label(name),
    objectToken: (object: string) => services.objectToken(object),
    fieldToken: (object: string, field: string) => services.fieldToken(object, field),
    describeObject: (object: string) => services.describeObject(object),
    describeField: (object: string, field: string) => services.describeField(object, field),
  };
}
