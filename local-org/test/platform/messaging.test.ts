import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { TestOrg, problemsOf, testClass } from '../org/TestOrg.ts';

const MAIL = `
  static Messaging.SingleEmailMessage mail(String address) {
    Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
    mail.setToAddresses(new List<String>{ address });
    mail.setSubject('Restored');
    mail.setPlainTextBody('You can log in again.');
    return mail;
  }`;

const org = new TestOrg({
  Mailer: `public with sharing class Mailer {
    ${MAIL.replace('static', 'public static')}
    public static void send(String address) {
      Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail(address) });
    }
    public static void sendAndFail(String address) {
      send(address);
      throw new IllegalArgumentException('afterwards');
    }
    public static void sendAndRollBack(String address) {
      Savepoint before = Database.setSavepoint();
      send(address);
      Database.rollback(before);
      send('second@example.com');
    }
  }`,
  ...testClass(
    'MailTest',
    {
      countsCalls: `
        Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail('a@example.com'), mail('b@example.com') });
        Assert.areEqual(1, Limits.getEmailInvocations(), 'calls, not mails');
        Assert.areEqual(10, Limits.getLimitEmailInvocations(), 'limit');`,
      secondSetOfLimits: `
        for (Integer i = 0; i < 10; i++) Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail('a@example.com') });
        Test.startTest();
        Assert.areEqual(0, Limits.getEmailInvocations(), 'fresh');
        Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail('a@example.com') });
        Test.stopTest();
        Assert.areEqual(10, Limits.getEmailInvocations(), 'back');`,
      eleventhCall: `
        try {
          for (Integer i = 0; i < 11; i++) Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail('a@example.com') });
        } catch (Exception problem) {
          Assert.fail('a limit cannot be caught');
        }`,
      readsWhatWasSet: `
        Messaging.SingleEmailMessage mail = mail('a@example.com');
        mail.ccAddresses = new List<String>{ 'c@example.com' };
        mail.setReplyTo('r@example.com');
        mail.setSenderDisplayName('Reinstate');
        Assert.areEqual('a@example.com', mail.toAddresses[0], 'property');
        Assert.areEqual('c@example.com', mail.getCcAddresses()[0], 'getter');
        Assert.areEqual('Restored', mail.getSubject(), 'subject');
        Assert.areEqual('r@example.com', mail.replyTo, 'reply to');
        Assert.isTrue(mail.getSaveAsActivity(), 'by default');
        Assert.isTrue(mail.isTreatTargetObjectAsRecipient(), 'by default');
        Assert.isFalse(mail.isTreatBodiesAsTemplate(), 'by default');
        Assert.isNull(mail.getTemplateId(), 'no template');`,
      results: `
        Messaging.SingleEmailMessage empty = mail('a@example.com');
        empty.setPlainTextBody(' ');
        List<Messaging.SendEmailResult> results = Messaging.sendEmail(
          new List<Messaging.SingleEmailMessage>{ mail('b@example.com'), mail('nobody'), empty }, false);
        Assert.isTrue(results[0].isSuccess(), 'the first one');
        Assert.areEqual(0, results[0].getErrors().size(), 'no errors');
        Assert.isFalse(results[1].isSuccess(), 'the second one');
        Messaging.SendEmailError error = results[1].getErrors()[0];
        Assert.areEqual(StatusCode.INVALID_EMAIL_ADDRESS, error.getStatusCode(), 'code');
        Assert.areEqual('Email address is invalid: nobody', error.getMessage(), 'text');
        Assert.areEqual('toAddresses', error.getFields()[0], 'field');
        Assert.isNull(error.getTargetObjectId(), 'no target');
        Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, results[2].getErrors()[0].getStatusCode(), 'body');`,
      allOrNone: `
        try {
          Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail('b@example.com'), mail('nobody') });
          Assert.fail('must throw');
        } catch (EmailException problem) {
          Assert.areEqual('SendEmail failed. First exception on row 1; first error: INVALID_EMAIL_ADDRESS, '
            + 'Email address is invalid: nobody: [toAddresses, nobody]', problem.getMessage(), 'text');
          Assert.areEqual(1, problem.getNumDml(), 'rows');
          Assert.areEqual(1, problem.getDmlIndex(0), 'row');
          Assert.areEqual(StatusCode.INVALID_EMAIL_ADDRESS, problem.getDmlType(0), 'code');
        }`,
      noRecipient: `
        Messaging.SingleEmailMessage nobody = mail('x@example.com');
        nobody.setToAddresses(null);
        Assert.isTrue(codeOf(nobody).startsWith('REQUIRED_FIELD_MISSING'), codeOf(nobody));`,
      toUsers: `
        Messaging.SingleEmailMessage mail = mail('x@example.com');
        mail.setToAddresses(null);
        mail.setTargetObjectId(UserInfo.getUserId());
        Assert.isTrue(codeOf(mail).startsWith('INVALID_SAVE_AS_ACTIVITY_FLAG'), codeOf(mail));
        mail.setSaveAsActivity(false);
        mail.setWhatId(UserInfo.getOrganizationId());
        Assert.isTrue(codeOf(mail).startsWith('INVALID_ID_FIELD'), codeOf(mail));
        mail.setWhatId(null);
        Assert.areEqual('sent', codeOf(mail), 'to the user');
        mail.setTreatTargetObjectAsRecipient(false);
        Assert.isTrue(codeOf(mail).startsWith('REQUIRED_FIELD_MISSING'), codeOf(mail));
        mail.setToAddresses(new List<String>{ UserInfo.getUserId() });
        Assert.areEqual('sent', codeOf(mail), 'by Id in the addresses');
        mail.setToAddresses(new List<String>{ UserInfo.getOrganizationId() });
        Assert.isTrue(codeOf(mail).startsWith('INVALID_EMAIL_ADDRESS'), codeOf(mail));`,
      tooManyAddresses: `
        List<String> addresses = new List<String>();
        for (Integer i = 0; i < 151; i++) addresses.add('a' + i + '@example.com');
        Messaging.SingleEmailMessage mail = mail('x@example.com');
        mail.setToAddresses(addresses);
        Assert.isTrue(codeOf(mail).startsWith('LIMIT_EXCEEDED'), codeOf(mail));
        addresses.remove(0);
        Assert.areEqual('sent', codeOf(mail), '150');`,
      capacity: `
        Messaging.reserveSingleEmailCapacity(5000);
        try {
          Messaging.reserveSingleEmailCapacity(5001);
          Assert.fail('must throw');
        } catch (HandledException problem) {
          Assert.areEqual('The daily limit for the org would be exceeded by this request.', problem.getMessage(), 'text');
        }`,
      template: `
        Messaging.SingleEmailMessage mail = mail('x@example.com');
        mail.setTemplateId(UserInfo.getOrganizationId());
        Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });`,
    },
    `${MAIL}
    static String codeOf(Messaging.SingleEmailMessage mail) {
      Messaging.SendEmailResult result = Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail }, false)[0];
      return result.isSuccess() ? 'sent' : result.getErrors()[0].getStatusCode() + ' ' + result.getErrors()[0].getMessage();
    }`,
  ),
});
after(() => org.close());
beforeEach(() => org.org.mail.clear());

