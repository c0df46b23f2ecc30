import type { PseudoRandom } from '../PseudoRandom.ts';
import type { Store } from '../../store/Store.ts';
import type { PeopleSeed } from '../seedData.ts';
import type { PlannedUser } from './PlannedUser.ts';

/** Accounts of partners and customers, with one contact for each portal user. */
export class PortalContacts {
  private readonly store: Store;
  private readonly random: PseudoRandom;
  private readonly accountIds: readonly string[];

  constructor(store: Store, people: PeopleSeed, random: PseudoRandom) {
    this.store = store;
    this.random = random;
    this.accountIds = people.accountNames.flatMap((name) =>
      people.accountKinds.map((kind) => store.insertRow('Account', { Name: `${name} ${kind}` })),
    );
  }

  take(user: PlannedUser): { contactId: string; accountId: string } {
    const accountId = this.random.pick(this.accountIds);
    const contactId = this.store.insertRow('Contact', {
      FirstName: user.firstName,
      LastName: user.lastName,
      Email: user.email,
      AccountId: accountId,
      CreatedDate: user.createdAt,
    });
    return { contactId, accountId };
  }

  /** Accounts and contacts belong to somebody once there are users. */
  giveOwner(ownerId: string): void {
    for (const object of ['Account', 'Contact']) {
      for (const { Id } of this.store.rawQuery(`SELECT "Id" FROM "${object}"`)) {
        this.store.updateRow(object, String(Id), { OwnerId: ownerId, CreatedById: ownerId, LastModifiedById: ownerId });
      }
    }
  }
}
