import type { EventSubscription } from '../events/EventSubscription.ts';
import { GovernorLimits } from './GovernorLimits.ts';
import { HeapMeter, type HeapFrame } from './HeapMeter.ts';
import { limitsOf } from './limitsOf.ts';

export type SharingMode = 'with' | 'without';

/** Who a piece of Apex runs as. */
export interface RunningUser {
  readonly id: string;
}

export interface TransactionOptions {
  readonly userId: string;
  readonly isAsync: boolean;
  readonly isTest: boolean;
  /** Milliseconds: when the transaction began. */
  readonly startedAt: number;
  /** What Apex sees by System.isQueueable() and the like. */
  readonly quiddity:
    | 'synchronous'
    | 'aura'
    | 'queueable'
    | 'finalizer'
    | 'future'
    | 'batch'
    | 'scheduled'
    | 'event'
    | 'anonymous'
    | 'test';
}

/** What a queueable, or the finalizer of one, knows of its chain. */
export interface QueueableRun {
  readonly jobId: string;
  /** 1 for the first job of a chain. */
  readonly depth: number;
  /** Null: as deep as one likes. */
  readonly maximumDepth: number | null;
  readonly delayMinutes: number;
  /** How many jobs of the chain failed in a row up to here. */
  readonly failures: number;
  /** The object of System.attachFinalizer. */
  finalizer: object | null;
}

/**
 * One Apex transaction: who runs, its limits, its statics, and what it has touched so far.
 * Everything in Apex is synchronous, so the current transaction is a plain variable (current.ts).
 */
export class Transaction {
  readonly isAsync: boolean;
  readonly isTest: boolean;
  readonly startedAt: number;
  readonly quiddity: TransactionOptions['quiddity'];
  userId: string;
  limits: GovernorLimits;
  /** Of the class whose code runs now. An entry point without a keyword runs as its API version says. */
  sharing: SharingMode = 'with';
  /** What the methods of Apex that are being run hold. */
  readonly heapFrames: HeapFrame[] = [];
  readonly heap: HeapMeter;
  /** How many methods of Apex are being run inside each other. */
  callDepth = 0;
  /** Values of static fields, by the number that the linker gave a class; filled lazily. */
  readonly statics: unknown[] = [];
  /** Inside System.runAs of a test: Salesforce does not count licenses there. */
  ignoresLicenseLimits = false;
  /** Depth of trigger recursion. */
  triggerDepth = 0;
  /** Only in a transaction that runs a platform event trigger. */
  eventSubscription: EventSubscription | null = null;
  /** Only between Test.startTest and the end of the test. */
  testWindow: 'before' | 'open' | 'closed' = 'before';
  /** Sets of limits that are not current: the one outside of startTest and stopTest, or the one between them. */
  closedLimits: GovernorLimits[] = [];
  /** Only in a queueable and its finalizer. */
  queueable: QueueableRun | null = null;
  /** Only in a batch: which of its methods runs. */
  batchStage: 'start' | 'execute' | 'finish' | null = null;
  /** Mixed DML: the first setup and the first non-setup object that this transaction changed (per runAs block). */
  mixedDml: { setup: string | null; nonSetup: string | null } = { setup: null, nonSetup: null };
  /** Runs after the outermost commit, in order: after-commit events, queued jobs, mails. Cleared by a rollback of everything. */
  readonly afterCommit: (() => void)[] = [];

  constructor(options: TransactionOptions) {
    this.userId = options.userId;
    this.isAsync = options.isAsync;
    this.isTest = options.isTest;
    this.startedAt = options.startedAt;
    this.quiddity = options.quiddity;
    this.limits = new GovernorLimits(options.isAsync, limitsOf(options.quiddity));
    this.heap = new HeapMeter(
      this,
      () => this.limits.limit('HeapSize'),
      (milliseconds) => this.limits.excuseCpu(milliseconds),
    );
  }
}
