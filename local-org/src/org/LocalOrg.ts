import type { DatabaseSync } from 'node:sqlite';
import { JobQueue } from '../async/JobQueue.ts';
import type { SObjectRule } from '../dml/SObjectRule.ts';
import type { TriggerRunner } from '../dml/triggers.ts';
import { EventBusService } from '../events/EventBusService.ts';
import type { CustomLabels } from '../metadata/labels.ts';
import type { OrgRules } from '../rules/index.ts';
import type { Program } from '../runtime/Program.ts';
import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import { GroupCalculation } from '../security/GroupCalculation.ts';
import type { Store } from '../store/Store.ts';
import type { Clock } from './Clock.ts';
import type { Org } from './Org.ts';

export interface LocalOrgParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly schema: SchemaCatalog;
  readonly labels: CustomLabels;
  readonly rules: OrgRules;
  readonly program: Program;
  readonly log: (line: string) => void;
}

/** An org made of its parts. */
export class LocalOrg implements Org {
  readonly events: EventBusService;
  readonly jobs: JobQueue;
  readonly groupCalculation: GroupCalculation;
  readonly clock: Clock;
  readonly store: Store;
  readonly schema: SchemaCatalog;
  readonly labels: CustomLabels;
  readonly program: Program;
  readonly access: OrgRules['access'];
  readonly behavior: OrgRules['behavior'];
  readonly mail: OrgRules['mail'];
  readonly rules: readonly SObjectRule[];
  readonly triggers: TriggerRunner;
  private logTo: (line: string) => void;

  constructor(parts: LocalOrgParts) {
    this.clock = parts.clock;
    this.events = new EventBusService(parts.store);
    this.jobs = new JobQueue(parts.clock, parts.store);
    this.groupCalculation = new GroupCalculation(parts.store, parts.schema);
    this.store = parts.store;
    this.schema = parts.schema;
    this.labels = parts.labels;
    this.program = parts.program;
    this.access = parts.rules.access;
    this.behavior = parts.rules.behavior;
    this.mail = parts.rules.mail;
    this.rules = parts.rules.rules;
    this.triggers = parts.program.triggers;
    this.logTo = parts.log;
  }

  get database(): DatabaseSync {
    return this.store.database;
  }

  get id(): string {
    return this.onlyRow('Organization', 'SELECT "Id" FROM "Organization" LIMIT 1');
  }

  get automatedProcessUserId(): string {
    return this.onlyRow(
      'Automated Process user',
      `SELECT "Id" FROM "User" WHERE "UserType" = 'AutomatedProcess' LIMIT 1`,
    );
  }

  /** The first active System Administrator: who commands and tests run as unless said otherwise. */
  get administratorId(): string {
    return this.onlyRow(
      'active System Administrator',
      `SELECT u."Id" FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId"
       WHERE u."IsActive" = 1 AND p."Name" = 'System Administrator' ORDER BY u."Id" LIMIT 1`,
    );
  }

  log(line: string): void {
    this.logTo(line);
  }

  /** Sends the debug log elsewhere until the returned function is called. */
  captureLog(take: (line: string) => void): () => void {
    const before = this.logTo;
    this.logTo = take;
    return () => {
      this.logTo = before;
    };
  }

  close(): void {
    this.store.close();
  }

  private onlyRow(what: string, sql: string): string {
    const [row] = this.store.rawQuery(sql) as { Id: string }[];
    if (!row) throw new Error(`This org has no ${what}.`);
    return row.Id;
  }
}
