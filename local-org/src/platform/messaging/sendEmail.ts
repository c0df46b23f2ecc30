import { currentOrg, currentTransaction } from '../../org/current.ts';
import { dailyAddresses } from '../../rules/mail/dailyAddresses.ts';
import { ApexException, throwApex, type DmlErrorRow } from '../../runtime/ApexException.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { ApexList } from '../../values/ApexList.ts';
import { addressesOf, mustBeSupported, problemsOfMail, type MailAddresses } from './checkEmail.ts';
import { EmailRecipients, type Recipient } from './emailRecipients.ts';
import type { EmailValue } from './EmailValue.ts';
import { SendEmailResultValue, type MailProblem } from './SendEmailResult.ts';

/**
 * Messaging.sendEmail: mails leave when the transaction commits, and none leaves when it is rolled back, also to a savepoint
 * that was set before (Apex Developer Guide, "Outbound Email"). Each call counts, however many mails it sends.
 * With allOrNone one faulty mail keeps the others from leaving: System.EmailException.
 */
export function sendEmail(mails: ApexList | null, allOrNone: boolean | null): ApexList {
  if (mails === null || mails.items.includes(null) || allOrNone === null) {
    throwApex('System.NullPointerException', 'Argument cannot be null.');
  }
  const org = currentOrg();
  const transaction = currentTransaction();
  transaction.limits.count('EmailInvocations');
  const isPermitted = org.access.hasSystemPermission(transaction.userId, 'EmailSingle');
  const recipients = new EmailRecipients(org.store, org.schema);
  const checked = (mails.items as EmailValue[]).map((mail) => {
    const addresses = addressesOf(mail, recipients);
    mustBeSupported(mail, addresses.target);
    return { mail, addresses, problems: isPermitted ? problemsOfMail(mail, addresses) : [notPermitted(mail)] };
  });
  refuseBeyondDay(checked);
  const failed = checked.flatMap(({ problems }, index) => problems.map((problem) => ({ index, problem })));
  if (allOrNone && failed.length > 0) throw emailException(failed);
  for (const { mail, addresses, problems } of checked) if (problems.length === 0) send(mail, addresses);
  return new ApexList(
    runtimeType('List<Messaging.SendEmailResult>'),
    checked.map(({ problems }) => new SendEmailResultValue(problems)),
  );
}

/** Messaging.reserveSingleEmailCapacity: fails early where the mails to come would pass the limit of the day. */
export function reserveSingleEmailCapacity(amount: number | null): void {
  if (amount === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  if (amount > dailyAddresses(currentOrg(), currentTransaction()).left) {
    throwApex('System.HandledException', 'The daily limit for the org would be exceeded by this request.');
  }
}

interface CheckedMail {
  readonly mail: EmailValue;
  readonly addresses: MailAddresses;
  readonly problems: MailProblem[];
}

/** Mails that would pass the limit of the day fail; those before them do not. */
function refuseBeyondDay(checked: readonly CheckedMail[]): void {
  let { left } = dailyAddresses(currentOrg(), currentTransaction());
  for (const { mail, addresses, problems } of checked) {
    if (problems.length > 0) continue;
    left -= countedAddresses(addresses);
    if (left >= 0) continue;
    problems.push({
      statusCode: 'SINGLE_EMAIL_LIMIT_EXCEEDED',
      message: 'Failed to send email',
      fields: [],
      targetObjectId: mail.text('TargetObjectId'),
    });
  }
}

/** Mails to a user by setTargetObjectId are free. Source: Apex Developer Guide, "Execution Governors and Limits", email limits. */
function countedAddresses({ to, cc, bcc, target }: MailAddresses): number {
  return to.length + cc.length + bcc.length + (target !== null && target.object !== 'User' ? 1 : 0);
}

function send(mail: EmailValue, addresses: MailAddresses): void {
  const org = currentOrg();
  const sender = org.store.getRow('User', currentTransaction().userId);
  const own = String(sender?.Email ?? '');
  const html = mail.text('HtmlBody');
  const bcc = texts(addresses.bcc);
  org.mail.sendAtCommit({
    from: `${mail.text('SenderDisplayName') ?? String(sender?.Name ?? '')} <${own}>`,
    to: texts(addresses.target ? [...addresses.to, addresses.target] : addresses.to),
    cc: texts(addresses.cc),
    bcc: mail.isTrue('BccSender') ? [...bcc, own] : bcc,
    replyTo: mail.text('ReplyTo'),
    subject: mail.text('Subject') ?? '',
    body: html ?? mail.text('PlainTextBody') ?? '',
    isHtml: html !== null,
    countedAddresses: countedAddresses(addresses),
  });
}

function texts(recipients: readonly Recipient[]): string[] {
  return recipients.map(({ address }) => address!);
}

function notPermitted(mail: EmailValue): MailProblem {
  return {
    statusCode: 'NO_MASS_MAIL_PERMISSION',
    message:
      'Single email is not enabled for your organization or profile. Single email must be enabled for you to use this feature.',
    fields: [],
    targetObjectId: mail.text('TargetObjectId'),
  };
}

function emailException(failed: readonly { index: number; problem: MailProblem }[]): ApexException {
  const [first] = failed;
  const { statusCode, message, fields } = first!.problem;
  const exception = new ApexException(
    'System.EmailException',
    `SendEmail failed. First exception on row ${first!.index}; first error: ${statusCode}, ${message}: [${fields.join(', ')}]`,
  );
  exception.dmlErrors = failed.map(({ index, problem }): DmlErrorRow => ({ index, id: null, ...problem }));
  return exception;
}
