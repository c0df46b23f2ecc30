import type { Capability } from './Capability.ts';

/** A job class of the given interface. */
function job(declaration: string, body: string): string {
  return `public class Sample implements ${declaration} { ${body} }`;
}

/** Parts of Apex that are more than one type of the platform. */
export const APEX_CAPABILITIES: readonly Capability[] = [
  {
    name: 'Queueable Apex',
    example: { type: job('Queueable', 'public void execute(QueueableContext context) { System.enqueueJob(this); }') },
    standing: 'implemented',
  },
  {
    name: 'Finalizers',
    example: { type: job('Finalizer', 'public void execute(FinalizerContext context) {}') },
    standing: 'implemented',
  },
  {
    name: 'Future methods',
    example: { members: '@Future public static void later() {}' },
    standing: 'implemented',
  },
  {
    name: 'Batch Apex',
    example: {
      type: job(
        'Database.Batchable<SObject>',
        `public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM User'); }
         public void execute(Database.BatchableContext context, List<SObject> scope) {}
         public void finish(Database.BatchableContext context) { Database.executeBatch(this); }`,
      ),
    },
    standing: 'implemented',
  },
  {
    name: 'Scheduled Apex',
    example: {
      type: job(
        'Schedulable',
        `public void execute(SchedulableContext context) { System.schedule('x', '0 0 8 * * ?', this); }`,
      ),
    },
    standing: 'implemented',
  },
  {
    name: 'Platform event triggers',
    example: { members: 'void run(List<SObject> events) { EventBus.publish(events); }' },
    standing: 'implemented',
  },
  {
    name: 'Savepoints',
    example: { members: 'void run() { Database.rollback(Database.setSavepoint()); }' },
    standing: 'implemented',
  },
  {
    name: 'Stub API',
    example: { members: 'Object run(StubProvider provider) { return Test.createStub(Sample.class, provider); }' },
    standing: 'implemented',
  },
  {
    name: 'Dynamic SOQL',
    example: { members: `List<SObject> run() { return Database.query('SELECT Id FROM User'); }` },
    standing: 'implemented',
  },
  {
    name: 'Pagination cursors',
    example: { members: `Object run() { return Database.getPaginationCursor('SELECT Id FROM User'); }` },
    standing: 'implemented',
  },
  {
    name: 'SOSL',
    example: { members: `List<List<SObject>> run() { return [FIND 'x' IN ALL FIELDS RETURNING User(Id)]; }` },
    standing: 'refused',
  },
  {
    name: 'Callouts',
    example: { members: 'void run() { HttpRequest request = new HttpRequest(); }' },
    standing: 'refused',
  },
  {
    name: 'REST requests and responses',
    example: { members: 'void run() { RestRequest request = RestContext.request; }' },
    standing: 'refused',
  },
  {
    name: 'SOAP entry points',
    example: { type: 'global class Sample { webservice static void run() {} }' },
    standing: 'implemented',
    missing: 'nothing calls them: the local org has no SOAP door',
  },
  {
    name: 'Mails from Apex',
    example: { members: 'void run() { Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage(); }' },
    standing: 'implemented',
    missing: 'templates, attachments, organization-wide addresses, mails saved as activities',
  },
  {
    name: 'Mass mails',
    example: { members: 'void run() { Messaging.MassEmailMessage mail = new Messaging.MassEmailMessage(); }' },
    standing: 'refused',
  },
  {
    name: 'Custom notifications from Apex',
    example: { members: 'void run() { Messaging.CustomNotification note = new Messaging.CustomNotification(); }' },
    standing: 'refused',
  },
  {
    name: 'Starting a flow',
    example: { members: 'void run() { Flow.Interview interview = null; }' },
    standing: 'refused',
  },
  {
    name: 'Approvals',
    example: { members: 'void run() { Approval.ProcessSubmitRequest request = null; }' },
    standing: 'refused',
  },
  {
    name: 'Chatter in Apex',
    example: { members: 'void run() { ConnectApi.FeedElement element = null; }' },
    standing: 'refused',
  },
  {
    name: 'Visualforce controllers',
    example: { members: 'void run() { ApexPages.StandardController controller = null; }' },
    standing: 'refused',
  },
  {
    name: 'Platform cache',
    example: { members: `Object run() { return Cache.Org.get('x'); }` },
    standing: 'refused',
  },
  {
    name: 'Sessions and login flows',
    example: { members: 'void run() { Auth.SessionManagement.getCurrentSession(); }' },
    standing: 'refused',
  },
  {
    name: 'Continuations',
    example: { members: 'void run() { Continuation later = new Continuation(60); }' },
    standing: 'refused',
  },
  {
    name: 'XML documents',
    example: { members: 'void run() { Dom.Document document = new Dom.Document(); }' },
    standing: 'refused',
  },
  {
    name: 'Metadata deployment from Apex',
    example: { members: 'void run() { Metadata.DeployContainer container = null; }' },
    standing: 'refused',
  },
  {
    name: 'DataWeave',
    example: { members: 'void run() { DataWeave.Script script = null; }' },
    standing: 'refused',
  },
];

/** The DML statements and what is beside them. */
export const DML_CAPABILITIES: readonly Capability[] = [
  { name: 'insert', example: { members: `void run() { insert new Group(Name = 'x'); }` }, standing: 'implemented' },
  { name: 'update', example: { members: 'void run(User user) { update user; }' }, standing: 'implemented' },
  { name: 'upsert', example: { members: 'void run(Account account) { upsert account; }' }, standing: 'implemented' },
  { name: 'delete', example: { members: 'void run(Account account) { delete account; }' }, standing: 'implemented' },
  {
    name: 'undelete',
    example: { members: 'void run(Account account) { undelete account; }' },
    standing: 'implemented',
  },
  { name: 'merge', example: { members: 'void run(Account one, Account two) { merge one two; }' }, standing: 'refused' },
  {
    name: 'Partial success',
    example: { members: 'void run(List<Account> rows) { Database.insert(rows, false); }' },
    standing: 'implemented',
  },
  {
    name: 'Access mode',
    example: {
      members: 'void run(Account row) { Database.update(row, AccessLevel.USER_MODE); update as system row; }',
    },
    standing: 'implemented',
  },
  {
    name: 'Database.DMLOptions',
    example: { members: 'void run() { Database.DMLOptions options = new Database.DMLOptions(); }' },
    standing: 'refused',
  },
  {
    name: 'Lead conversion',
    example: { members: 'void run() { Database.LeadConvert conversion = null; }' },
    standing: 'refused',
  },
  {
    name: 'Emptying the recycle bin',
    example: { members: 'void run(Account row) { Database.emptyRecycleBin(row); }' },
    standing: 'implemented',
  },
  {
    name: 'External objects',
    example: { members: 'void run(List<SObject> rows) { Database.insertAsync(rows); }' },
    standing: 'refused',
  },
];
