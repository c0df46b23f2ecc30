import { currentOrg, currentTransaction, hasCurrentTransaction } from '../../org/current.ts';
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

/** Throws when the running user has no row: a bug of the local org. */
export function runningUser(): RunningUserRow {
  const { userId } = currentTransaction();
  const [row] = currentOrg().store.rawQuery(SQL, userId);
  if (!row) throw new Error(`The running user ${userId} does not exist.`);
  return row as unknown as RunningUserRow;
}

registerUserContext({
  timeZone: () => (hasCurrentTransaction() ? runningUser().timeZone : 'GMT'),
  locale: () => (hasCurrentTransaction() ? runningUser().locale : 'en_US'),
});
