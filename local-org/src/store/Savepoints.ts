import type { DatabaseSync } from 'node:sqlite';

/** A point to go back to. Using it after it ended throws: a bug of the local org, or of Apex where the caller checks first. */
export interface Savepoint {
  /** False once it was released, or rolled back to together with one that is older. */
  readonly isOpen: boolean;
  /** Takes back everything since; the savepoint stays open. */
  rollback(): void;
  /** Keeps everything since; ends this savepoint and the younger ones. */
  release(): void;
}

/** The stack of SAVEPOINTs of one connection. */
export class Savepoints {
  private readonly database: DatabaseSync;
  private readonly onRollback: () => void;
  private readonly stack: OpenSavepoint[] = [];

  constructor(database: DatabaseSync, onRollback: () => void) {
    this.database = database;
    this.onRollback = onRollback;
  }

  open(): Savepoint {
    const savepoint = new OpenSavepoint(this, this.stack.length + 1);
    this.database.exec(`SAVEPOINT s${savepoint.depth}`);
    this.stack.push(savepoint);
    return savepoint;
  }

  rollbackTo(savepoint: OpenSavepoint): void {
    this.mustBeOpen(savepoint);
    this.database.exec(`ROLLBACK TO s${savepoint.depth}`);
    this.endYoungerThan(savepoint);
    this.onRollback();
  }

  release(savepoint: OpenSavepoint): void {
    this.mustBeOpen(savepoint);
    this.database.exec(`RELEASE s${savepoint.depth}`);
    this.endYoungerThan(savepoint);
    this.stack.pop();
    savepoint.isOpen = false;
  }

  private endYoungerThan(savepoint: OpenSavepoint): void {
    while (this.stack.at(-1) !== savepoint) {
      const younger = this.stack.pop();
      if (younger) younger.isOpen = false;
    }
  }

  private mustBeOpen(savepoint: OpenSavepoint): void {
    if (!savepoint.isOpen) throw new Error('The savepoint has ended.');
  }
}

class OpenSavepoint implements Savepoint {
  isOpen = true;
  readonly depth: number;
  private readonly owner: Savepoints;

  constructor(owner: Savepoints, depth: number) {
    this.owner = owner;
    this.depth = depth;
  }

  rollback(): void {
    this.owner.rollbackTo(this);
  }

  release(): void {
    this.owner.release(this);
  }
}
