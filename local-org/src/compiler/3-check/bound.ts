import type { ApexType } from '../symbols/ApexType.ts';
import type { ConstructorSymbol, FieldSymbol, MethodSymbol, PlatformPropertySymbol } from '../symbols/Member.ts';
import type { ProjectType } from '../symbols/ProjectType.ts';
import type { Position } from '../diagnostics.ts';

// The bound tree: every name resolved, every conversion explicit. The emitter needs nothing else.

export interface LocalVariable {
  readonly name: string;
  readonly type: ApexType;
  readonly jsName: string;
  readonly isFinal: boolean;
}

interface Typed {
  readonly type: ApexType;
  /** Of the part that can fail at run time. */
  readonly position: Position;
}

export type NumberFamily = 'Integer' | 'Long' | 'Double' | 'Decimal';
export type ConversionKind =
  | 'IntegerToLong'
  | 'IntegerToDouble'
  | 'IntegerToDecimal'
  | 'LongToInteger'
  | 'LongToDouble'
  | 'LongToDecimal'
  | 'DoubleToInteger'
  | 'DoubleToLong'
  | 'DoubleToDecimal'
  | 'DecimalToInteger'
  | 'DecimalToLong'
  | 'DecimalToDouble'
  | 'StringToId'
  | 'DateToDatetime'
  | 'QueryToRecord'
  | 'DynamicQueryToRecord'
  | 'QueryToList';

