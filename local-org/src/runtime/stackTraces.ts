import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { CompiledCode } from '../compiler/CompiledUnit.ts';

/** One place of a call stack, as Apex prints it. */
export interface ApexFrame {
  /** `Class.RestoreService.plan`. */
  readonly name: string;
  readonly line: number;
}

interface TracedCode {
  readonly code: CompiledCode;
  map: TraceMap | null;
}

const PREFIX = 'apex:';
/** The function that wraps the code of a unit begins one line before it. */
const WRAPPER_LINES = 1;
const traced = new Map<string, TracedCode>();
let units = 0;

/** Deep enough for what a person reads; Apex allows 1000 frames. */
const FRAMES = 60;

/** Makes the frames of a piece of compiled code known. Returns the file name to evaluate it under. */
export function registerCode(path: string, code: CompiledCode): string {
  if (Error.stackTraceLimit < FRAMES) Error.stackTraceLimit = FRAMES;
  const name = `${PREFIX}${units++}/${path}`;
  traced.set(name, { code, map: null });
  return name;
}

export function forgetCode(names: Iterable<string>): void {
  for (const name of names) traced.delete(name);
}

/** The frames of Apex in the stack of a JavaScript error, innermost first. */
export function apexFrames(error: Error): ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const text of (error.stack ?? '').split('\n')) {
    const match = /\(?(apex:[^()]+):(\d+):(\d+)\)?$/.exec(text);
    const frame = match && frameAt(match[1]!, Number(match[2]), Number(match[3]));
    if (frame) frames.push(frame);
  }
  return frames;
}

function frameAt(file: string, line: number, column: number): ApexFrame | null {
  const unit = traced.get(file);
  if (!unit) return null;
  const generatedLine = line - WRAPPER_LINES;
  unit.map ??= new TraceMap(unit.code.map);
  const { line: original } = originalPositionFor(unit.map, { line: generatedLine, column: column - 1 });
  // The innermost of the functions around the line.
  const range = unit.code.functions
    .filter(([first, last]) => first <= generatedLine && generatedLine <= last)
    .sort(([oneFirst], [otherFirst]) => otherFirst - oneFirst)[0];
  return original === null || !range ? null : { name: range[2], line: original };
}

/** `Class.RestoreService.plan: line 12, column 1`, a line for each frame. Salesforce prints column 1 nearly always. */
export function traceText(frames: readonly ApexFrame[]): string {
  return frames.map(({ name, line }) => `${name}: line ${line}, column 1`).join('\n');
}
