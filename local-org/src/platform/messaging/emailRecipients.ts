import type { Store } from '../../store/Store.ts';
import type { SchemaCatalog } from '../../schema/SchemaCatalog.ts';
import type { ApexList } from '../../values/ApexList.ts';
import { tryToId18 } from '../../values/id.ts';
import type { EmailValue } from './EmailValue.ts';

export type AddressField = 'ToAddresses' | 'CcAddresses' | 'BccAddresses';

export interface Recipient {
  /** What Apex gave: an address or the Id of a contact, lead or user. */
  readonly given: string;
  /** Null when there is none: the Id is unknown, or its record has no address. */
  readonly address: string | null;
  /** `User`, `Contact`, `Lead` for an Id. */
  readonly object: string | null;
}

/** Objects whose records get mails. Source: Apex Reference, SingleEmailMessage.setToAddresses. */
const ADDRESSED = ['Contact', 'Lead', 'User'];

/** Reads who a mail goes to. */
export class EmailRecipients {
  private readonly store: Store;
  private readonly schema: SchemaCatalog;

  constructor(store: Store, schema: SchemaCatalog) {
    this.store = store;
    this.schema = schema;
  }

  listed(mail: EmailValue, field: AddressField): Recipient[] {
    const list = mail.get(field) as ApexList | null;
    return (list?.items ?? []).map((item) => this.recipient(typeof item === 'string' ? item.trim() : 'null'));
  }

  /** The record of setTargetObjectId; null when none is set. */
  target(mail: EmailValue): Recipient | null {
    const id = mail.text('TargetObjectId');
    return id === null ? null : this.recipient(id);
  }

  private recipient(given: string): Recipient {
    const id = tryToId18(given);
    if (id === null) return { given, address: isAddress(given) ? given : null, object: null };
    const object = ADDRESSED.find((name) => this.schema.object(name)?.keyPrefix === id.slice(0, 3)) ?? null;
    const address = object === null ? null : this.store.getRow(object, id)?.Email;
    return { given, address: typeof address === 'string' ? address : null, object };
  }
}

/** A local part and a domain with a dot, without blanks or what would separate addresses. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;<>()"\\]{1,64}@[^\s@,;<>()"\\]+\.[^\s@,;<>().\d"\\]{2,}$/.test(text);
}
