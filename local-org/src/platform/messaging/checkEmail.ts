import { RefusedError } from '../../runtime/RefusedError.ts';
import type { EmailValue } from './EmailValue.ts';
import { isAddress, type AddressField, type EmailRecipients, type Recipient } from './emailRecipients.ts';
import type { MailProblem } from './SendEmailResult.ts';

/** Source: Apex Reference, SingleEmailMessage.setToAddresses: of each field, and of the three together. */
const MOST_BYTES = 4000;
const MOST_ADDRESSES = 150;

export interface MailAddresses {
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  readonly bcc: readonly Recipient[];
  /** The record of setTargetObjectId, if it gets the mail. */
  readonly target: Recipient | null;
}

export function addressesOf(mail: EmailValue, recipients: EmailRecipients): MailAddresses {
  const isRecipient = mail.get('TreatTargetObjectAsRecipient') !== false;
  return {
    to: recipients.listed(mail, 'ToAddresses'),
    cc: recipients.listed(mail, 'CcAddresses'),
    bcc: recipients.listed(mail, 'BccAddresses'),
    target: isRecipient ? recipients.target(mail) : null,
  };
}

/** What a mail cannot be sent without here: the class compiles, and sending it is refused. */
export function mustBeSupported(mail: EmailValue, target: Recipient | null): void {
  const parts: readonly [unknown, string][] = [
    [mail.get('TemplateId'), 'an email template (setTemplateId)'],
    [mail.isTrue('TreatBodiesAsTemplate'), 'merge fields in its text (setTreatBodiesAsTemplate)'],
    [mail.get('OrgWideEmailAddressId'), 'an organization-wide email address (setOrgWideEmailAddressId)'],
  ];
  for (const [isUsed, part] of parts) {
    if (isUsed) throw new RefusedError(`Sending a mail with ${part} is not supported by the local org.`);
  }
  const isOfPerson = target !== null && target.object !== 'User';
  if (mail.isTrue('SaveAsActivity') && (isOfPerson || (target === null && mail.get('WhatId') !== null))) {
    throw new RefusedError(
      'Saving a mail as an activity is not supported by the local org: call setSaveAsActivity(false).',
    );
  }
}

/**
 * Why a mail cannot be sent. The texts about recipients, bodies, users as targets and addresses are Salesforce's as quoted in
 * public threads; those of the two sizes are ours.
 */
export function problemsOfMail(mail: EmailValue, addresses: MailAddresses): MailProblem[] {
  const target = mail.text('TargetObjectId');
  const problem = (statusCode: string, message: string, fields: readonly string[] = []): MailProblem[] => [
    { statusCode, message, fields, targetObjectId: target },
  ];
  const { to, cc, bcc } = addresses;
  if (to.length + cc.length + bcc.length === 0 && addresses.target === null) {
    return problem('REQUIRED_FIELD_MISSING', 'Add a recipient to send an email.');
  }
  if (isBlank(mail.text('PlainTextBody')) && isBlank(mail.text('HtmlBody'))) {
    return problem('REQUIRED_FIELD_MISSING', 'Missing body, need at least one of html or plainText');
  }
  if (addresses.target?.object === 'User') {
    if (mail.isTrue('SaveAsActivity')) {
      return problem('INVALID_SAVE_AS_ACTIVITY_FLAG', 'saveAsActivity must be false when sending mail to users.', [
        'saveAsActivity',
      ]);
    }
    if (mail.get('WhatId') !== null) {
      return problem('INVALID_ID_FIELD', 'WhatId is not available for sending emails to UserIds.', ['whatId']);
    }
  }
  if (addresses.target && addresses.target.address === null) {
    return problem('INVALID_EMAIL_ADDRESS', `Email address is invalid: ${addresses.target.given}`, ['targetObjectId']);
  }
  const replyTo = mail.text('ReplyTo');
  if (replyTo !== null && !isAddress(replyTo)) {
    return problem('INVALID_EMAIL_ADDRESS', `Email address is invalid: ${replyTo}`, ['replyTo', replyTo]);
  }
  return problemsOfLists(addresses).map((found) => ({ ...found, targetObjectId: target }));
}

function problemsOfLists({ to, cc, bcc }: MailAddresses): Omit<MailProblem, 'targetObjectId'>[] {
  const lists: readonly [AddressField, readonly Recipient[]][] = [
    ['ToAddresses', to],
    ['CcAddresses', cc],
    ['BccAddresses', bcc],
  ];
  if (to.length + cc.length + bcc.length > MOST_ADDRESSES) {
    return [
      {
        statusCode: 'LIMIT_EXCEEDED',
        message: `A mail has at most ${MOST_ADDRESSES} addresses.`,
        fields: ['toAddresses'],
      },
    ];
  }
  return lists.flatMap(([name, list]) => {
    const field = name.charAt(0).toLowerCase() + name.slice(1);
    const wrong = list.find(({ address }) => address === null);
    if (wrong) {
      const message = `Email address is invalid: ${wrong.given}`;
      return [{ statusCode: 'INVALID_EMAIL_ADDRESS', message, fields: [field, wrong.given] }];
    }
    const bytes = Buffer.byteLength(list.map(({ given }) => given).join(','), 'utf8');
    if (bytes <= MOST_BYTES) return [];
    return [
      { statusCode: 'STRING_TOO_LONG', message: `${field} is longer than ${MOST_BYTES} bytes.`, fields: [field] },
    ];
  });
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
