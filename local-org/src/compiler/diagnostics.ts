/** A place in a source file; line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Diagnostic {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** `APX0201`. */
  readonly code: string;
  readonly text: string;
  readonly level: 'error' | 'warning';
}

/**
 * Every message of the compiler. `{0}` and so on are filled in. Codes are never reused.
 * 00xx syntax, 01xx declarations, 02xx names and types, 03xx calls, 04xx expressions, 05xx statements, 06xx queries,
 * 09xx what Salesforce knows but the local org does not.
 * Where the wording is that of Salesforce's compiler it was read from the compiler front end inside the npm package
 * @salesforce/code-analyzer-sfge-engine.
 */
export const MESSAGES = {
  APX0001: '{0}',
  APX0002: 'Illegal integer',
  APX0003: 'Illegal long',
  APX0004: 'Illegal string literal: Line breaks are not allowed in string literals',

  APX0101: 'Type name already in use: {0}',
  APX0102: 'Invalid type: {0}',
  APX0103: 'Duplicate field: {0}',
  APX0104: 'Method already defined: {0} {1} from the type {2}',
  APX0105: 'Constructor already defined: {0}',
  APX0106: 'Modifier is not allowed here: {0}',
  APX0107: 'Invalid constructor name: {0}',
  APX0108: 'Non-virtual and non-abstract type cannot be extended: {0}',
  APX0109: 'Class {0} must implement the method: {1}',
  APX0110: 'Circular definition: {0}',
  APX0111: 'Class {0} must implement the abstract method: {1}',
  APX0112: 'Method must use the override keyword: {0}',
  APX0113: '@Override specified for non-overriding method: {0}',
  APX0114: 'Method cannot override a non-virtual method: {0}',
  APX0115: 'Annotation does not exist: {0}',
  APX0116: 'Annotation {0} is not allowed here',
  APX0117: 'Unknown property of the annotation {0}: {1}',
  APX0118: 'Top-level type must have public or global visibility',
  APX0119: 'Classes extending Exception must have a name ending in Exception: {0}',
  APX0120: 'Class must not implement a class: {0}',
  APX0121: 'Class cannot extend an interface: {0}',
  APX0122: 'static is not allowed on classes: {0}',
  APX0123: 'Abstract methods cannot have a body: {0}',
  APX0124: 'Methods must have a body: {0}',
  APX0125: 'Class must be abstract to have the abstract method: {0}',
  APX0126: 'Duplicate modifier: {0}',
  APX0127: 'Inner types are not allowed to have inner types: {0}',
  APX0128: 'Method has the wrong return type: {0} must return {1}',
  APX0129: 'The type {0} cannot be extended by a class of a project in the local org',
  APX0130: 'Test methods must be static, void and without parameters: {0}',
  APX0131: 'The file defines {0}, but Salesforce expects the type to be named as the file: {1}',
  APX0132: 'AuraEnabled methods must be static and public or global: {0}',
  APX0133: 'Defining type for IsTest methods must be declared as IsTest: {0}',
  APX0134: 'SObject type does not allow triggers: {0}',
  APX0135: 'Property must have at least one accessor: {0}',
  APX0136: 'Overloads of an AuraEnabled method are not allowed: {0}',
  APX0137: 'Conflicting modifiers: {0} and {1}',
  APX0138: 'static can only be used on methods of a top level type: {0}',
  APX0140: 'Invalid character in identifier: {0}',
  APX0141: 'Overriding method must not be less visible than the overridden one: {0}',
  APX0143: 'Interface methods must be implemented as public or global: {0}',
  APX0145: 'Exception class must extend another Exception class: {0}',
  APX0149: 'New protected methods cannot be defined in non-virtual classes: {0}',
  APX0150: '{0} {1} must be declared as {2}: {3}',
  APX0151:
    'Unsupported parameter type {0}. Valid invocable parameters must be List types like List<T> where T is a supported type: {1}',
  APX0152: 'Only one method per type can be defined with: {0}',
  APX0153: 'Methods are by default final: {0}',
  APX0147: 'Trigger event {0} is not allowed on {1}',
  APX0146: 'Cannot declare {0} accessor on {1} property',
  APX0155: '{0} {1} require at least one of the following global, public: {2}',
  APX0156: '{0} {1} cannot be {2}: {3}',
  APX0157: 'Defining type for {0} {1} must be declared as {2}: {3}',
  APX0158: 'Enclosing type for global {0} in apex classes must be declared as global: {1}',
  APX0159: '{0} is not allowed on {1}: {2}',
  APX0160: '{0} can only be used on a top level type: {1}',
  APX0161: 'Only top-level non-exception class types can be marked as tests: {0}',
  APX0162: 'Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)',
  APX0163:
    'Test class annotated with @isTest(IsParallel=true) cannot have any methods annotated with @isTest(SeeAllData=true)',
  APX0164: 'Test class cannot be annotated with @isTest(SeeAllData=true) when it has a test setup method',
  APX0165: 'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)',
  APX0166: 'Only one parameter is supported on methods with @Invocable annotation: {0}',
  APX0167: '{0} methods do not support parameter type of {1}: {2}',
  APX0168: '{0} methods do not support return type of {1}: {2}',
  APX0169: 'The only annotation that can be used with InvocableMethod is Deprecated',
  APX0170: '{0} {1} do not support type of {2}: {3}',
  APX0171: 'Annotation property, {0} on {1}, is not allowed on {2}',
  APX0172: 'Invalid value for property {0} of the annotation {1}: expected type {2}',
  APX0173: 'Required property is missing: {0}',
  APX0174: 'Rest Resource url {0}',
  APX0175: '{0} methods do not support parameters: {1}',
  APX0176: 'Annotation property, {0} on {1}, unknown value: {2}',
  APX0179: 'An interface extends one interface: {0}',
  APX0180: 'Interface already implemented: {0}',
  APX0181: 'System exception constructor already defined: void <init>({0})',
  APX0182: 'Property must have at most one getter and one setter: {0}',
  APX0183: 'Inner types are not allowed to have static blocks: {0}',
  APX0184: 'Values of an annotation are separated by spaces, not by commas: {0}',
  APX0185: 'Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly',
  APX0178: '{0} methods must have a protected, public or global access modifier from API version 65.0 on: {1}',
  APX0177: 'At least one JSON serialization control parameter must be specified',

  APX0201: 'Variable does not exist: {0}',
  APX0202: 'Duplicate variable: {0}',
  APX0203: 'Illegal assignment from {0} to {1}',
  APX0204: 'Field does not exist: {0} on {1}',
  APX0205: 'Variable is not visible: {0}',
  APX0206: 'Type is not visible: {0}',
  APX0207: 'Non static field cannot be referenced from a static context: {0} from the type {1}',
  APX0208: 'Expression cannot be assigned',
  APX0209: 'Final members can only be assigned in their declaration, init blocks, or constructors: {0}',
  APX0210: 'Property cannot be written: {0}',
  APX0211: 'Property cannot be read: {0}',
  APX0212: 'Field is not writeable: {0}.{1}',
  APX0213: 'Invalid field {0} for SObject {1}',
  APX0214: 'Label does not exist: {0}',
  APX0216: 'Static field cannot be referenced from a non static context: {0}',
  APX0217: '{0} cannot be referenced in a static context',
  APX0219: 'Expression is a type where a value is expected: {0}',
  APX0220: 'Illegal forward reference: {0}',
  APX0221: 'Identifier name is reserved: {0}',

  APX0301: 'Method does not exist or incorrect signature: {0} from the type {1}',
  APX0302: 'Constructor not defined: {0}',
  APX0303: 'Ambiguous method signature: void {0}',
  APX0304: 'Method is not visible: {0}',
  APX0305: 'Non static method cannot be referenced from a static context: {0} from the type {1}',
  APX0306: 'Static method cannot be referenced from a non static context: {0} from the type {1}',
  APX0307: 'Abstract classes cannot be constructed: {0}',
  APX0308: 'Type cannot be constructed: {0}',
  APX0309: 'Call to this() or super() must be the first statement in a constructor',
  APX0310: 'No default constructor available in super type: {0}',
  APX0311: 'Cannot call an abstract method of the superclass: {0}',
  APX0312: 'Constructor is not visible: {0}',
  APX0313: 'Recursive constructor invocation',

  APX0401: 'Arithmetic expressions must use numeric arguments',
  APX0402: 'Comparison arguments must be compatible types: {0}, {1}',
  APX0403: 'Inequality operator not allowed for this type: {0}',
  APX0404: 'Exact equality operator only allowed for reference types: {0}',
  APX0405: 'AND/OR operator can only be applied to Boolean expressions',
  APX0406: '! operator can only be applied to boolean expressions',
  APX0407: 'Unary {0} can only be applied to numeric expressions: {1}',
  APX0408: 'Incompatible types in ternary operator: {0}, {1}',
  APX0409: 'Incompatible types since an instance of {0} is never an instance of {1}',
  APX0410: 'Operation instanceof is always true since an instance of {0} is always an instance of {1}',
  APX0411: 'Operation instanceof is always false since an instance of {0} is never an instance of {1}',
  APX0412: 'List index must be of type Integer: {0}',
  APX0413: 'Expression must be a list type: {0}',
  APX0414: 'Date expressions must use Integer or Long',
  APX0415: 'Date/time expressions must use Integer or Double or Decimal',
  APX0416: 'Bitwise operator only allowed on Integer, Long and Boolean expressions',
  APX0417: 'Condition expression must be of type Boolean: {0}',
  APX0418: 'Invalid list, set or map initializer',
  APX0419: 'Initial term of field expression must be a concrete SObject: {0}',
  APX0420: 'Incompatible types in null coalescing operator: {0}, {1}',
  APX0421: 'Duplicate field initialization: {0}',
  APX0422: 'Safe navigation operator cannot be used here',
  APX0424: 'A value is needed here, not nothing: {0}',
  APX0425: 'Shift expressions must use Integer or Long',

  APX0501: 'Unreachable statement',
  APX0502: 'Missing return statement required return type: {0}',
  APX0503: 'Void method must not return a value',
  APX0504: 'Missing return value: {0}',
  APX0505: 'Invalid loop variable type expected {0} was {1}',
  APX0506: 'Loop must iterate over collection: {0}',
  APX0507: 'Break statement must be in loop',
  APX0508: 'Continue statement must be in loop',
  APX0509: 'Throw expression must be of type exception: {0}',
  APX0510: 'Exception type already caught: {0}',
  APX0511: 'Catch type must be an exception: {0}',
  APX0512: '{0} is not a valid switch expression type',
  APX0513: '{0} occurs as more than one when branch for this switch statement',
  APX0514: "'when else' must be the last when block",
  APX0515: 'When value must be of type {0}: {1}',
  APX0516: 'When type must be a concrete SObject: {0}',
  APX0517: 'DML requires SObject or SObject list type: {0}',
  APX0518: 'System.runAs takes a user: {0}',
  APX0519: 'Expression cannot be a statement.',
  APX0521: 'Invalid enum constant: {0}',
  APX0525: 'DML operation {0} not allowed on {1}',
  APX0526: 'Invalid field for upsert, must be an External Id custom or standard indexed field: {0}',
  APX0527: 'Loop with query must provide a statement',
  APX0524: 'A for statement takes one update expression',

  APX0601: '{0}',
  APX0602: 'Invalid bind expression type of {0} for {1}',
  APX0603: 'WITH SECURITY_ENFORCED is not allowed from API version 67.0 on; use WITH USER_MODE',

  APX0901: 'Method {0} of type {1} is not supported by the local org',
  APX0902: 'Type {0} is not supported by the local org',
  APX0903: '{0} is not supported by the local org',
  APX0904: 'Object {0} is not supported by the local org',
  APX0905: 'DML on {0} is not supported by the local org',
  APX0906: 'Field {0} of {1} is not supported by the local org',
  APX0907: '{0}',

  APX0999: 'The local org failed while it compiled this file. This is a bug of the local org: {0}',
} as const;

export type MessageCode = keyof typeof MESSAGES;

/** Collects what is wrong with the sources. A place that was reported once is not reported again. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];
  private readonly places = new Set<string>();

  report(path: string, position: Position, code: MessageCode, ...values: readonly string[]): void {
    const text = MESSAGES[code].replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
    const key = `${path}:${position.line}:${position.column}:${code}:${text}`;
    if (this.places.has(key)) return;
    this.places.add(key);
    this.list.push({ path, line: position.line, column: position.column, code, text, level: 'error' });
  }
}

/** Ends the check of one statement or member after its problem was reported. */
export class CheckFailure extends Error {
  readonly position: Position;
  readonly code: MessageCode;
  readonly values: readonly string[];

  constructor(position: Position, code: MessageCode, ...values: readonly string[]) {
    super(code);
    this.position = position;
    this.code = code;
    this.values = values;
  }
}

/** Ends the check of something whose problem was reported elsewhere. */
export class AlreadyReported extends Error {}
