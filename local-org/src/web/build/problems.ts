import { existsSync, readFileSync } from 'node:fs';

/** One reason why the page could not be built, as a person needs it. */
export interface BuildProblem {
  /** Absolute path; null when no file is to blame. */
  file: string | null;
  /** 1-based; null when unknown. */
  line: number | null;
  /** 1-based; null when unknown. */
  column: number | null;
  /** What happened and what to do, in full sentences. */
  message: string;
  /** The lines around the place, with numbers; null when unknown. */
  excerpt: string | null;
}

/** Carries problems out of a Rollup plugin. */
export class BuildFailure extends Error {
  readonly problems: BuildProblem[];

  constructor(problems: BuildProblem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'BuildFailure';
    this.problems = problems;
  }
}

export function problemAt(
  file: string | null,
  message: string,
  line: number | null = null,
  column: number | null = null,
): BuildProblem {
  return { file, line, column, message, excerpt: excerpt(file, line) };
}

/** What Rollup, the LWC compiler and the plugins throw, as problems. */
export function problemsOf(thrown: unknown): BuildProblem[] {
  const error = thrown as RollupLikeError;
  const carried = error.problems ?? error.cause?.problems;
  if (carried) return carried;
  const file = pathOf(error.loc?.file ?? error.filename ?? error.id ?? null);
  const position = error.loc ?? error.location ?? framePosition(error.message ?? '');
  const code = error.code && /^LWC\d+$/.test(String(error.code)) ? `${error.code}: ` : '';
  return [
    problemAt(
      file,
      code + readable(error.message ?? String(thrown)),
      position?.line ?? null,
      position?.column === undefined ? null : position.column + 1,
    ),
  ];
}

interface RollupLikeError {
  message?: string;
  code?: string;
  id?: string;
  filename?: string;
  loc?: { file?: string; line: number; column?: number };
  location?: { line: number; column?: number };
  problems?: BuildProblem[];
  cause?: { problems?: BuildProblem[] };
}

/** Babel draws the place into its message ("> 42 |   text") without saying it elsewhere. */
function framePosition(message: string): { line: number; column?: number } | null {
  const match = /^> *(\d+) \|/m.exec(message);
  return match ? { line: Number(match[1]) } : null;
}

/** Module ids carry the specifier as a query and virtual ones start with a null character. */
function pathOf(id: string | null): string | null {
  const path = id?.split('?')[0] ?? null;
  return path && existsSync(path) ? path : null;
}

/** Rollup puts the plugin's name, the LWC compiler the file's path before the message: both are shown elsewhere. */
function readable(message: string): string {
  return (
    message
      .replace(/^\[plugin [^\]]+\]\s*/, '')
      .replace(/(?:[A-Za-z]:)?[^\s:]*\.(?:ts|js|html|css)(?:\?\S*)?(?: \(\d+:\d+\))?: /, '')
      .replace(/\n[> ] +\d+ \|[\s\S]*$/, '')
      .split('\n\n')[0] ?? message
  );
}

function excerpt(file: string | null, line: number | null): string | null {
  if (!file || !line || !existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const first = Math.max(1, line - 2);
  return lines
    .slice(first - 1, line + 2)
    .map((text, index) => `${first + index === line ? '>' : ' '} ${String(first + index).padStart(4)} | ${text}`)
    .join('\n');
}