export type BoundExpression =
  | (Typed & { readonly kind: 'literal'; readonly value: string | number | bigint | boolean | null })
  | (Typed & { readonly kind: 'decimalLiteral'; readonly text: string })
  | (Typed & { readonly kind: 'doubleLiteral'; readonly value: number })
  | (Typed & { readonly kind: 'local'; readonly variable: LocalVariable })
  | (Typed & { readonly kind: 'this' })
  /** Stands for a value that an enclosing node has computed into a temporary. */
  | (Typed & { readonly kind: 'temporary'; readonly key: object })
  | (Typed & { readonly kind: 'field'; readonly target: BoundExpression; readonly field: FieldSymbol })
  | (Typed & { readonly kind: 'staticField'; readonly field: FieldSymbol })
  /** A property of a class of the project whose accessor has a body. */
  | (Typed & { readonly kind: 'property'; readonly target: BoundExpression | null; readonly field: FieldSymbol })
  | (Typed & {
      readonly kind: 'platformProperty';
      readonly target: BoundExpression | null;
      readonly property: PlatformPropertySymbol;
    })
  | (Typed & { readonly kind: 'enumConstant'; readonly name: string })
  | (Typed & { readonly kind: 'enumValues' })
  | (Typed & { readonly kind: 'recordField'; readonly target: BoundExpression; readonly field: string })
  | (Typed & { readonly kind: 'recordParent'; readonly target: BoundExpression; readonly relationship: string })
  | (Typed & { readonly kind: 'recordChildren'; readonly target: BoundExpression; readonly relationship: string })
  | (Typed & { readonly kind: 'element'; readonly target: BoundExpression; readonly index: BoundExpression })
  | (Typed & {
      readonly kind: 'call';
      /** Null for a static method. */
      readonly target: BoundExpression | null;
      readonly method: MethodSymbol;
      readonly args: readonly BoundExpression[];
      readonly isSuper: boolean;
      /** What dynamic SOQL may bind by name; null where the method binds nothing. */
      readonly visible: readonly VisibleVariable[] | null;
    })
  | (Typed & { readonly kind: 'enumCall'; readonly target: BoundExpression; readonly method: 'name' | 'ordinal' })
  | (Typed & { readonly kind: 'enumValueOf'; readonly argument: BoundExpression })
  | (Typed & {
      readonly kind: 'construct';
      readonly constructor: ConstructorSymbol;
      readonly args: readonly BoundExpression[];
    })
  | (Typed & { readonly kind: 'newList'; readonly elements: readonly BoundExpression[] })
  | (Typed & { readonly kind: 'newArray'; readonly size: BoundExpression })
  | (Typed & { readonly kind: 'newSet'; readonly elements: readonly BoundExpression[] })
  | (Typed & { readonly kind: 'newMap'; readonly entries: readonly (readonly [BoundExpression, BoundExpression])[] })
  | (Typed & { readonly kind: 'newRecord'; readonly values: readonly RecordValue[] })
  | (Typed & { readonly kind: 'convert'; readonly conversion: ConversionKind; readonly operand: BoundExpression })
  | (Typed & { readonly kind: 'cast'; readonly operand: BoundExpression })
  | (Typed & { readonly kind: 'instanceOf'; readonly operand: BoundExpression; readonly of: ApexType })
  | (Typed & {
      readonly kind: 'arithmetic';
      readonly family: NumberFamily;
      readonly operator: string;
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & { readonly kind: 'concatenate'; readonly left: BoundExpression; readonly right: BoundExpression })
  | (Typed & {
      readonly kind: 'dateArithmetic';
      readonly operator: '+' | '-';
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & {
      readonly kind: 'bitwiseBoolean';
      readonly operator: '&' | '|' | '^';
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & { readonly kind: 'negate'; readonly family: NumberFamily; readonly operand: BoundExpression })
  | (Typed & { readonly kind: 'complement'; readonly family: 'Integer' | 'Long'; readonly operand: BoundExpression })
  | (Typed & { readonly kind: 'not'; readonly operand: BoundExpression })
  | (Typed & {
      readonly kind: 'logical';
      readonly operator: '&&' | '||';
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & {
      readonly kind: 'equal';
      readonly negated: boolean;
      readonly comparison: EqualityKind;
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & {
      readonly kind: 'compare';
      readonly operator: '<' | '>' | '<=' | '>=';
      readonly comparison: OrderKind;
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & {
      readonly kind: 'conditional';
      readonly condition: BoundExpression;
      readonly whenTrue: BoundExpression;
      readonly whenFalse: BoundExpression;
    })
  | (Typed & { readonly kind: 'coalesce'; readonly left: BoundExpression; readonly right: BoundExpression })
  /** `a?.b`: the body uses the temporary of the same key. */
  | (Typed & {
      readonly kind: 'safe';
      readonly receiver: BoundExpression;
      readonly key: object;
      readonly body: BoundExpression;
    })
  | (Typed & { readonly kind: 'parenthesized'; readonly operand: BoundExpression })
  | (Typed & { readonly kind: 'assign'; readonly target: BoundExpression; readonly value: BoundExpression })
  /** `a += b`, `a++`: the value reads the target through the temporary of the key. */
  | (Typed & {
      readonly kind: 'update';
      readonly target: BoundExpression;
      readonly key: object;
      readonly value: BoundExpression;
      /** What the whole expression is: the value before (postfix) or after. */
      readonly gives: 'before' | 'after';
    })
  | (Typed & {
      readonly kind: 'query';
      readonly text: string;
      readonly binds: readonly BoundExpression[];
      readonly rowType: string;
      readonly isCount: boolean;
    })
  | (Typed & { readonly kind: 'triggerVariable'; readonly name: string })
  | (Typed & { readonly kind: 'typeLiteral'; readonly of: ApexType })
  | (Typed & { readonly kind: 'label'; readonly name: string })
  | (Typed & { readonly kind: 'objectToken'; readonly object: string })
  | (Typed & { readonly kind: 'fieldToken'; readonly object: string; readonly field: string })
  | (Typed & { readonly kind: 'describeObject'; readonly object: string })
  | (Typed & { readonly kind: 'describeField'; readonly object: string; readonly field: string });

/** `id`: one side is an Id, the other a String. */
export type EqualityKind = 'identity' | 'text' | 'id' | 'number' | 'value';
export type OrderKind = 'Integer' | 'Long' | 'Double' | 'Decimal' | 'text' | 'value';

/** A variable or field that is in scope at a call. */
export interface VisibleVariable {
  readonly name: string;
  readonly value: BoundExpression;
}

/** A named argument of `new User(...)`. */
export interface RecordValue {
  readonly field: string;
  readonly isRelationship: boolean;
  readonly value: BoundExpression;
}

interface At {
  readonly position: Position;
}

export type BoundStatement =
  | (At & { readonly kind: 'block'; readonly statements: readonly BoundStatement[] })
  | (At & { readonly kind: 'local'; readonly variable: LocalVariable; readonly value: BoundExpression | null })
  | (At & { readonly kind: 'expression'; readonly expression: BoundExpression })
  | (At & {
      readonly kind: 'if';
      readonly condition: BoundExpression;
      readonly then: BoundStatement;
      readonly otherwise: BoundStatement | null;
    })
  | (At & { readonly kind: 'while'; readonly condition: BoundExpression; readonly body: BoundStatement })
  | (At & { readonly kind: 'doWhile'; readonly condition: BoundExpression; readonly body: BoundStatement })
  | (At & {
      readonly kind: 'for';
      readonly initial: readonly BoundStatement[];
      readonly condition: BoundExpression | null;
      readonly updates: readonly BoundExpression[];
      readonly body: BoundStatement;
    })
  | (At & {
      readonly kind: 'forEach';
      readonly variable: LocalVariable;
      readonly element: BoundExpression | null;
      readonly key: object;
      readonly collection: BoundExpression;
      readonly body: BoundStatement;
    })
  | (At & {
      readonly kind: 'forQuery';
      readonly variable: LocalVariable;
      readonly query: BoundExpression;
      readonly inChunks: boolean;
      readonly body: BoundStatement;
    })
  | (At & { readonly kind: 'return'; readonly value: BoundExpression | null })
  | (At & { readonly kind: 'throw'; readonly value: BoundExpression })
  | (At & { readonly kind: 'break' })
  | (At & { readonly kind: 'continue' })
  | (At & {
      readonly kind: 'try';
      readonly body: BoundStatement;
      readonly catches: readonly BoundCatch[];
      readonly finally: BoundStatement | null;
    })
  | (At & {
      readonly kind: 'switch';
      readonly value: BoundExpression;
      readonly key: object;
      readonly cases: readonly BoundCase[];
      readonly otherwise: BoundStatement | null;
    })
  | (At & {
      readonly kind: 'dml';
      readonly operation: DmlOperation;
      readonly value: BoundExpression;
      readonly access: 'user' | 'system' | null;
      readonly externalIdField: string | null;
    })
  | (At & { readonly kind: 'runAs'; readonly user: BoundExpression; readonly body: BoundStatement })
  | (At & { readonly kind: 'initialize'; readonly field: FieldSymbol; readonly value: BoundExpression })
  | (At & {
      readonly kind: 'delegate';
      readonly to: 'this' | 'super';
      readonly constructor: ConstructorSymbol;
      readonly args: readonly BoundExpression[];
    });

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

export interface BoundCatch {
  readonly type: ApexType;
  readonly variable: LocalVariable;
  readonly body: BoundStatement;
}

export interface BoundCase {
  /** Any of the tests; they read the switched value through the temporary of the statement's key. */
  readonly tests: readonly BoundExpression[];
  /** `when User u`. */
  readonly variable: LocalVariable | null;
  readonly body: BoundStatement;
}

/** A body of code: method, constructor, accessor, initializer. */
export interface BoundBody {
  readonly parameters: readonly LocalVariable[];
  readonly statements: readonly BoundStatement[];
  /** Where the last line of the body ends: coverage and traces of implicit returns. */
  readonly position: Position;
}

export interface BoundType {
  readonly type: ProjectType;
  readonly methods: readonly { readonly method: MethodSymbol; readonly body: BoundBody }[];
  readonly constructors: readonly { readonly constructor: ConstructorSymbol; readonly body: BoundBody }[];
  readonly accessors: readonly {
    readonly field: FieldSymbol;
    readonly kind: 'get' | 'set';
    readonly body: BoundBody;
  }[];
  /** Field initializers and initializer blocks in the order of the text. */
  readonly instanceInitializers: readonly BoundStatement[];
  readonly staticInitializers: readonly BoundStatement[];
  /** Methods under which a supertype calls a method of this class that has another mangled name. */
  readonly bridges: readonly { readonly from: string; readonly to: string }[];
  /** Platform methods that the class inherits and may call through the object. */
  readonly inner: readonly BoundType[];
}
