/**
 * What the web host needs to know about the org, and nothing more.
 *
 * The web host never imports the Apex runtime: whoever starts it hands it an `OrgHost`. So the page, the
 * build and the routes are tested with a small host of their own, and the runtime can change behind it.
 * Every member may answer at once or with a promise; a thrown error is answered as an internal error.
 */
export interface OrgHost {
  /** The users that the user menu offers, in the order of the menu. The first is the one a new browser starts as. */
  personas(): Awaitable<Persona[]>;

  /** What the page must know of one running user before its first component is created. */
  bootData(userId: string): Awaitable<BootData>;

  /** Runs one `@AuraEnabled` method as that user, in a transaction of its own, with the async work that it queued. */
  invokeApex(call: ApexCall): Awaitable<ApexResult>;

  /**
   * Names every reference of the components that the org could not resolve: a class or method that is missing or
   * not `@AuraEnabled`, a field that does not exist. On Salesforce the deployment would fail, so here the build fails.
   */
  checkReferences(references: OrgReference[]): Awaitable<ReferenceProblem[]>;

  /** The mails that the org sent, newest first. */
  mails(): Awaitable<Mail[]>;

  /** Puts the data back to the seed. Resolves when the next request sees the fresh data. */
  reset(): Awaitable<void>;

  /** Moves the org's clock forward by so many milliseconds; what becomes due runs. Returns the time that it shows then. */
  advanceClock(milliseconds: number): Awaitable<Date>;

  /**
   * Resumes a trigger that listens to platform events and has stopped, where it left off or from the tip. Throws an Error
   * whose message can be shown.
   */
  resumeSubscriber(name: string, from: 'leftOff' | 'tip'): Awaitable<void>;

  /** SOQL as that user, in the shape of the REST API. Throws an Error whose message can be shown. */
  query(request: QueryRequest): Awaitable<QueryResult>;

  /** Anonymous Apex as that user. A compile problem or an Apex exception is a result, not a thrown error. */
  executeAnonymous(request: ExecuteRequest): Awaitable<ExecuteResult>;
}

export type Awaitable<T> = T | Promise<T>;

/** One entry of the user menu. */
export interface Persona {
  userId: string;
  /** The user's name as in `User.Name`. */
  name: string;
  /** What the user is there for: "Administrator", "Operator", "Auditor", "No permissions". */
  role: string;
  /** A sentence that says what this user may do, shown under the name. Optional. */
  description?: string;
}

export interface BootUser {
  Id: string;
  Name: string;
  Username: string;
  Email: string;
  ProfileName: string | null;
  /** `User.TimeZoneSidKey`, such as "America/Los_Angeles". Dates on the page are shown in it. */
  TimeZoneSidKey: string;
  /** `User.LocaleSidKey`, such as "en_US". */
  LocaleSidKey: string;
}

export interface BootData {
  user: BootUser;
  orgId: string;
  /** Every custom label of the org by name without the `c.` prefix, in the user's language. */
  labels: Record<string, string>;
  /** Names of the custom permissions that the user has, without a namespace. */
  customPermissions: string[];
  /** API names of the user permissions that the user has, with or without the field prefix "Permissions". */
  userPermissions: string[];
  /** Tabs that the user's profile and permission sets make visible. Left out: all tabs count as visible. */
  visibleTabs?: string[];
}

export interface ApexCall {
  userId: string;
  className: string;
  methodName: string;
  /** Arguments by parameter name, as JSON. */
  params: Record<string, unknown>;
  /** The call comes from `@wire`: the method must be `cacheable=true` and may not change data. */
  cacheable: boolean;
}

export interface ApexError {
  /** What Salesforce puts into `error.body.message`. */
  message: string;
  /** "System.AuraHandledException", "System.NullPointerException", … */
  exceptionType: string;
  isUserDefinedException?: boolean;
  /** Apex stack trace; shown nowhere in the page, for the terminal only. */
  stackTrace?: string;
}

export type ApexResult = { ok: true; value: unknown } | { ok: false; error: ApexError };

/** A name of the org that a component imports. */
export interface OrgReference {
  /** apex: "Class.method"; schema: "Object" or "Object.Field"; userPermission: "ViewSetup". */
  kind: 'apex' | 'schema' | 'userPermission';
  name: string;
  /** Absolute path of the importing file. */
  file: string;
  /** 1-based; 0 when unknown. */
  line: number;
}

export interface ReferenceProblem {
  reference: OrgReference;
  /** A full sentence: what is missing and what to do. */
  message: string;
}

export interface Mail {
  id: string;
  to: string[];
  subject: string;
  /** ISO 8601. */
  sentAt: string;
  body: string;
  /** true: body is HTML; it is shown in a frame without scripts. */
  isHtml?: boolean;
  from?: string;
  cc?: string[];
  bcc?: string[];
  replyTo?: string | null;
}

export interface QueryRequest {
  soql: string;
  /** Left out: the first persona. */
  userId?: string;
}

/** The shape of `/services/data/vXX.0/query`. */
export interface QueryResult {
  totalSize: number;
  done: boolean;
  records: Record<string, unknown>[];
}

export interface ExecuteRequest {
  code: string;
  /** Left out: the first persona. */
  userId?: string;
}

/** The shape of `executeAnonymous` of the Tooling API, with the debug log beside it. */
export interface ExecuteResult {
  compiled: boolean;
  compileProblem: string | null;
  success: boolean;
  exceptionMessage: string | null;
  exceptionStackTrace: string | null;
  line: number;
  column: number;
  logs: string;
}
