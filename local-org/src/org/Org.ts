import type { DatabaseSync } from 'node:sqlite';
import type { JobQueue } from '../async/JobQueue.ts';
import type { TriggerRunner } from '../dml/triggers.ts';
import type { SObjectRule } from '../dml/SObjectRule.ts';
import type { EventBusService } from '../events/EventBusService.ts';
import type { CustomLabels } from '../metadata/labels.ts';
import type { OrgBehavior } from '../rules/OrgBehavior.ts';
import type { OutboxService } from '../rules/mail/Outbox.ts';
import type { Program } from '../runtime/Program.ts';
import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { AccessEvaluator } from '../security/AccessEvaluator.ts';
import type { GroupCalculation } from '../security/GroupCalculation.ts';
import type { Store } from '../store/Store.ts';
import type { Clock } from './Clock.ts';

/** One org: its data, its schema, its rules and the program that runs in it. Every service is reached from here. */
export interface Org {
  /** 18 characters, `00D…`. */
  readonly id: string;
  readonly clock: Clock;
  readonly database: DatabaseSync;
  readonly store: Store;
  readonly schema: SchemaCatalog;
  readonly access: AccessEvaluator;
  readonly rules: readonly SObjectRule[];
  readonly behavior: OrgBehavior;
  readonly mail: OutboxService;
  readonly labels: CustomLabels;
  readonly triggers: TriggerRunner;
  readonly events: EventBusService;
  readonly jobs: JobQueue;
  readonly groupCalculation: GroupCalculation;
  /** The compiled Apex. Throws while nothing is loaded. */
  readonly program: Program;
  /** Who platform event triggers run as. */
  readonly automatedProcessUserId: string;
  /** One line of the debug log: System.debug, failed subscribers, failed jobs. */
  log(line: string): void;
}
