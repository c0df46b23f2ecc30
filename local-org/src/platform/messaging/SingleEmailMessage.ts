import { definePlatformType } from '../definePlatformType.ts';
import { emailProperties } from './emailProperties.ts';
import { EmailValue } from './EmailValue.ts';

/** What every kind of mail has. Only SingleEmailMessage can be constructed. */
export const Email = definePlatformType({
  name: 'Messaging.Email',
  ...emailProperties([
    'Boolean BccSender',
    'String EmailPriority',
    'String ReplyTo',
    'Boolean SaveAsActivity',
    'String SenderDisplayName',
    'String Subject',
    'Boolean UseSignature',
  ]),
});

/** Source of the defaults: Apex Reference, "SingleEmailMessage Methods" and "Email Class (Base Email Methods)". */
const DEFAULTS = {
  BccSender: false,
  OptOutPolicy: 'SEND',
  SaveAsActivity: true,
  TreatBodiesAsTemplate: false,
  TreatTargetObjectAsRecipient: true,
  UserMail: false,
  UseSignature: true,
};

export const SingleEmailMessage = definePlatformType({
  name: 'Messaging.SingleEmailMessage',
  extends: 'Messaging.Email',
  constructors: { '()': () => new EmailValue('Messaging.SingleEmailMessage', DEFAULTS) },
  ...emailProperties([
    'List<String> BccAddresses',
    'List<String> CcAddresses',
    'String Charset',
    'String HtmlBody',
    'String InReplyTo',
    'String OptOutPolicy',
    'Id OrgWideEmailAddressId',
    'String PlainTextBody',
    'String References',
    'Id TargetObjectId',
    'Id TemplateId',
    'List<String> ToAddresses',
    'Boolean isTreatBodiesAsTemplate',
    'Boolean isTreatTargetObjectAsRecipient',
    'Id WhatId',
  ]),
  missing:
    'attachments and unsubscribe links; a mail with a template, an organization-wide address or an activity cannot be sent',
});