test('sending counts, checks and reports as on Salesforce, and tests send nothing', () => {
  const results = new Map(org.test('MailTest').map((result) => [result.method, result]));
  const refused = results.get('template');
  assert.match(JSON.stringify(refused), /email template \(setTemplateId\) is not supported by the local org/);
  const limit = results.get('eleventhCall');
  assert.match(JSON.stringify(limit), /System\.LimitException: Too many Email Invocations: 11/);
  for (const [method, result] of results) {
    if (method !== 'template' && method !== 'eleventhCall')
      assert.equal(result.outcome, 'passed', JSON.stringify(result));
  }
  assert.equal(results.size, 11);
  assert.deepEqual(org.org.mail.list(), []);
});

test('a mail is there once the transaction has committed', () => {
  org.execute(`
    Messaging.SingleEmailMessage mail = Mailer.mail('ann@example.com');
    mail.setHtmlBody('<b>Hello</b>');
    mail.setCcAddresses(new List<String>{ 'cc@example.com' });
    mail.setBccSender(true);
    mail.setReplyTo('reply@example.com');
    mail.setSenderDisplayName('Reinstate');
    Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });`);
  const [mail, ...others] = org.org.mail.list();
  assert.deepEqual(others, []);
  assert.equal(mail?.subject, 'Restored');
  assert.deepEqual([mail?.to, mail?.cc], [['ann@example.com'], ['cc@example.com']]);
  assert.equal(mail?.bcc.length, 1, 'the sender');
  assert.match(mail?.from ?? '', /^Reinstate <.+@.+>$/);
  assert.deepEqual([mail?.isHtml, mail?.body, mail?.replyTo], [true, '<b>Hello</b>', 'reply@example.com']);
});

test('a transaction that fails sends nothing', () => {
  assert.throws(() => org.call('Mailer', 'sendAndFail', 'ann@example.com'), /afterwards/);
  assert.deepEqual(org.org.mail.list(), []);
});

test('a rollback to a savepoint takes back the mails sent since', () => {
  org.call('Mailer', 'sendAndRollBack', 'first@example.com');
  assert.deepEqual(
    org.org.mail.list().map(({ to }) => to),
    [['second@example.com']],
  );
});

test('5,000 external addresses a day, and again the next day', () => {
  const hundredAndFifty = `
    List<String> many = new List<String>();
    for (Integer i = 0; i < 150; i++) many.add('a' + i + '@example.com');
    Messaging.SingleEmailMessage mail = Mailer.mail('x@example.com');
    mail.setToAddresses(many);
    List<Messaging.SingleEmailMessage> mails = new List<Messaging.SingleEmailMessage>();
    for (Integer i = 0; i < 33; i++) mails.add(mail);
    Messaging.sendEmail(mails);`;
  org.execute(hundredAndFifty);
  assert.throws(() => org.execute(hundredAndFifty), /SINGLE_EMAIL_LIMIT_EXCEEDED, Failed to send email/);
  assert.equal(org.org.mail.list().length, 33, 'all or none');
  org.clock.advance(24 * 60 * 60 * 1000);
  org.execute(hundredAndFifty);
  assert.equal(org.org.mail.list().length, 66);
});

test('what a local org has not got is refused by name', () => {
  const [problem] = problemsOf({
    Sample: `public class Sample { void run() {
      Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
      mail.setFileAttachments(null);
    } }`,
  });
  assert.match(problem ?? '', /setFileAttachments.*not supported/);
  const [other] = problemsOf({ Sample: 'public class Sample { Messaging.CustomNotification note; }' });
  assert.match(other ?? '', /CustomNotification.*not supported/);
});
