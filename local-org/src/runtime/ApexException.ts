import { apexFrames, traceText, type ApexFrame } from './stackTraces.ts';

/**
 * An Apex exception at run time. Only these are seen by `catch` in Apex: any other JavaScript error is a bug of the local org.
 * The compiled classes that extend Exception extend this class.
 */
export class ApexException extends Error {
  /** Qualified for platform types (`System.DmlException`), else the name of the class of the project. */
  apexType: string;
  /** What getMessage() returns unless overridden. */
  apexMessage: string | null;
  apexCause: ApexException | null = null;
  /** Set once something was said about each row (DmlException). */
  dmlErrors: DmlErrorRow[] = [];
  /** Fields that user mode does not let the user read, by object; only of a System.QueryException. */
  inaccessibleFields: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  private frames: readonly ApexFrame[] | null = null;

  constructor(apexType: string, message: string | null = null) {
    super(message ?? '');
    this.apexType = apexType;
    this.apexMessage = message;
  }

  /** Runs the initializers of the fields; classes of the project that have some override it. */
  $begin(): void {}

  /** Where it was made, in Apex; null when no Apex was running. */
  get lineNumber(): number | null {
    return this.apexFrames[0]?.line ?? null;
  }

  /** As getStackTraceString() gives it: a line for each frame, innermost first. */
  get apexStackTrace(): string {
    return traceText(this.apexFrames);
  }

  get apexFrames(): readonly ApexFrame[] {
    return (this.frames ??= apexFrames(this));
  }

  /** Of an exception that is read from a file: it was made elsewhere. */
  restoreFrames(frames: readonly ApexFrame[]): void {
    this.frames = frames;
  }
}

/** One failed row of a DmlException, or one error of a failed save result. */
export interface DmlErrorRow {
  /** The position in the records that were passed. */
  readonly index: number;
  /** Null for a failed insert. */
  readonly id: string | null;
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** An exception that Apex cannot catch: governor limits (System.LimitException). */
export class UncatchableApexException extends ApexException {}

/** Throws an exception of the platform. Type qualified: `System.MathException`. */
export function throwApex(apexType: string, message: string): never {
  if (apexType === 'System.LimitException') throw new UncatchableApexException(apexType, message);
  throw new ApexException(apexType, message);
}
