import type { ApexList } from '../values/ApexList.ts';
import type { JobTable } from './kept/JobTable.ts';
import { readState } from './kept/readState.ts';
import { NotKeptError, writeState } from './kept/writeState.ts';

/** The parts of a batch: what its execute method gets one after the other. In memory, after a restart in the org's file. */
export class BatchParts {
  readonly count: number;
  private readonly jobId: string;
  private readonly lists: readonly ApexList[] | null;
  /** Why the parts live in memory only; null when the file can hold them. */
  private refusal: NotKeptError | null = null;

  private constructor(jobId: string, count: number, lists: readonly ApexList[] | null) {
    this.jobId = jobId;
    this.count = count;
    this.lists = lists;
  }

  /** Of a batch that has not started. */
  static none(): BatchParts {
    return new BatchParts('', 0, []);
  }

  static inMemory(jobId: string, lists: readonly ApexList[]): BatchParts {
    return new BatchParts(jobId, lists.length, lists);
  }

  static inFile(jobId: string, count: number): BatchParts {
    return new BatchParts(jobId, count, null);
  }

  read(part: number, table: JobTable): ApexList {
    const list = this.lists?.[part];
    return list ?? (readState(table.part(this.jobId, part)) as ApexList);
  }

  /** Writes all parts, unless one of them cannot be kept. */
  keep(table: JobTable): void {
    try {
      for (const [part, list] of (this.lists ?? []).entries()) table.writePart(this.jobId, part, writeState(list));
    } catch (error) {
      if (!(error instanceof NotKeptError)) throw error;
      this.refusal = error;
    }
  }

  /** Throws NotKeptError. */
  mustBeKept(): void {
    if (this.refusal) throw this.refusal;
  }
}
