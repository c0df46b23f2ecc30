import type { ApexList } from '../../values/ApexList.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { reserveSingleEmailCapacity, sendEmail } from './sendEmail.ts';

export const Messaging = definePlatformType({
  name: 'System.Messaging',
  methods: {
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': (emails: ApexList | null) =>
      sendEmail(emails, true),
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNone)': sendEmail,
    'static void reserveSingleEmailCapacity(Integer amountReserved)': reserveSingleEmailCapacity,
  },
  missing: 'templates, mass mails, drafts and notifications',
});
