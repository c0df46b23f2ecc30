import { currentOrg, currentTransaction, hasCurrentTransaction } from '../../org/current.ts';
import type { Store } from '../../store/Store.ts';
import { registerUserContext } from '../../values/userContext.ts';

/** The row of the user that Apex runs as, as far as UserInfo and formatting need it. */
export interface RunningUserRow {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly name: string | null;
  readonly username: string | null;
  readonly email: string | null;
  readonly profileId: string | null;
  readonly roleId: string | null;
  readonly userType: string | null;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
}

const SQL = `SELECT "Id" AS id, "FirstName" AS firstName, "LastName" AS lastName, "Name" AS name, "Username" AS username,
  "Email" AS email, "ProfileId" AS profileId, "UserRoleId" AS roleId, "UserType" AS userType,
  COALESCE("TimeZoneSidKey", 'GMT') AS timeZone, COALESCE("LocaleSidKey", 'en_US') AS locale,
  COALESCE("LanguageLocaleKey", 'en_US') AS language FROM "User" WHERE "Id" = ?`;

/** By Id, for each store until a user changes or a rollback brings one back: every query asks for the locale and time zone. */
const remembered = new WeakMap<Store, Map<string, RunningUserRow>>();

function rowsOf(store: Store): Map<string, RunningUserRow> {
  const known = remembered.get(store);
  if (known) return known;
  const rows = new Map<string, RunningUserRow>();
  store.onChange((object) => {
    if (object === 'User' || object === '*') rows.clear();
  });
  remembered.set(store, rows);
  return rows;
}

/** Throws when the running user has no row: a bug of the local org. */
export function runningUser(): RunningUserRow {
  const { userId } = currentTransaction();
  const { store } = currentOrg();
  const rows = rowsOf(store);
  const known = rows.get(userId);
  if (known) return known;
  const [row] = store.rawQuery(SQL, userId);
  if (!row) throw new Error(`The running user ${userId} does not exist.`);
  const user = row as unknown as RunningUserRow;
  rows.set(userId, user);
  return user;
}

registerUserContext({
  timeZone: () => (hasCurrentTransaction() ? runningUser().timeZone : 'GMT'),
  locale: () => (hasCurrentTransaction() ? runningUser().locale : 'en_US'),
});
